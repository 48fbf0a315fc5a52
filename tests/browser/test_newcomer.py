"""A newcomer's path from the README: an empty case, three articles, a merge, a correction, a total."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from tests.behaviour.served_case import Visitor, serve_case
from tests.browser.pages import find_chromium, open_page

pytestmark = pytest.mark.browser

_MOST_CLICKS = 14
_ARTICLES = {
    "orlan-daily.txt": "Orlan Daily, 8 June 2023\n\nShell hits school in Brevna\n\n"
    "At least eleven people were killed when a shell hit a school in Brevna on 7 June 2023, "
    "the Quarrel Monitor said. Among the dead were three children.\n",
    "coast-wire.txt": "Coast Wire, 9 June 2023\n\nFourteen dead in Brevna, doctors say\n\n"
    "Fourteen people died in the shelling of a school in Brevna on Wednesday 7 June 2023, "
    "doctors at the town's hospital told Coast Wire. Twenty others were injured.\n",
    "harbour-post.txt": "Harbour Post, 12 June 2023\n\nStrike on Merrin market\n\n"
    "Six people were killed in an air strike on a market in Merrin on 11 June 2023, "
    "the Red Lantern rescue group said.\n",
}


@pytest.fixture
def newcomer(tmp_path: Path) -> Iterator[Visitor]:
    find_chromium()
    with serve_case(tmp_path / "new.case") as served:
        yield served


class Hand:
    """A hand that counts its clicks, and keeps a picture of each page where a folder is named."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.clicks = 0
        self._folder = os.environ.get("KEEP_SHOTS", "")

    def click(self, at: Locator) -> None:
        at.click()
        self.clicks += 1
        if self._folder:
            path = Path(self._folder) / f"newcomer-{self.clicks:02d}.png"
            self.page.screenshot(path=str(path), full_page=True)

    def press(self, role: str, name: str) -> None:
        found = self.page.get_by_role("link" if role == "link" else "button", name=name)
        self.click(found.first)

    def write(self, label: str, words: str) -> None:
        self.click(self.page.get_by_label(label).first)
        self.page.keyboard.press("ControlOrMeta+A")
        self.page.keyboard.type(words)


@pytest.mark.parametrize(
    ("script", "width"), [(True, 1280), (False, 360)], ids=["with script", "without, small"]
)
def test_a_newcomer_reaches_a_total_in_fewer_than_fifteen_clicks(
    browser: Browser, newcomer: Visitor, tmp_path: Path, *, script: bool, width: int
) -> None:
    files = []
    for name, text in _ARTICLES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        files.append(str(tmp_path / name))
    with open_page(browser, newcomer, script=script, width=width) as page:
        hand = Hand(page)
        hand.press("link", "Add the first reports")
        page.get_by_label("Choose files").set_input_files(files)
        hand.clicks += 2  # the button of the field, and that of the system's own window
        hand.press("button", "Add and read")
        wait_until_read(page, script=script)
        hand.press("link", "Answer the question that waits")
        hand.click(page.get_by_label("One attack"))
        hand.write("Reason", "The same school, the same day; the doctors counted later.")
        hand.press("button", "Save the decision")
        expect(page.locator(".big").first).to_have_text("11–14")
        hand.click(page.locator(".rt a").last)
        hand.click(page.locator("li[data-claim]:target [data-correct]"))
        hand.write("at most", "12")
        hand.write("Reason", "The original gives twelve as the most.")
        hand.press("button", "Save as a new version")
        hand.press("link", "See the sums")
        expect(page.locator("tbody tr").first).to_contain_text("17–20")
        assert hand.clicks <= _MOST_CLICKS


def wait_until_read(page: Page, *, script: bool) -> None:
    """Waits as a person does: with script the page tells by itself, without it is asked again."""
    ended = page.get_by_text("What the last reading came to")
    for _ in range(300):
        if ended.count():
            return
        page.wait_for_timeout(100)
        if not script:
            page.get_by_role("link", name="Look again").or_(ended).first.click()
    raise AssertionError("the reading does not end")
