"""Promise: while another program writes to the case, people and programs are told so and lose nothing."""

import html
import subprocess
import sys
from pathlib import Path

SENT = """
import sys
from pathlib import Path
from onrecord.pipeline.report import utc_now
from onrecord.store.case import open_case
from onrecord.web import desk as desks
from onrecord.web.configuration import configure

case = Path(sys.argv[1])
with open_case(case, by="ana", clock=utc_now, create=True):
    pass
desks._PATIENCE_S = 0.1
desk = desks.Desk(case=case, name="case", by="ana")
configure(desk, token="key")
from django.conf import settings
from django.test import Client

client, headers = Client(SERVER_NAME="localhost"), {
    "Authorization": f"Bearer {settings.ONRECORD_API_TOKEN}"
}
client.get("/open/key/")
comment = {"kind": "search", "subject": "incidents?q=x", "words": "two <streets>"}
body = {"kind": "search", "subjects": ["incidents?q=x"], "words": "two"}
with open_case(case, by="ben", clock=utc_now):
    page = client.post("/c/case/remark", comment)
    told = client.post("/api/1/remarks", body, content_type="application/json", headers=headers)
print(page.status_code, page.headers["Retry-After"], told.status_code, told.json()["problem"])
print(page.content.decode())
desk.reckoner.problem = "counting ended with 1"
print(client.get("/c/case/log").content.decode())
print(client.get("/api/1/case", headers=headers).json()["counting_problem"])
"""


def test_a_case_in_use_is_named_and_what_was_typed_comes_back(tmp_path: Path) -> None:
    done = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", SENT, str(tmp_path / "case")],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    first, _, pages = done.stdout.partition("\n")

    assert first.startswith("503 30 503 somebody else is writing")
    assert "Nothing was changed" in pages
    assert "two <streets>" in html.unescape(pages)
    assert "could not be counted anew" in pages
    assert pages.strip().endswith("counting ended with 1")
