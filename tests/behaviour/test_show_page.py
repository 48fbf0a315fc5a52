"""The page of one incident of the demonstration, word for word, as a recorder reads it.

If a change makes the page better: `python -m tests.behaviour.test_show_page` writes it anew.
"""

import re
from pathlib import Path

import pytest
from tests.behaviour.demo_case import demo_folder, in_folder, run_onrecord

from onrecord.pipeline.views import open_view

PAGE = Path(__file__).parent / "snapshots" / "incident.txt"
PLACE = "Tarvel"
# What follows from the content of claims, and changes with every change of their words.
_CODES = re.compile(r"\b[ic]-[0-9a-f]{4,}\b")


def page_of_the_market() -> str:
    with open_view(demo_folder() / "demo.case") as view:
        incident = next(one for one in view.incidents() if one.title.startswith(PLACE))
    with in_folder(demo_folder()):
        printed = run_onrecord("show", "demo.case", "incident", incident.id).out
    head = printed.split("Which claim is which?")[0]
    return "".join(f"{_CODES.sub('CODE', line).rstrip()}\n" for line in head.splitlines())


def test_the_page_of_an_incident_reads_as_it_should(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")

    assert page_of_the_market() == PAGE.read_text(encoding="utf-8")


def write_page() -> None:
    """Writes the page as it is now into the snapshot."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", "80")
        PAGE.write_text(page_of_the_market(), encoding="utf-8")


if __name__ == "__main__":
    write_page()
