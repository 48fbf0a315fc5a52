"""Promise: people at the same thing at once lose nothing, nor does a server that is killed."""

import html
import json
import re
import threading
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from pathlib import Path

from tests.behaviour.demo_case import run_onrecord
from tests.behaviour.served_case import a_first, serve_case
from tests.behaviour.team_case import Member, serve_team

from onrecord.web.permissions import Role

ENOUGH = 3


def reasons(folder: Path) -> set[str]:
    ran = run_onrecord(
        "export", str(folder / "demo.case"), "--what", "decisions", "--format", "jsonl"
    )
    return {json.loads(line)["reason"] for line in ran.out.split("\n") if line}


def test_the_second_of_two_people_is_told_who_was_first_and_loses_nothing(tmp_path: Path) -> None:
    with serve_team(tmp_path, Role.REVIEWER, Role.EDITOR) as members:
        for member in members.values():
            member.join()
        one, other = members[Role.REVIEWER], members[Role.EDITOR]
        listed = json.loads(one.get("incidents?form=json").text)
        pair = [listed[0]["id"], listed[1]["id"]]
        page = f"review/{pair[0]}/{pair[1]}"
        seen = [a_first(each, r'name="seen" value="(\d+)"', page) for each in (one, other)]
        mine = {"kind": "different", "subject": pair, "reason": "two towns", "seen": seen[0]}
        theirs = {"kind": "same", "subject": pair, "reason": "one hour <b>", "seen": seen[1]}

        assert one.act("decide", mine).status == 200
        told = other.act("decide", theirs)

        assert told.status == 409
        assert "by <bdi>Reviewer</bdi>" in told.text
        assert "two towns" in told.text
        assert "one hour <b>" in html.unescape(told.text)
        assert reasons(tmp_path) == {"two towns"}
        again = re.findall(r'name="seen" value="(\d+)"', told.text)[0]
        assert other.act("decide", {**theirs, "seen": again}).status == 200
    assert reasons(tmp_path) == {"two towns", "one hour <b>"}


def test_of_two_who_decide_in_the_same_moment_one_is_told(tmp_path: Path) -> None:
    with serve_team(tmp_path, Role.REVIEWER, Role.EDITOR) as members:
        for member in members.values():
            member.join()
        incident = a_first(members[Role.REVIEWER], r"/i/(i-[0-9a-f]+)")
        answers: dict[str, int] = {}
        start = threading.Barrier(len(members))

        def send(member: Member) -> None:
            fields = {"kind": "discount", "subject": incident, "reason": member.name, "seen": "0"}
            start.wait()
            answers[member.name] = member.act("decide", fields).status

        threads = [threading.Thread(target=send, args=(one,)) for one in members.values()]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    assert sorted(answers.values()) == [200, 409]
    assert reasons(tmp_path) == {name for name, status in answers.items() if status == 200}


class Deciding(threading.Thread):
    """Somebody who decides on an incident again and again until the server is gone."""

    def __init__(self, member: Member, incident: str) -> None:
        super().__init__()
        self.member, self.incident = member, incident
        self.acknowledged: list[str] = []
        self.enough = threading.Event()

    def run(self) -> None:
        """Notes what was acknowledged."""
        for number in range(1000):
            reason = f"{self.member.name} {number}"
            fields = {"kind": "note", "subject": self.incident, "reason": reason}
            try:
                answered = self.member.act("decide", fields).status
            except (HTTPException, OSError, AssertionError):
                return
            if answered == 200:
                self.acknowledged.append(reason)
            if len(self.acknowledged) >= ENOUGH:
                self.enough.set()


def test_what_was_acknowledged_is_there_after_the_server_was_killed_at_work(tmp_path: Path) -> None:
    with serve_team(tmp_path, Role.REVIEWER, Role.EDITOR) as members:
        for member in members.values():
            member.join()
        incident = a_first(members[Role.REVIEWER], r"/i/(i-[0-9a-f]+)")
        deciding = [Deciding(member, incident) for member in members.values()]
        for one in deciding:
            one.start()
        for one in deciding:
            assert one.enough.wait(120)
        members[Role.REVIEWER].kill()
        for one in deciding:
            one.join()

    acknowledged = {reason for one in deciding for reason in one.acknowledged}
    assert len(acknowledged) >= ENOUGH * len(deciding)
    assert acknowledged <= reasons(tmp_path)
    assert run_onrecord("verify", str(tmp_path / "demo.case")).code == 0
    with serve_case(tmp_path / "demo.case") as again:
        visitor = Member(again.base, again.case, "", name="reviewer")
        visitor.jar = members[Role.REVIEWER].jar
        log = visitor.get("log").text
    assert all(reason in log for reason in acknowledged)


def test_a_reader_sees_whole_pages_while_somebody_decides(tmp_path: Path) -> None:
    with serve_team(tmp_path, Role.REVIEWER, Role.VIEWER) as members:
        for member in members.values():
            member.join()
        reviewer, viewer = members[Role.REVIEWER], members[Role.VIEWER]
        incident = a_first(reviewer, r"/i/(i-[0-9a-f]+)")
        fields = {"kind": "discount", "subject": incident, "reason": "while it is read"}
        with ThreadPoolExecutor(max_workers=1) as pool:
            decided = pool.submit(reviewer.act, "decide", fields)
            pages = [viewer.get(f"i/{incident}")]
            while not decided.done():
                pages.append(viewer.get(f"i/{incident}"))

    assert decided.result().status == 200
    assert {page.status for page in pages} == {200}
    assert all(page.text.rstrip().endswith("</html>") for page in pages)
