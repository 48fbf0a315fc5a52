"""Journeys of a team through the workbench in a real browser: joining, signing in, inviting."""

import base64
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.behaviour.team_case import PASSWORD, Member, serve_team
from tests.browser.pages import find_chromium, open_page, read_axe

from onrecord.web.permissions import Role

pytestmark = pytest.mark.browser

OF_TEAMS = ("/account", "/people", "/audit", "/sign-in/factor")


@pytest.fixture
def team(tmp_path: Path) -> Iterator[dict[Role, Member]]:
    find_chromium()
    with serve_team(tmp_path, Role.VIEWER, Role.ADMINISTRATOR) as members:
        yield members


def take_up(page: Page, member: Member) -> None:
    """Joins with a password and an authenticator app, by keyboard alone."""
    page.get_by_label("Password").focus()
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    key = "".join(letter for letter in page.locator("code").inner_text() if letter.isalnum())
    member.app = base64.b32decode(key + "=" * (-len(key) % 8))
    page.get_by_label("The six digits").focus()
    page.keyboard.type(member.show_code())
    page.keyboard.press("Enter")
    expect(page.locator("ol code")).to_have_count(10)
    member.recovery = tuple(page.locator("ol code").all_inner_texts())
    page.get_by_role("link", name="I have written them down").click()


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_an_administrator_joins_invites_somebody_and_signs_in_again(
    browser: Browser, team: dict[Role, Member], *, script: bool
) -> None:
    administrator = team[Role.ADMINISTRATOR]
    with open_page(browser, administrator, script=script) as page:
        take_up(page, administrator)
        page.get_by_role("link", name="People").click()
        page.get_by_label("Name").fill("Guest")
        page.get_by_label("Role").last.select_option("coder")
        page.get_by_role("button", name="Make an invitation").click()
        expect(page.locator(".cite")).to_contain_text("/join/")
        page.get_by_role("link", name="your account").click()
        page.get_by_role("button", name="Sign out", exact=True).click()
        page.get_by_label("Name").fill("administrator")
        page.get_by_label("Password").fill(PASSWORD)
        page.keyboard.press("Enter")
        page.get_by_label("Six digits").fill(administrator.recovery[0])
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text(administrator.case)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_no_violation_and_nothing_is_too_wide(
    browser: Browser, team: dict[Role, Member], *, dark: bool
) -> None:
    source, administrator = read_axe(), team[Role.ADMINISTRATOR]

    def check(page: Page) -> None:
        page.evaluate(source)
        found = page.evaluate("axe.run()")["violations"]
        assert [(one["id"], one["nodes"][0]["html"]) for one in found] == [], page.url
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, page.url

    with open_page(browser, administrator, width=360, dark=dark) as page:
        check(page)
        take_up(page, administrator)
        for path in (*OF_TEAMS, f"/c/{administrator.case}/api"):
            page.goto(f"{administrator.base}{path}")
            for details in page.locator("details").all()[:3]:
                details.evaluate("one => one.open = true")
            check(page)
    stranger = Member(administrator.base, administrator.case, "/sign-in")
    with open_page(browser, stranger, width=360, dark=dark) as page:
        check(page)
