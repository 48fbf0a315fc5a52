"""A copy of the demonstration case with people, and members of its team as plain visitors."""

import base64
import html
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from django_otp.oath import totp
from tests.behaviour.demo_case import demo_folder
from tests.behaviour.served_case import Page, Visitor, serve_case

from onrecord.web.permissions import Role

PASSWORD = "seven quiet herons at dusk"  # noqa: S105 - invented
STEP_S = 30


def run_people(*arguments: str, given: str | None = None) -> subprocess.CompletedProcess[str]:
    """Runs `onrecord people …` in a process of its own."""
    return subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "onrecord", "people", *arguments],
        capture_output=True,
        text=True,
        check=False,
        input=given,
        env={**os.environ},
    )


def invite(case: Path, name: str, role: Role) -> str:
    """The path of an invitation."""
    done = run_people("add", str(case), name, "--role", role.value)
    assert done.returncode == 0, done.stderr
    return urlsplit(done.stdout.strip()).path


@dataclass(slots=True)
class Member(Visitor):
    """Somebody of a team: `key` is the path of their invitation."""

    name: str = ""
    app: bytes = b""
    recovery: tuple[str, ...] = ()

    def join(self) -> Page:
        """Takes up the invitation, and sets up a second factor where the role demands one."""
        page = self.send(self.key, {"password": PASSWORD, "again": PASSWORD})
        return self.set_up_app() if "/sign-in/factor" in page.address else page

    def set_up_app(self, password: str = "") -> Page:
        """Sets up an authenticator app with the code that it shows now."""
        page = self.get("/sign-in/factor")
        found = re.search(r'<code><bdi dir="ltr">([A-Z2-7 ]+)</bdi>', page.text)
        assert found is not None
        key = found[1].replace(" ", "")
        self.app = base64.b32decode(key + "=" * (-len(key) % 8))
        page = self.send("/sign-in/factor", {"code": self.show_code(), "password": password})
        codes = re.findall(r'<code><bdi dir="ltr">([a-z2-7-]+)</bdi>', page.text)
        self.recovery = tuple(html.unescape(code) for code in codes)
        return page

    def show_code(self, *, later: int = 0) -> str:
        """What the app shows now, or some steps of half a minute later."""
        return f"{totp(self.app, t0=-later * STEP_S):06d}"

    def sign_in(self, password: str = PASSWORD, *, to: str = "") -> Page:
        """Name and password, and a recovery code if one is asked for."""
        given = {"name": self.name, "password": password, "next": to}
        page = self.send("/sign-in", given)
        if "/sign-in/code" in page.address and self.recovery:
            code, *rest = self.recovery
            self.recovery = tuple(rest)
            page = self.send("/sign-in/code", {"code": code, "next": to})
        return page

    def send(self, path: str, fields: Mapping[str, str]) -> Page:
        """Opens the page of a form, and sends it with its token."""
        token = find_token(self.get(path))
        return self.post(path, {**fields, "csrfmiddlewaretoken": token}, token=False)

    def send_from_sign_in(self, path: str, fields: Mapping[str, str]) -> Page:
        """Sends a form with the token of the sign-in page."""
        token = find_token(self.get("/sign-in"))
        return self.post(path, {**fields, "csrfmiddlewaretoken": token}, token=False)

    def act(self, path: str, fields: Mapping[str, str | Sequence[str]]) -> Page:
        """Sends a form with the token of the account page."""
        token = find_token(self.get("/account"))
        return self.post(path, {**fields, "csrfmiddlewaretoken": token}, token=False)

    def make_token(self, name: str = "a script") -> str:
        """A token for the API, good for a week, as the account page shows it once."""
        page = self.act("/account/tokens", {"name": name, "days": "7", "old": PASSWORD})
        found = re.search(r'<bdi dir="ltr">([\w-]{43})</bdi>', page.text)
        assert found is not None
        return found[1]

    def session(self) -> str:
        """The key of the session in the browser, empty if there is none."""
        return next((one.value or "" for one in self.jar if one.name == "onrecord_session"), "")


def find_token(page: Page) -> str:
    """The token of the first form of a page."""
    found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.text)
    assert found is not None, page.address
    return found[1]


@contextmanager
def serve_team(folder: Path, *roles: Role) -> Iterator[dict[Role, Member]]:
    """Invited members, one of each role given, at a workbench over a fresh copy of the case."""
    case = folder / "demo.case"
    shutil.copytree(demo_folder() / "demo.case", case)
    keys = {role: invite(case, role.value.title(), role) for role in roles}
    with serve_case(case) as visitor:
        yield {
            role: Member(visitor.base, visitor.case, key, kill=visitor.kill, name=role.value)
            for role, key in keys.items()
        }
