"""Journeys through the workbench in a real browser: with and without script, by keyboard, small."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.behaviour.served_case import Visitor, serve_copy
from tests.browser.pages import address, find_chromium, open_page, read_axe

pytestmark = pytest.mark.browser

PAGES = (
    "", "incidents", "d", "review", "t", "search?q=market", "add", "log", "search", "mine", "rounds", "tables",
    "incidents?on=2021-06-01&near=33.5,36.3&km=500",
)  # fmt: skip
REPORT = (
    "Eleven people were killed on 7 June 2023 when a shell hit a school in Brevna, "
    "the Quarrel Monitor said.\n"
)


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    find_chromium()
    with serve_copy(tmp_path_factory.mktemp("shown")) as served:
        yield served


@pytest.fixture
def own_visitor(tmp_path: Path) -> Iterator[Visitor]:
    find_chromium()
    with serve_copy(tmp_path) as served:
        yield served


def list_deep_pages(page: Page, visitor: Visitor) -> list[str]:
    """An incident and a document beside the pages of the frame."""
    page.goto(address(visitor, "incidents?sort=killed"))
    incident = page.locator("[data-row]").first.get_attribute("href")
    page.goto(address(visitor, "d"))
    document = page.locator("[data-row]").first.get_attribute("href")
    assert incident is not None
    assert document is not None
    page.goto(f"{visitor.base}{document}")
    form = page.locator("[data-correct]").first.get_attribute("href")
    assert form is not None
    return [*PAGES, *(path.split("/", 3)[3] for path in (incident, document, form))]


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_from_upload_to_a_reviewed_incident_to_a_tally(
    browser: Browser, own_visitor: Visitor, tmp_path: Path, *, script: bool
) -> None:
    report = tmp_path / "report.txt"
    report.write_text(REPORT, encoding="utf-8")
    with open_page(browser, own_visitor, script=script) as page:
        page.get_by_role("link", name="Add", exact=True).click()
        page.get_by_label("Choose files").set_input_files(str(report))
        page.get_by_role("button", name="Add and read").click()
        for _ in range(300):
            if page.get_by_text("What the last reading came to").count():
                break
            page.wait_for_timeout(100)
            page.goto(address(own_visitor, "add"))
        page.get_by_role("link", name="Incidents", exact=True).click()
        page.goto(address(own_visitor, "incidents?from=2023-06-07&to=2023-06-07"))
        page.locator("[data-row]").first.click()
        expect(page.locator(".big").first).to_have_text("11")
        page.get_by_label("Reason").last.fill("Compared with the original; the words say eleven.")
        page.get_by_role("button", name="Save the decision").last.click()
        expect(page.get_by_role("status")).to_contain_text("Saved")
        page.get_by_role("link", name="Tallies", exact=True).click()
        expect(page.locator("tbody tr").first).to_contain_text("or more")


def test_a_wrong_claim_is_rejected_at_its_words_and_the_decision_undone_by_key(
    browser: Browser, own_visitor: Visitor
) -> None:
    with open_page(browser, own_visitor) as page:
        page.goto(address(own_visitor, "incidents?sort=killed"))
        page.locator("[data-row]").first.click()
        before = page.locator(".big").first.inner_text()
        page.locator(".rt a").first.click()
        page.locator("li[data-claim]:target [data-correct]").click()
        page.get_by_label("Reason").last.fill("These words speak of another day.")
        page.get_by_role("button", name="Save the decision").click()
        expect(page.get_by_text("rejected or retired by a person").first).to_be_visible()
        page.locator("main").focus()
        page.keyboard.press("z")
        expect(page.get_by_text("rejected or retired by a person")).to_have_count(0)
        page.goto(address(own_visitor, "incidents?sort=killed"))
        page.locator("[data-row]").first.click()
        assert page.locator(".big").first.inner_text() == before


def test_lists_and_documents_are_walked_by_keyboard_alone(
    browser: Browser, visitor: Visitor
) -> None:
    with open_page(browser, visitor) as page:
        page.keyboard.press("Tab")
        expect(page.locator(":focus")).to_have_text("Skip to content")
        page.goto(address(visitor, "incidents"))
        page.keyboard.press("j")
        page.keyboard.press("j")
        second = page.locator("[data-row]").nth(1)
        expect(second).to_be_focused()
        page.keyboard.press("Enter")
        page.wait_for_url("**/i/**")
        page.keyboard.press("m")
        assert page.url.endswith("#words")
        page.keyboard.press("r")
        expect(page.locator(":focus")).to_have_attribute("name", "reason")
        page.keyboard.type("jjj")
        expect(page.locator(":focus")).to_have_value("jjj")


def test_single_keys_can_be_switched_off(browser: Browser, visitor: Visitor) -> None:
    with open_page(browser, visitor) as page:
        page.get_by_role("button", name="Switch single keys off").click()
        page.goto(address(visitor, "incidents"))
        page.keyboard.press("j")
        expect(page.locator("[data-row]").first).not_to_be_focused()


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_nothing_needs_sideways_scrolling(browser: Browser, visitor: Visitor, width: int) -> None:
    with open_page(browser, visitor, width=width) as page:
        for path in list_deep_pages(page, visitor):
            page.goto(address(visitor, path))
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, path


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_no_violation(browser: Browser, visitor: Visitor, *, dark: bool) -> None:
    source = read_axe()
    found = []
    with open_page(browser, visitor, dark=dark) as page:
        for path in list_deep_pages(page, visitor):
            page.goto(address(visitor, path))
            page.evaluate(source)
            result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
            found += [
                (path, one["id"], [node["html"][:160] for node in one["nodes"][:3]])
                for one in result["violations"]
            ]
    assert not found
