"""Promise: a case that has people lets in nobody but them, each by their own way."""

import re
import sqlite3
import stat
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.behaviour.served_case import Visitor, serve_case
from tests.behaviour.team_case import PASSWORD, Member, invite, run_people, serve_team

from onrecord.web.permissions import Role

PAGES = ("", "incidents", "d", "review", "t", "search?q=market", "add", "log", "/account")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("team")


@pytest.fixture(scope="module")
def team(folder: Path) -> Iterator[dict[Role, Member]]:
    with serve_team(folder, Role.VIEWER, Role.EDITOR, Role.ADMINISTRATOR) as members:
        for member in members.values():
            member.join()
        yield members


def a_newcomer(team: dict[Role, Member], folder: Path, name: str, role: Role) -> Member:
    """Somebody who was invited and has not joined yet."""
    viewer, key = team[Role.VIEWER], invite(folder / "demo.case", name, role)
    return Member(viewer.base, viewer.case, key, name=name)


def a_stranger(team: dict[Role, Member], name: str = "viewer") -> Member:
    viewer = team[Role.VIEWER]
    return Member(viewer.base, viewer.case, "", name=name)


@pytest.mark.parametrize("path", ["/", *PAGES, "i/i-1", "original/00", "/people", "/audit"])
def test_a_stranger_is_led_to_the_sign_in_and_told_nothing(
    team: dict[Role, Member], path: str
) -> None:
    page = a_stranger(team).get(path)

    assert "/sign-in" in page.address
    assert "Case:" not in page.text
    if not path.startswith("/"):
        assert "/sign-in" in a_stranger(team).get(f"/c/other-case/{path}").address


def test_a_form_sent_by_a_stranger_changes_nothing(team: dict[Role, Member]) -> None:
    stranger = a_stranger(team)
    fields = {"kind": "note", "subject": "i-1", "reason": "x"}

    assert stranger.post("decide", fields, token=False).status == 403
    assert "You are signed out" in stranger.send_from_sign_in("decide", fields).text


def test_the_private_address_opens_nothing_where_people_sign_in(team: dict[Role, Member]) -> None:
    assert a_stranger(team).get("/open/guess").status == 404


def test_a_viewer_signs_in_with_a_password_and_comes_to_the_page_asked_for(
    team: dict[Role, Member],
) -> None:
    viewer = a_stranger(team, "  VIEWER ")

    page = viewer.sign_in(to=f"/c/{viewer.case}/t")

    assert page.address.endswith("/t")
    assert "<h1>Tallies</h1>" in page.text


@pytest.mark.parametrize(
    "to",
    [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "\\\\e.x",
    ],
)
def test_signing_in_leads_to_no_other_site(team: dict[Role, Member], to: str) -> None:
    viewer = a_stranger(team)

    assert viewer.sign_in(to=to).address.startswith(f"{viewer.base}/c/")


def test_the_session_key_changes_when_somebody_signs_in(team: dict[Role, Member]) -> None:
    editor = team[Role.EDITOR]
    other = Member(editor.base, editor.case, "", name="editor")
    other.jar.clear()
    other.send("/sign-in", {"name": "editor", "password": PASSWORD})
    half = other.session()
    other.send("/sign-in/code", {"code": editor.show_code(later=1)})
    whole = other.session()

    thief = Member(editor.base, editor.case, "")
    thief.get("/", headers={"Cookie": f"onrecord_session={half}"})
    page = thief.get("", headers={"Cookie": f"onrecord_session={half}"})
    assert half
    assert whole
    assert half != whole
    assert "/sign-in" in page.address
    assert other.get("").status == 200


def test_a_session_key_chosen_by_somebody_else_is_not_taken_over(team: dict[Role, Member]) -> None:
    viewer = a_stranger(team)
    token_page = viewer.get("/sign-in", headers={"Cookie": "onrecord_session=" + "a" * 32})
    assert token_page.status == 200

    viewer.sign_in()

    assert viewer.session() not in ("", "a" * 32)


def test_a_role_that_needs_a_second_factor_comes_no_further_without(
    team: dict[Role, Member], folder: Path
) -> None:
    editor = a_newcomer(team, folder, "Second Editor", Role.EDITOR)
    page = editor.send(editor.key, {"password": PASSWORD, "again": PASSWORD})
    assert "/sign-in/factor" in page.address
    assert all("/sign-in" in editor.get(path).address for path in PAGES)

    editor.set_up_app()
    assert editor.get("").status == 200
    assert len(editor.recovery) == 10


def test_a_password_alone_does_not_open_an_account_with_a_second_factor(
    team: dict[Role, Member],
) -> None:
    thief = a_stranger(team, "editor")

    page = thief.sign_in()

    assert "/sign-in/code" in page.address
    assert "The code from your app" in page.text
    assert "/sign-in" in thief.get("").address
    assert "/sign-in" in thief.get("/sign-in/factor").address
    assert thief.send("/sign-in/code", {"code": "000000"}).status == 403


def test_a_recovery_code_works_once(team: dict[Role, Member]) -> None:
    editor = team[Role.EDITOR]
    code = editor.recovery[-1]
    first, second = a_stranger(team, "editor"), a_stranger(team, "editor")
    for member in (first, second):
        member.sign_in()

    assert first.send("/sign-in/code", {"code": code}).status == 200
    assert second.send("/sign-in/code", {"code": code}).status == 403
    assert first.get("").status == 200
    assert "9 recovery codes" in first.get("/account").text


def test_an_invitation_works_once_and_asks_for_a_good_password(
    team: dict[Role, Member], folder: Path
) -> None:
    coder = a_newcomer(team, folder, "Careful Coder", Role.CODER)
    for weak in ("short", "123456789012345", "password1234", "careful coder"):
        assert coder.send(coder.key, {"password": weak, "again": weak}).status == 400
    assert coder.send(coder.key, {"password": PASSWORD, "again": "x"}).status == 400
    assert coder.send(coder.key, {"password": PASSWORD, "again": PASSWORD}).status == 200

    assert coder.get(coder.key).status == 404
    assert coder.get("/join/guess").status == 404


def test_too_many_failed_attempts_are_held_back_and_the_wait_is_told(tmp_path: Path) -> None:
    with serve_team(tmp_path, Role.VIEWER) as members:
        viewer = members[Role.VIEWER]
        viewer.join()
        guesser = Member(viewer.base, viewer.case, "", name="Viewer")
        answers = [guesser.sign_in(f"guess {number}") for number in range(5)]
        held, right = guesser.sign_in("guess 6"), guesser.sign_in(PASSWORD)

        assert [page.status for page in answers] == [403] * 5
        assert (held.status, right.status) == (429, 429)
        assert re.search(r"Wait \d+ min", held.text)
        assert int(held.headers["Retry-After"]) <= 15 * 60
        assert viewer.get("").status == 200

        other = Member(viewer.base, viewer.case, "")
        for number in range(15):
            other.name = f"nobody {number}"
            last = other.sign_in("guess")
        assert last.status == 403
        other.name = "nobody at all"
        assert other.sign_in("guess").status == 429


def test_signing_in_with_a_second_factor_counts_as_no_failed_attempt(
    team: dict[Role, Member], folder: Path
) -> None:
    newcomer = a_newcomer(team, folder, "Careful", Role.EDITOR)
    newcomer.join()
    newcomer.jar.clear()
    before = count_attempts(folder)

    assert newcomer.sign_in().status == 200
    assert count_attempts(folder) == before
    assert newcomer.get("").status == 200


def count_attempts(folder: Path) -> int:
    with sqlite3.connect(next((folder / "demo.case").rglob("people.db"))) as file:
        return int(file.execute("select count(*) from people_attempt").fetchone()[0])


def test_signing_out_ends_the_session_for_good(team: dict[Role, Member]) -> None:
    viewer = a_stranger(team)
    viewer.sign_in()
    key = viewer.session()
    viewer.act("/sign-out", {})

    again = a_stranger(team)

    assert "/sign-in" in viewer.get("").address
    page = again.get("", headers={"Cookie": f"onrecord_session={key}"})
    assert "/sign-in" in page.address


def test_sessions_are_listed_and_can_be_ended(team: dict[Role, Member]) -> None:
    one, other, third = (a_stranger(team) for _ in range(3))
    for member in (one, other, third):
        member.sign_in()
    listed = re.findall(r'name="session" value="([0-9a-f]{16})"', one.get("/account").text)
    assert len(listed) >= 2
    told = re.findall(r'<div class="num">(\d{4}-\d\d-\d\d \d\d:\d\d)', one.get("/account").text)
    since = [datetime.now(UTC) - datetime.fromisoformat(f"{at}Z") for at in told]
    assert timedelta() <= min(since) < timedelta(minutes=10)
    assert one.session() not in one.get("/account").text

    one.act("/account/sessions", {"session": "others"})
    assert "/sign-in" in other.get("").address
    assert one.get("").status == 200
    one.act("/account/sessions", {"session": "all"})
    assert "/sign-in" in one.get("").address


def test_a_new_password_ends_the_other_sessions(team: dict[Role, Member], folder: Path) -> None:
    viewer = a_newcomer(team, folder, "Fresh Viewer", Role.VIEWER)
    viewer.join()
    other = Member(viewer.base, viewer.case, "", name="fresh viewer")
    other.sign_in()
    before = viewer.session()
    fields = {"old": PASSWORD, "password": PASSWORD + "!", "again": PASSWORD + "!"}

    assert viewer.act("/account/password", {**fields, "old": "no"}).status == 400
    assert viewer.act("/account/password", {**fields, "again": "no"}).status == 400
    assert viewer.act("/account/password", {**fields, "password": "x", "again": "x"}).status == 400
    assert viewer.act("/account/password", {**fields}).status == 200

    assert viewer.session() != before
    assert viewer.get("").status == 200
    assert "/sign-in" in other.get("").address
    assert other.sign_in(PASSWORD).status == 403
    assert other.sign_in(PASSWORD + "!").status == 200


def test_whoever_is_signed_in_stays_so_when_the_workbench_is_started_again(tmp_path: Path) -> None:
    with serve_team(tmp_path, Role.VIEWER) as members:
        viewer = members[Role.VIEWER]
        viewer.join()
    with serve_case(tmp_path / "demo.case") as again:
        viewer.base = again.base

        assert viewer.get("").status == 200


def test_nothing_secret_stands_in_the_file_of_people(
    team: dict[Role, Member], folder: Path
) -> None:
    editor = team[Role.EDITOR]
    kept = folder / "demo.case" / "workbench" / "people.db"
    with sqlite3.connect(kept) as read:
        everything = "\n".join(read.iterdump())

    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert "scrypt$" in everything
    for secret in (PASSWORD, editor.key.split("/")[-1], *editor.recovery):
        assert secret not in everything
        assert secret.replace("-", "") not in everything


def test_the_audit_cannot_be_changed_even_by_hand(team: dict[Role, Member], folder: Path) -> None:
    with sqlite3.connect(folder / "demo.case" / "workbench" / "people.db") as opened:
        for change in ("update people_event set who = 'x'", "delete from people_event"):
            with pytest.raises(sqlite3.IntegrityError, match="only be added to"):
                opened.execute(change)
    assert team


def test_a_damaged_file_of_people_lets_nobody_in(tmp_path: Path) -> None:
    with serve_team(tmp_path, Role.VIEWER):
        pass
    case = tmp_path / "demo.case"
    (case / "workbench" / "people.db").write_bytes(b"no database" * 999)

    with serve_case(case) as visitor:
        assert not visitor.base.removeprefix("://")

    assert run_people("list", str(case)).returncode == 3


def test_the_command_line_adds_lists_changes_and_closes(tmp_path: Path) -> None:
    with serve_team(tmp_path, Role.ADMINISTRATOR, Role.VIEWER) as members:
        for member in members.values():
            member.join()
        case, viewer = tmp_path / "demo.case", members[Role.VIEWER]
        assert run_people("role", str(case), "viewer", "--role", "coder").returncode == 0
        assert "Viewer\tcoder\topen" in run_people("list", str(case)).stdout
        assert "Add" in viewer.get("").text
        assert run_people("close", str(case), "VIEWER").returncode == 0
        assert "/sign-in" in viewer.get("").address
        assert viewer.sign_in().status == 403

        again = run_people("invite", str(case), "Viewer")
        viewer.key = "/join/" + again.stdout.strip().rsplit("/", 1)[-1]
        assert viewer.join().status == 200

        last = run_people("close", str(case), "Administrator")
        assert last.returncode == 3
        assert "last administrator" in last.stderr
        assert run_people("add", str(case), "viewer ", "--role", "viewer").returncode == 3
        assert run_people("add", str(case), "a\nb\u202e", "--role", "viewer").returncode == 3
        assert run_people("invite", str(case), "Nobody").returncode == 3


def test_a_password_can_be_given_on_the_command_line(
    folder: Path, team: dict[Role, Member]
) -> None:
    typed = Member(team[Role.VIEWER].base, team[Role.VIEWER].case, "", name="Typed")
    arguments = ("add", str(folder / "demo.case"), "Typed", "--role", "viewer", "--ask-password")
    done = run_people(*arguments, given=f"short\nshort\n{PASSWORD}\n{PASSWORD}\n")

    assert done.returncode == 0, done.stderr
    assert typed.sign_in().status == 200


def test_invitations_and_sessions_are_for_one_case_alone(
    team: dict[Role, Member], tmp_path: Path
) -> None:
    viewer = a_stranger(team)
    viewer.sign_in()
    with serve_team(tmp_path, Role.CODER) as others:
        stranger = others[Role.CODER]
        assert viewer.get(stranger.key).status == 404
        page = stranger.get("", headers={"Cookie": f"onrecord_session={viewer.session()}"})
        assert "/sign-in" in page.address


def test_a_visitor_alone_sees_no_pages_of_a_team(tmp_path: Path) -> None:
    with serve_team(tmp_path) as members:
        assert members == {}
    with serve_case(tmp_path / "demo.case") as visitor:
        alone = Visitor(visitor.base, visitor.case, visitor.key)
        alone.enter()
        for path in ("/sign-in", "/account", "/people", "/audit", "/join/x"):
            assert alone.get(path).status == 404
