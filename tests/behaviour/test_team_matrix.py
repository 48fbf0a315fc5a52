"""Promise: at every address and with every method a role may do what the table says, and no more."""

import json
import re
import urllib.parse
from collections.abc import Iterator
from http.client import HTTPConnection
from typing import Any, NamedTuple

import pytest
from tests.behaviour.routes import fill_in, list_routes
from tests.behaviour.served_case import a_first
from tests.behaviour.team_case import Member, find_token, serve_team

from onrecord.model.remark import RemarkKind
from onrecord.web.pages.remarks import OFFERED
from onrecord.web.permissions import ADDRESSES, REMARKS, ROLES, Action, Role

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
WAYS_IN = {name for name, methods in ADDRESSES.items() if Action.ENTER in methods.values()}
OF_API = {name for name in ADDRESSES if name.startswith("api-")}
OF_PAGES = {name: methods for name, methods in ADDRESSES.items() if name not in OF_API}
POSTS = sorted(name for name, methods in OF_PAGES.items() if "POST" in methods)
PAGES = sorted(name for name, methods in OF_PAGES.items() if "GET" in methods)
NO = "Your role does not allow this"


class Answer(NamedTuple):
    status: int
    text: str
    headers: dict[str, str]


class Scene(NamedTuple):
    """Members of every role, real identifiers of the case, their forms' and their API's tokens."""

    members: dict[Role, Member]
    values: dict[str, str]
    tokens: dict[Role, str]
    bearers: dict[Role, str]


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    with serve_team(tmp_path_factory.mktemp("matrix"), *Role) as members:
        for member in members.values():
            member.join()
        viewer = members[Role.VIEWER]
        listed = json.loads(viewer.get("incidents?form=json").text)
        values = {
            "case": viewer.case,
            "id": listed[0]["id"],
            "one": listed[0]["id"],
            "other": listed[1]["id"],
            "sha256": "0" * 64,
            "token": "guess",
            "number": "999",
            "document": a_first(viewer, r'href="/c/[^/]+/d/([^"]+)"', "d"),
            "claim": a_first(viewer, r"/claim/(c-[0-9a-f]+)", f"i/{listed[0]['id']}"),
        }
        tokens = {role: find_token(member.get("/account")) for role, member in members.items()}
        bearers = {role: member.make_token() for role, member in members.items()}
        yield Scene(members, values, tokens, bearers)


def find_path(scene: Scene, name: str) -> str:
    own = {"document": "document", "claim": "claim", "correct": "claim"}
    last = name.removeprefix("api-1:")
    values = {**scene.values, "id": scene.values[own[last]]} if last in own else scene.values
    return fill_in(list_routes()[name], values)


def ask(scene: Scene, role: Role | None, method: str, path: str, token: str = "") -> Answer:
    """What comes back to a role, or to a stranger, without following where it leads."""
    base = urllib.parse.urlsplit(scene.members[Role.VIEWER].base)
    cookies = {one.name: one.value for one in scene.members[role].jar} if role else {}
    headers = {
        "Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items()),
        "Content-Type": "application/x-www-form-urlencoded",
    }
    body = urllib.parse.urlencode({"csrfmiddlewaretoken": token}) if token else ""
    connection = HTTPConnection(base.netloc, timeout=60)
    try:
        connection.request(method, path, body=body if method != "HEAD" else None, headers=headers)
        answer = connection.getresponse()
        text = answer.read().decode("utf-8", "replace")
        return Answer(answer.status, text, dict(answer.getheaders()))
    finally:
        connection.close()


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("name", sorted(set(OF_PAGES) - WAYS_IN))
def test_a_role_may_do_what_the_table_says_and_no_more(
    scene: Scene, name: str, method: str
) -> None:
    path, action = find_path(scene, name), ADDRESSES[name].get(method)
    for role in Role:
        answer = ask(scene, role, method, path, scene.tokens[role])
        if action is None:
            assert answer.status in {403, 405}, role
        elif role in ROLES[action]:
            assert answer.status in {200, 302, 400, 404}, role
        else:
            assert answer.status == 403, role
            assert method == "HEAD" or NO in answer.text
    stranger = ask(scene, None, method, path)
    if action is None:
        assert stranger.status in {403, 405}
    else:
        assert stranger.status == (302 if method in ("GET", "HEAD") else 403)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("name", sorted(OF_API))
def test_the_api_allows_what_the_same_table_says(scene: Scene, name: str, method: str) -> None:
    path, action = find_path(scene, name), ADDRESSES[name].get(method)
    for role in Role:
        answer = ask_api(scene, scene.bearers[role], method, path)
        if action is None:
            assert answer.status in {403, 405}, role
        elif role in ROLES[action]:
            assert answer.status in {200, 400, 404, 422}, role
        else:
            assert answer.status == 403, role
    for guess in ("", "guess", scene.tokens[Role.VIEWER]):
        assert ask_api(scene, guess, method, path).status == 401
    if method != "HEAD":
        with_cookies = ask(
            scene, Role.ADMINISTRATOR, method, path, scene.tokens[Role.ADMINISTRATOR]
        )
        assert with_cookies.status == 401


def ask_api(
    scene: Scene, bearer: str, method: str, path: str, given: dict[str, Any] | None = None
) -> Answer:
    base = urllib.parse.urlsplit(scene.members[Role.VIEWER].base)
    connection = HTTPConnection(base.netloc, timeout=60)
    headers = {"Authorization": f"Bearer {bearer}", "Content-Type": "application/json"}
    body = json.dumps(given or {}) if method in ("POST", "PUT", "PATCH") else None
    try:
        connection.request(method, path, body=body, headers=headers)
        answer = connection.getresponse()
        text = answer.read().decode("utf-8", "replace")
        return Answer(answer.status, text, dict(answer.getheaders()))
    finally:
        connection.close()


@pytest.mark.parametrize("name", POSTS)
def test_a_form_without_its_token_is_refused_everywhere(scene: Scene, name: str) -> None:
    path = find_path(scene, name)
    for token in ("", "a" * 64):
        answer = ask(scene, Role.ADMINISTRATOR, "POST", path, token)
        assert answer.status == 403
        assert NO not in answer.text


@pytest.mark.parametrize("name", PAGES)
def test_no_page_lets_script_or_style_run_that_is_not_ours(scene: Scene, name: str) -> None:
    role = None if name in WAYS_IN else Role.ADMINISTRATOR
    answer = ask(scene, role, "GET", find_path(scene, name))

    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["Cache-Control"] == "no-store"
    assert not re.search(r"<[^>]+\s(?:style|on\w+)=|<script(?! src=)|<style", answer.text)


@pytest.mark.parametrize(
    ("kind", "least"),
    [
        ("note", Role.CODER), ("reject", Role.CODER), ("retire", Role.CODER),
        ("discount", Role.REVIEWER), ("same", Role.REVIEWER), ("different", Role.REVIEWER),
        ("unsure", Role.REVIEWER),
    ],
)  # fmt: skip
def test_each_kind_of_decision_asks_for_its_role(scene: Scene, kind: str, least: Role) -> None:
    order = list(Role)
    for role, member in scene.members.items():
        fields = {"kind": kind, "subject": scene.values["id"], "reason": " "}
        page = member.act("decide", fields)
        assert page.status == (400 if order.index(role) >= order.index(least) else 403), role


@pytest.mark.parametrize("kind", sorted(OFFERED - {RemarkKind.WITHDRAWAL}))
def test_each_kind_of_remark_asks_for_its_role(scene: Scene, kind: RemarkKind) -> None:
    """A remark without words, people or what it answers is refused, but only to who may make it."""
    may = ROLES[REMARKS[kind]]
    for role, member in scene.members.items():
        given = {"kind": kind.value, "subject": "d-none", "about": "r-none"}
        body: dict[str, Any] = {"kind": kind.value, "subjects": [], "about": "r-none"}
        told = ask_api(scene, scene.bearers[role], "POST", "/api/1/remarks", body)
        if kind is not RemarkKind.GRAPHIC:
            given.pop("subject")
        page = member.act("remark", given)
        assert page.status == (400 if role in may else 403), role
        assert told.status == (409 if role in may else 403), role


@pytest.mark.parametrize("kind", sorted(set(RemarkKind) - OFFERED))
def test_what_rounds_are_made_of_is_entered_on_their_pages_alone(
    scene: Scene, kind: RemarkKind
) -> None:
    for role, member in scene.members.items():
        body = {"kind": kind.value, "subjects": [scene.values["document"]]}
        told = ask_api(scene, scene.bearers[role], "POST", "/api/1/remarks", body)
        viewer = role is Role.VIEWER
        assert member.act("remark", {"kind": kind.value}).status == (403 if viewer else 400), role
        assert told.status == (403 if viewer else 422), role


def test_a_remark_is_withdrawn_by_whoever_made_it_or_an_editor(scene: Scene) -> None:
    coder, incident = scene.members[Role.CODER], scene.values["id"]
    for words in ("first", "second"):
        coder.act("remark", {"kind": "comment", "subject": incident, "words": words})
    listed = ask_api(scene, scene.bearers[Role.CODER], "GET", "/api/1/remarks")
    own = [one["id"] for one in json.loads(listed.text) if one["kind"] == "comment"]
    about = [{"kind": "withdrawal", "about": id} for id in own]

    assert scene.members[Role.REVIEWER].act("remark", about[0]).status == 403
    told = ask_api(scene, scene.bearers[Role.REVIEWER], "POST", "/api/1/remarks", about[0])
    assert told.status == 403
    assert coder.act("remark", about[0]).status == 200
    assert scene.members[Role.EDITOR].act("remark", about[1]).status == 200


def test_only_reviewers_say_to_which_incident_an_added_claim_belongs(scene: Scene) -> None:
    fields = {
        "document": scene.values["document"],
        "words": "nowhere in the text",
        "type": "attack",
        "incident": scene.values["id"],
        "reason": "seen",
    }
    page = f"claim/{scene.values['claim']}"
    shown = {r: 'name="incident"' in m.get(page).text for r, m in scene.members.items()}

    assert shown == {role: role not in (Role.VIEWER, Role.CODER) for role in Role}
    assert scene.members[Role.CODER].act("add-claim", fields).status == 403
    assert scene.members[Role.REVIEWER].act("add-claim", fields).status == 400
    assert scene.members[Role.CODER].act("add-claim", {**fields, "incident": ""}).status == 400


def test_a_decision_is_withdrawn_by_whoever_entered_it_or_an_editor(scene: Scene) -> None:
    coder, reviewer = scene.members[Role.CODER], scene.members[Role.REVIEWER]
    incident = scene.values["id"]
    coder.act("decide", {"kind": "note", "subject": incident, "reason": "seen by the coder"})
    reviewer.act("decide", {"kind": "discount", "subject": incident, "reason": "by the reviewer"})
    page = coder.get("log").text
    decisions = re.findall(r"(d-[0-9a-f]+)", scene.members[Role.ADMINISTRATOR].get("/audit").text)
    discount, noted = decisions[:2]

    blank = {"kind": "withdraw", "reason": " "}
    assert coder.act("decide", {**blank, "subject": discount}).status == 403
    assert coder.act("decide", {**blank, "subject": noted}).status == 400
    assert reviewer.act("decide", {**blank, "subject": noted}).status == 403
    assert scene.members[Role.EDITOR].act("decide", {**blank, "subject": noted}).status == 400
    assert "by <bdi>Coder</bdi>" in page
    assert "by <bdi>Reviewer</bdi>" in page
    assert "Withdraw" not in scene.members[Role.VIEWER].get(f"i/{incident}").text
    undo = {"kind": "withdraw", "reason": "undone", "subject": discount}
    assert scene.members[Role.EDITOR].act("decide", undo).status == 200


def test_buttons_that_a_role_may_not_use_are_not_shown(scene: Scene) -> None:
    values = scene.values
    pair, incident = f"review/{values['one']}/{values['other']}", f"i/{values['id']}"
    shown = {
        role: {
            "add": ">Add</a>" in member.get("").text,
            "note": 'id="decide"' in member.get(incident).text,
            "discount": 'value="discount"' in member.get(incident).text,
            "pair": 'value="same"' in member.get(pair).text,
            "claim": 'id="missed"' in member.get(f"d/{values['document']}").text,
            "people": 'href="/people"' in member.get("").text,
        }
        for role, member in scene.members.items()
    }

    assert not any(shown[Role.VIEWER].values())
    assert [name for name, is_shown in shown[Role.CODER].items() if is_shown] == [
        "add", "note", "claim",
    ]  # fmt: skip
    assert [name for name, is_shown in shown[Role.REVIEWER].items() if not is_shown] == ["people"]
    assert all(shown[Role.ADMINISTRATOR].values())


def test_an_administrator_invites_changes_and_closes(scene: Scene) -> None:
    administrator = scene.members[Role.ADMINISTRATOR]
    page = administrator.act("/people", {"name": "Guest", "role": "viewer"})
    key = re.findall(r"(/join/[\w-]+)", page.text)[0]
    guest = Member(administrator.base, administrator.case, key, name="guest")
    guest.join()
    listed = administrator.get("/people").text
    number = re.findall(r'action="/people/(\d+)"', listed)
    assert guest.get("").status == 200

    last = max(number, key=int)
    assert administrator.act(f"/people/{last}", {"do": "role", "role": "coder"}).status == 200
    assert ">Add</a>" in guest.get("").text
    administrator.act(f"/people/{last}", {"do": "end"})
    assert "/sign-in" in guest.get("").address
    assert guest.sign_in().status == 200
    administrator.act(f"/people/{last}", {"do": "close"})
    assert "/sign-in" in guest.get("").address
    assert guest.sign_in().status == 403
    own = administrator.act("/people/999", {"do": "close"})
    assert own.status == 404

    audit = administrator.get("/audit").text
    for words in ("invited", "took up an invitation", "changed a role", "closed an account",
                  "a sign-in failed", "signed in", "ended sessions"):  # fmt: skip
        assert words in audit


def test_names_with_script_are_shown_as_words(scene: Scene) -> None:
    administrator = scene.members[Role.ADMINISTRATOR]
    evil = '<script>alert(1)</script>"><img src=x>'
    pages = [
        administrator.act("/people", {"name": evil, "role": "viewer"}).text,
        administrator.get("/people").text,
        administrator.get("/audit").text,
        Member(administrator.base, administrator.case, "", name=evil).sign_in().text,
        administrator.act("/people", {"name": evil, "role": evil}).text,
    ]

    for text in pages:
        assert "<script>alert" not in text
        assert "<img" not in text


def test_what_a_coder_brings_in_stands_under_their_name(scene: Scene) -> None:
    coder = scene.members[Role.CODER]
    text = "Two people were killed in Lower Anvarra on 9 June 2023, the Quarrel Monitor said."
    before = list_entries(coder)

    assert coder.act("add", {"text": text}).status == 200
    coder.wait_until_read()

    added = [words for number, words in list_entries(coder).items() if number not in before]
    assert added
    assert all("by <bdi>Coder</bdi>" in words for words in added)
    audit = scene.members[Role.ADMINISTRATOR].get("/audit").text
    newest = re.findall(r"<li>(.*?)</li>", audit.partition('class="log wide"')[2], re.DOTALL)[0]
    assert "<bdi>Coder</bdi>" in newest
    assert "brought documents in" in newest


def test_whoever_takes_data_out_stands_in_the_audit(scene: Scene) -> None:
    viewer, incident = scene.members[Role.VIEWER], scene.values["id"]
    ways = ("incidents?form=csv", "d?form=json", "t?form=csv", f"i/{incident}?form=csv")
    for way in ways:
        assert viewer.get(way).status == 200
    for way in ("documents", "tallies", f"incidents/{incident}/claims"):
        ask_api(scene, scene.bearers[Role.VIEWER], "GET", f"/api/1/{way}")
    audit = scene.members[Role.ADMINISTRATOR].get("/audit").text

    for subject in ("incidents", "documents", "tallies", incident):
        assert f"{subject}</bdi>" in audit
        if subject != "incidents":
            assert f"api {subject}</bdi>" in audit


def list_entries(member: Member) -> dict[int, str]:
    """The newest entries of the ledger by their numbers, as the log tells them."""
    ledger = member.get("log").text.partition('id="h-l"')[2]
    return {
        int(number): words
        for number, words in re.findall(r"<span>(\d+) · (.*?)</li>", ledger, re.DOTALL)
    }


def test_the_matrix_covers_every_address() -> None:
    assert set(list_routes()) == set(ADDRESSES)
