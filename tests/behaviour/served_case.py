"""A copy of the demonstration case behind a running workbench, and a plain visitor to it."""

import http.cookiejar
import os
import re
import secrets
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from pathlib import Path

from tests.behaviour.demo_case import demo_folder

_LONGEST_READING_S = 180


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What came back: status, headers, text, and the address it came from in the end."""

    status: int
    headers: Message
    text: str
    address: str


@dataclass(slots=True)
class Visitor:
    """Somebody with a browser that keeps cookies and runs no script."""

    base: str
    case: str
    key: str
    jar: http.cookiejar.CookieJar = field(default_factory=http.cookiejar.CookieJar)
    kill: Callable[[], None] = lambda: None

    def enter(self) -> Page:
        """Comes in by the private address."""
        return self.get(self.key)

    def get(self, path: str, *, headers: Mapping[str, str] | None = None) -> Page:
        """Opens an address of the case (or a whole path that begins with a slash)."""
        wanted = urllib.request.Request(self._whole(path), headers=dict(headers or {}))  # noqa: S310
        return self._send(wanted)

    def post(
        self, path: str, fields: Mapping[str, str | Sequence[str]], *, token: bool = True
    ) -> Page:
        """Sends a form, with the token of the page where `token`."""
        given: dict[str, str | Sequence[str]] = dict(fields)
        if token:
            given["csrfmiddlewaretoken"] = self.find_token()
        content = urllib.parse.urlencode(given, doseq=True).encode()
        sent = urllib.request.Request(self._whole(path), data=content, method="POST")  # noqa: S310
        return self._send(sent)

    def upload(self, path: str, field: str, files: Sequence[tuple[str, bytes]]) -> Page:
        """Sends files, names and contents, in a field of a form as a browser would."""
        edge = secrets.token_hex(16)
        body = _write_part(edge, "csrfmiddlewaretoken", self.find_token().encode())
        for name, content in files:
            body += _write_part(edge, f'{field}"; filename="{name}', content)
        sent = urllib.request.Request(  # noqa: S310
            self._whole(path),
            data=body + f"--{edge}--\r\n".encode(),
            headers={"Content-Type": f"multipart/form-data; boundary={edge}"},
            method="POST",
        )
        return self._send(sent)

    def wait_until_read(self) -> str:
        """The page that adds, once nothing is being read; fails where the reading does not end."""
        until = time.monotonic() + _LONGEST_READING_S
        while time.monotonic() < until:
            text = self.get("add").text
            if 'data-work="busy"' not in text:
                return text
            time.sleep(0.1)
        raise AssertionError("the reading does not end")

    def find_token(self) -> str:
        """The token of a form."""
        found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', self.get("add").text)
        assert found is not None
        return found[1]

    def _whole(self, path: str) -> str:
        return f"{self.base}{path}" if path.startswith("/") else f"{self.base}/c/{self.case}/{path}"

    def _send(self, request: urllib.request.Request) -> Page:
        opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(self.jar)
        )
        try:
            with opener.open(request, timeout=60) as answer:
                return Page(
                    status=answer.status,
                    headers=answer.headers,
                    text=answer.read().decode("utf-8", "replace"),
                    address=answer.url,
                )
        except urllib.error.HTTPError as error:
            with error:
                text = error.read().decode("utf-8", "replace")
                return Page(
                    status=error.code, headers=error.headers, text=text, address=error.url or ""
                )


def _write_part(edge: str, name: str, content: bytes) -> bytes:
    head = f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n'
    return head.encode() + content + b"\r\n"


def a_first(visitor: Visitor, pattern: str, path: str = "") -> str:
    """The first thing on a page that fits a pattern's group."""
    found = re.search(pattern, visitor.get(path).text)
    assert found is not None
    return found[1]


@contextmanager
def serve_copy(folder: Path) -> Iterator[Visitor]:
    """A visitor to a workbench over a fresh copy of the demonstration case in `folder`."""
    case = folder / "demo.case"
    shutil.copytree(demo_folder() / "demo.case", case)
    with serve_case(case) as visitor:
        yield visitor


@contextmanager
def serve_case(case: Path, *, by: str = "tester") -> Iterator[Visitor]:
    """A visitor to a workbench over a case, who works there as `by`, for as long as the `with` block lasts."""
    command = [
        sys.executable,
        "-m",
        "onrecord",
        "serve",
        str(case),
        "--port",
        "0",
        "--by",
        by,
    ]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(  # noqa: S603 - our own command
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=environment,
    ) as served:
        try:
            assert served.stdout is not None
            address = urllib.parse.urlsplit(served.stdout.readline().strip())
            base = f"{address.scheme}://{address.netloc}"
            yield Visitor(base=base, case=case.name, key=address.path, kill=served.kill)
        finally:
            served.terminate()
            served.wait(timeout=30)
