"""Promise: programs get and do through the API what people get and do on the pages."""

import json
import re
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tests.behaviour.demo_case import run_onrecord
from tests.behaviour.served_case import Visitor, a_first, serve_copy
from tests.behaviour.team_case import PASSWORD, Member, serve_team

from onrecord.web.permissions import Role

EXAMPLES = 15


@dataclass(frozen=True, slots=True)
class Client:
    """A program with a token."""

    visitor: Visitor
    token: str

    def ask(self, path: str, body: object = None, *, kind: str = "application/json") -> Any:
        """The status and the JSON that came back."""
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        request = urllib.request.Request(  # noqa: S310 - our own server
            f"{self.visitor.base}/api/1/{path}",
            data=content if body is not None else None,
            headers={"Authorization": f"Bearer {self.token}", "Content-Type": kind},
        )
        page = self.visitor._send(request)
        return page.status, json.loads(page.text)

    def get(self, path: str) -> Any:
        """The JSON at an address that is there."""
        status, found = self.ask(path)
        assert status == 200, found
        return found


def find_token(visitor: Visitor) -> str:
    return a_first(visitor, r"Authorization: Bearer ([\w-]{43})", "api")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("api")


@pytest.fixture(scope="module")
def client(folder: Path) -> Iterator[Client]:
    with serve_copy(folder) as visitor:
        visitor.enter()
        yield Client(visitor, find_token(visitor))


def test_figures_of_the_api_are_those_of_the_pages_and_the_exports(
    client: Client, folder: Path
) -> None:
    ran = run_onrecord(
        "export", str(folder / "demo.case"), "--what", "incidents", "--format", "jsonl"
    )
    exported = {one["id"]: one for one in map(json.loads, filter(None, ran.out.split("\n")))}
    listed = client.get("incidents?sort=killed")

    assert {one["id"] for one in listed["items"]} <= set(exported)
    assert listed["items"] == json.loads(client.visitor.get("incidents?form=json&sort=killed").text)
    for line in listed["items"]:
        record = client.get(f"incidents/{line['id']}")
        assert {key: record[key] for key in exported[line["id"]]} == exported[line["id"]]


def test_filters_and_pages_are_those_of_the_list(client: Client) -> None:
    everything = client.get("incidents")
    grade = everything["items"][0]["grade"]
    found = client.get(f"incidents?grade={grade}")

    assert {one["grade"] for one in found["items"]} == {grade}
    assert found["number"] == sum(one["grade"] == grade for one in everything["items"])
    assert client.get("incidents?page=99")["items"] == []
    assert everything["totals"]["killed_open"] is True


def test_one_incident_gives_its_claims_matrix_answers_and_history(client: Client) -> None:
    incident = client.get("incidents?state=differ")["items"][0]["id"]
    claims = client.get(f"incidents/{incident}/claims")
    matrix = client.get(f"incidents/{incident}/matrix")
    answers = client.get(f"incidents/{incident}/answers")

    known = {claim["id"] for claim in claims}
    cells = [cell for row in matrix["questions"] for cell in row["cells"] if cell]
    assert all(len(row["cells"]) == len(matrix["originators"]) for row in matrix["questions"])
    assert cells
    assert {cell["claim"] for cell in cells} <= known
    assert {id for one in answers["exchanges"] for id in one["allegations"]} <= known
    assert client.get(f"incidents/{incident}/decisions")["joins"]
    document = client.get(f"documents/{claims[0]['document']}")
    claim = claims[0]
    said = document["title"] if claim["in"] == "title" else document["text"]
    assert said[claim["start"] : claim["end"]] == claim["quote"]
    assert client.get(f"claims/{claim['id']}")["incident"] == incident
    assert claim["id"] in {one["id"] for one in client.get(f"claims?document={claim['document']}")}


def test_the_rest_of_the_case_is_there(client: Client) -> None:
    case = client.get("case")

    assert case["incidents"] == client.get("incidents")["number"]
    assert case["documents"] == client.get("documents")["number"]
    assert client.get("tallies?by=month")["slices"]
    assert client.get("search?words=market")["claims"]
    assert client.get("log")["items"][0]["hash"] == case["head"]
    assert client.get("questions")["number"] == case["questions"]
    assert client.get("reading")["busy"] is False


def test_the_description_names_every_operation_and_loads_nothing(client: Client) -> None:
    described = client.get("openapi.json")
    page = client.visitor.get("api")

    assert described["openapi"].startswith("3.1")
    for path in described["paths"]:
        assert path in page.text
    assert not re.search(r'(?:src|href)="(?:https?:)?//', page.text)
    assert json.loads(client.visitor.get("api?form=json").text)["paths"] == described["paths"]


def test_a_decision_is_entered_told_when_another_came_first_and_withdrawn(tmp_path: Path) -> None:
    with serve_copy(tmp_path) as visitor:
        visitor.enter()
        client = Client(visitor, find_token(visitor))
        incident = client.get("incidents")["items"][0]["id"]
        body = {"kind": "discount", "subjects": [incident], "reason": "fighters alone", "seen": 0}

        status, decision = client.ask("decisions", body)
        assert (status, decision["by"]) == (201, "tester")
        assert client.get(f"incidents/{incident}")["grade"] == "discounted"
        status, told = client.ask("decisions", body)
        assert status == 409
        assert told["decisions"][0]["id"] == decision["id"]
        assert client.ask("decisions", {**body, "subjects": ["i-none"], "seen": 1})[0] == 409

        status, _ = client.ask(f"decisions/{decision['id']}/withdraw", {"reason": "read again"})
        assert status == 201
        assert client.get(f"incidents/{incident}")["grade"] != "discounted"
        assert client.get("decisions")["number"] == 2


def test_a_claim_is_corrected_and_another_added(tmp_path: Path) -> None:
    with serve_copy(tmp_path) as visitor:
        visitor.enter()
        client = Client(visitor, find_token(visitor))
        incident = client.get("incidents?sort=killed")["items"][0]["id"]
        claim = next(
            one
            for one in client.get(f"incidents/{incident}/claims")
            if one["in"] == "text" and one["counts"] and one["counts"][0]["harm"] == "killed"
        )
        words = {"start": claim["start"], "end": claim["end"], "reason": "read by a person"}
        body = {**words, "type": claim["type"], "figures": {"0": {"least": 3}}}
        assert client.ask(f"claims/{claim['id']}/corrections", body)[0] == 201
        wrong = {**body, "end": 10**8}
        assert client.ask(f"claims/{claim['id']}/corrections", wrong)[0] == 409
        status, problem = client.ask(f"claims/{claim['id']}/corrections", {**body, "x": 1})
        assert status == 422
        assert "x" in problem["where"][0]

        added = {
            **words, "document": claim["document"], "type": "casualty_count",
            "originator": "A Ministry", "harm": "missing", "people": {"least": 2, "most": None},
        }  # fmt: skip
        status, decision = client.ask("claims", added)
        assert (status, decision["kind"]) == (201, "add_claim")
    assert run_onrecord("verify", str(tmp_path / "demo.case")).code == 0


def test_people_are_told_something_through_the_api(client: Client) -> None:
    incident = client.get("incidents")["items"][0]["id"]
    comment = {"kind": "comment", "subjects": [incident], "words": "compare the two hours"}

    status, entered = client.ask("remarks", comment)
    assert (status, entered["by"]) == (201, "tester")
    assert "compare the two hours" in client.visitor.get(f"i/{incident}").text
    assert client.ask("remarks", {**comment, "subjects": ["i-none"]})[0] == 409
    taken_back = {"kind": "withdrawal", "about": entered["id"]}
    assert client.ask("remarks", taken_back)[0] == 201
    assert entered["id"] not in {one["id"] for one in client.get("remarks")}


def test_texts_and_files_are_read(tmp_path: Path) -> None:
    with serve_copy(tmp_path) as visitor:
        visitor.enter()
        client = Client(visitor, find_token(visitor))
        before = client.get("case")["documents"]
        text = "Two people were killed in Lower Anvarra on 9 June 2023, said the Quarrel Monitor."
        assert client.ask("texts", {"text": text, "publisher": "Gazette"})[0] == 202
        wait_until_read(client)
        content = b"--e\r\nContent-Disposition: form-data; name=files; filename=a.txt\r\n\r\n"
        content += b"Three people were killed in Brevna on 1 May 2023.\r\n--e--\r\n"
        status, _ = client.ask("files", content, kind="multipart/form-data; boundary=e")
        assert status == 202
        wait_until_read(client)

        assert client.get("case")["documents"] == before + 2


def wait_until_read(client: Client) -> None:
    for _ in range(600):
        if not client.get("reading")["busy"] and client.get("reading")["reports"]:
            return
        time.sleep(0.1)
    raise AssertionError("the reading does not end")


def test_a_token_is_made_shown_once_and_revoked(tmp_path: Path) -> None:
    with serve_team(tmp_path, Role.CODER) as members:
        coder = members[Role.CODER]
        coder.join()
        fields = {"name": "nightly <b>", "days": "7", "old": PASSWORD}
        assert coder.act("/account/tokens", {**fields, "old": "no"}).status == 400
        assert coder.act("/account/tokens", {**fields, "days": "9999"}).status == 400
        token = coder.make_token(fields["name"])
        client = Client(coder, token)
        account = coder.get("/account").text

        assert client.get("case")["incidents"]
        assert token not in account
        assert "nightly &lt;b&gt;" in account
        kept = (tmp_path / "demo.case" / "workbench" / "people.db").read_bytes()
        assert token.encode() not in kept
        incident = client.get("incidents")["items"][0]["id"]
        note = {"kind": "note", "subjects": [incident], "reason": "by a program"}
        status, decision = client.ask("decisions", note)
        assert (status, decision["by"]) == (201, "Coder")
        assert client.ask("decisions", {**note, "kind": "discount"})[0] == 403

        coder.act(re.findall(r'action="(/account/tokens/\d+)"', account)[0], {})
        assert client.ask("case")[0] == 401
        stranger = Member(coder.base, coder.case, "")
        assert Client(stranger, "guess").ask("case")[0] == 401


def write_settings(client: Client, folder: Path) -> None:
    """Real identifiers of the case, so that more than missing things is tried."""
    incident = client.get("incidents")["items"][0]["id"]
    claim = client.get(f"incidents/{incident}/claims")[0]
    body = {"kind": "note", "subjects": [incident], "reason": "to be withdrawn"}
    decision = client.ask("decisions", body)[1]["id"]
    named = {
        "/incidents/{id}": incident,
        "/incidents/{id}/claims": incident,
        "/incidents/{id}/matrix": incident,
        "/incidents/{id}/answers": incident,
        "/incidents/{id}/decisions": incident,
        "/documents/{id}": claim["document"],
        "/claims/{id}": claim["id"],
        "/claims/{id}/corrections": claim["id"],
        "/decisions/{id}/withdraw": decision,
    }
    lines = [
        f'[[operations]]\ninclude-path = "/api/1{path}"\nparameters = {{ "path.id" = "{id}" }}\n'
        for path, id in named.items()
    ]
    (folder / "schemathesis.toml").write_text("\n".join(lines))


def test_schemathesis_finds_nothing(tmp_path: Path) -> None:
    found = shutil.which("schemathesis", path=str(Path(sys.executable).parent))
    if found is None:
        pytest.skip("no schemathesis: install the extra `dev`")
    with serve_copy(tmp_path) as visitor:
        visitor.enter()
        write_settings(Client(visitor, find_token(visitor)), tmp_path)
        command = [
            found, "run", f"{visitor.base}/api/1/openapi.json",
            "--header", f"Authorization: Bearer {find_token(visitor)}",
            "--max-examples", str(EXAMPLES), "--seed", "1", "--no-color",
            "--phases", "examples,coverage,fuzzing",
        ]  # fmt: skip
        ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)  # noqa: S603 - our own tool
        assert visitor.get("").status == 200

    assert ran.returncode == 0, ran.stdout[-6000:]
    assert run_onrecord("verify", str(tmp_path / "demo.case")).code == 0
