"""The workbench in Arabic, from right to left, and in Russian: nothing is left in English or cut off."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.behaviour.served_case import Visitor, serve_copy
from tests.browser.pages import address, find_chromium, open_page, read_axe

pytestmark = pytest.mark.browser

PAGES = ("", "incidents", "d", "review", "t?by=party", "search?q=market", "add", "log")
SCRIPTS = {"ar": "Arabic", "ru": "Cyrillic"}
# Names, quotations, identifiers, keys and days are data and stay as they are.
_LEFT_IN_ENGLISH = r"""(script) => {
  const ours = new RegExp(`\\p{Script=${script}}`, "u");
  const english = (text) => /[A-Za-z]{2,}/.test(text) && !ours.test(text);
  const data = "bdi,q,code,kbd,time,textarea,option,svg.map,.doc,.brand,[aria-current][lang],button[lang]";
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim();
    if (english(text) && !walker.currentNode.parentElement.closest(data)) found.push(text);
  }
  for (const name of ["aria-label", "placeholder", "title", "alt", "data-l"])
    for (const element of document.querySelectorAll(`[${name}]:not(svg.map *)`))
      if (english(element.getAttribute(name))) found.push(element.getAttribute(name));
  return found;
}"""


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    find_chromium()
    with serve_copy(tmp_path_factory.mktemp("shown")) as served:
        yield served


def walk(page: Page, visitor: Visitor) -> Iterator[str]:
    """Opens every page of the frame, an incident, a document and the form at a claim, one by one."""
    deep = []
    for listed, at in (("incidents?sort=killed", "[data-row]"), ("d", "[data-row]")):
        page.goto(address(visitor, listed))
        deep.append(page.locator(at).first.get_attribute("href") or "")
    page.goto(f"{visitor.base}{deep[-1]}")
    deep.append(page.locator("[data-correct]").first.get_attribute("href") or "")
    for path in (
        *(address(visitor, page) for page in PAGES),
        *(visitor.base + one for one in deep),
    ):
        page.goto(path)
        yield path


@pytest.mark.parametrize("lang", SCRIPTS)
def test_on_a_phone_nothing_is_english_or_needs_sideways_scrolling(
    browser: Browser, visitor: Visitor, lang: str
) -> None:
    with open_page(browser, visitor, width=360, lang=lang) as page:
        for path in walk(page, visitor):
            assert page.evaluate(_LEFT_IN_ENGLISH, SCRIPTS[lang]) == [], path
            assert page.evaluate("document.documentElement.scrollWidth") <= 360, path


@pytest.mark.parametrize(
    ("lang", "dark"),
    [("ar", False), ("ar", True), ("ru", False)],
    ids=["ar light", "ar dark", "ru"],
)
def test_axe_finds_no_violation(
    browser: Browser, visitor: Visitor, lang: str, *, dark: bool
) -> None:
    source = read_axe()
    found = []
    with open_page(browser, visitor, dark=dark, lang=lang) as page:
        for path in walk(page, visitor):
            page.evaluate(source)
            result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
            found += [
                (path, one["id"], [node["html"][:160] for node in one["nodes"][:3]])
                for one in result["violations"]
            ]
    assert not found


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_the_language_is_chosen_in_the_header(
    browser: Browser, visitor: Visitor, *, script: bool
) -> None:
    with open_page(browser, visitor, script=script) as page:
        page.goto(address(visitor, "incidents?sort=killed"))
        page.get_by_role("button", name="العربية").click()
        expect(page.locator("html")).to_have_attribute("dir", "rtl")
        assert page.url.endswith("incidents?sort=killed")
        page.get_by_role("button", name="Русский").click()
        expect(page.locator("html")).to_have_attribute("lang", "ru")
        page.get_by_role("button", name="English").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Incidents")


def test_beside_arabic_words_of_documents_run_their_own_way(
    browser: Browser, visitor: Visitor
) -> None:
    with open_page(browser, visitor, lang="ar") as page:
        page.goto(address(visitor, "d"))
        page.locator("[data-row]").first.click()
        ways = page.eval_on_selector_all(
            "p.doc", "(all) => [...new Set(all.map((one) => getComputedStyle(one).direction))]"
        )
        assert ways == ["ltr"]
        brand = page.locator(".brand").bounding_box()
        nav = page.locator(".nav").bounding_box()
        assert brand is not None
        assert nav is not None
        assert brand["x"] > nav["x"]
