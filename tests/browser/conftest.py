"""One browser for all journeys of a file."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser
from tests.browser.pages import open_browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A headless Chromium; the test is skipped aloud where there is none."""
    with open_browser() as opened:
        yield opened
