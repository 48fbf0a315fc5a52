"""Journeys in a real browser: a page beside its text, a warning, a blind coding by keyboard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tests.behaviour.demo_case import run_onrecord
from tests.behaviour.paper import a_pdf
from tests.behaviour.served_case import Visitor, serve_case
from tests.browser.pages import address, find_chromium, open_page

pytestmark = pytest.mark.browser

_FIRST = "The Quarrel Monitor keeps a list of what it hears from the valley."
_SECOND = "A shell hit a house in Tarvel on 4 March 2021, killing two people, the monitor said."


@pytest.fixture
def visitor(tmp_path: Path) -> Iterator[Visitor]:
    find_chromium()
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "paper.pdf").write_bytes(a_pdf([_FIRST, _SECOND]))
    run_onrecord("run", str(tmp_path / "case"), str(folder), "--jobs", "1")
    with serve_case(tmp_path / "case", by="ana") as served:
        yield served


@pytest.mark.parametrize(
    ("script", "width"), [(True, 1280), (False, 360)], ids=["with script", "without, small"]
)
def test_a_graphic_paper_is_warned_of_and_blurred_until_asked_for(
    browser: Browser, visitor: Visitor, *, script: bool, width: int
) -> None:
    with open_page(browser, visitor, script=script, width=width) as page:
        page.goto(address(visitor, "d/paper"))
        expect(page.locator("img")).to_have_count(0)
        page.get_by_text("Mark as graphic").click()
        page.get_by_label("What to expect").fill("tells of the dead")
        page.get_by_role("button", name="Show a warning first").click()
        expect(page.get_by_role("note")).to_contain_text("tells of the dead")
        expect(page.get_by_text("killing two people")).to_have_count(0)
        page.get_by_role("link", name="Show it").click()
        page.get_by_role("link", name="See the page").click()
        picture = page.locator(".facsimile img")
        expect(picture).to_have_js_property("naturalWidth", 1000) if script else None
        expect(picture).to_have_css("filter", "blur(14px)")
        page.get_by_label("Show the picture sharply").check()
        expect(picture).to_have_css("filter", "none")
        expect(page.get_by_text("Page 2 of 2")).to_be_visible()


def test_a_document_is_coded_blindly_by_keyboard(browser: Browser, visitor: Visitor) -> None:
    with open_page(browser, visitor) as page:
        page.goto(address(visitor, "rounds"))
        page.get_by_label("Name of the round").fill("trial")
        page.get_by_label("One coder").fill("ana")
        page.get_by_label("The other coder").fill("ben")
        page.get_by_role("checkbox").first.check()
        page.get_by_role("button", name="Begin the round").click()
        page.goto(address(visitor, "mine"))
        page.keyboard.press("j")
        page.keyboard.press("Enter")
        page.wait_for_url("**/rounds/**")
        expect(page.locator("fieldset")).to_have_count(2)
        page.locator("#type-1").focus()
        page.keyboard.type("casualty count")
        page.keyboard.press("Tab")
        page.keyboard.type("killed")
        page.keyboard.press("Tab")
        page.keyboard.type("2")
        page.keyboard.press("Tab")
        page.keyboard.type("2")
        page.keyboard.press("Control+Enter")
        expect(page.get_by_text("handed in", exact=True)).to_be_visible()
        expect(page.get_by_text("Where they differ")).to_have_count(0)
