"""Promise: sums that were remembered are those of the case as it stands."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests.behaviour.demo_case import demo_folder

SENT = """
import sys
from contextlib import contextmanager
from pathlib import Path
from onrecord.model.decision import DecisionKind
from onrecord.store.remembering import Memory
from onrecord.store.searching import IncidentQuery
from onrecord.web.configuration import configure
from onrecord.web.desk import Desk

desk = Desk(case=Path(sys.argv[1]), name="demo.case", by="ana")
configure(desk, token="key")
from django.test import Client

client = Client(SERVER_NAME="localhost")
client.get("/open/key/")
pages = [client.get("/c/demo.case/t")]
with desk.catalogue() as kept:
    lines = kept.list_incidents(IncidentQuery(sort="killed"))
    waiting = [(lines[0].id, lines[1].id)]
plain = Desk.catalogue

@contextmanager
def open_meanwhile(self, until=None):
    if waiting:
        desk.decide(DecisionKind.SAME_INCIDENT, waiting.pop(), reason="one attack")
    with plain(self, until) as kept:
        yield kept

Desk.catalogue = open_meanwhile
pages += [client.get("/c/demo.case/t"), client.get("/c/demo.case/t")]
desk._memory = Memory()
pages.append(client.get("/c/demo.case/t"))
print("\\0".join(page.content.decode() for page in pages), end="")
"""


def test_a_decision_between_two_looks_at_the_case_leaves_no_older_sum_behind(
    tmp_path: Path,
) -> None:
    case = shutil.copytree(demo_folder() / "demo.case", tmp_path / "demo.case")
    done = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", SENT, str(case)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    tokens = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", done.stdout)
    before, _meanwhile, after, anew = tokens.split("\0")

    assert after == anew
    assert after != before
