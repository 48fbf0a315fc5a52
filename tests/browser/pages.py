"""A real browser for the tests: Debian's Chromium, driven by Playwright; skipped aloud without it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypedDict, Unpack

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from tests.behaviour.served_case import Visitor

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
_QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find_chromium() -> str:
    """The browser's path; skips the test aloud where there is none."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        pytest.skip("no Chromium: install Debian's package `chromium`")
    return found


@contextmanager
def open_browser() -> Iterator[Browser]:
    """A headless Chromium."""
    path = find_chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(_QUIET))
        try:
            yield browser
        finally:
            browser.close()


class Look(TypedDict, total=False):
    """How somebody looks at pages: width in pixels, with script or not, in the dark, language."""

    width: int
    script: bool
    dark: bool
    lang: str


@contextmanager
def open_page(browser: Browser, visitor: Visitor, **look: Unpack[Look]) -> Iterator[Page]:
    """A page that has come in by the private address; any fault on the console fails the test."""
    context = browser.new_context(
        viewport={"width": look.get("width", 1280), "height": 900},
        java_script_enabled=look.get("script", True),
        color_scheme="dark" if look.get("dark") else "light",
        locale=look.get("lang", "en"),
    )
    faults: list[str] = []
    page = context.new_page()
    page.set_default_timeout(15_000)
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{visitor.base}{visitor.key}")
    try:
        yield page
    finally:
        context.close()
    assert not faults


def address(visitor: Visitor, path: str) -> str:
    """The whole address of a page of the case."""
    return f"{visitor.base}/c/{visitor.case}/{path}"


def read_axe() -> str:
    """The source of axe-core; skips the test aloud where it is not installed."""
    if not AXE.is_file():
        pytest.skip("no axe-core: run `npm ci` in tests/browser")
    return AXE.read_text(encoding="utf-8")
