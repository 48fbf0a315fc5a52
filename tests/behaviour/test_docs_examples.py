"""The examples of the documentation run, and print what the pages say they print."""

import re
import shlex
import shutil
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet
from tests.behaviour.demo_case import Ran, demo_folder, in_folder, run_onrecord

ROOT = Path(__file__).parents[2]
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
ANYTHING = "…"


def blocks() -> list[ParameterSet]:
    return [
        pytest.param(found[1], id=f"{page.relative_to(ROOT)}:{place}")
        for page in PAGES
        for place, found in enumerate(BLOCK.finditer(page.read_text(encoding="utf-8")), start=1)
    ]


def run_line(line: str) -> Ran:
    """`$ onrecord …`, or `$ printf … | onrecord …`, whose words are given on standard input."""
    words = shlex.split(line.removeprefix("$ "))
    given = ""
    if words[0] == "printf":
        cut = words.index("|")
        given, words = words[cut - 1] + "\n", words[cut + 1 :]
    assert words[0] == "onrecord", line
    return run_onrecord(*words[1:], given=given)


@pytest.mark.parametrize("block", blocks())
def test_the_example_runs_and_prints_what_the_page_says(block, tmp_path, monkeypatch):
    monkeypatch.setenv("ONRECORD_JOBS", "1")
    shutil.copytree(demo_folder(), tmp_path / "here")
    told: list[str] = []
    with in_folder(tmp_path / "here"):
        for line in block.splitlines():
            if line.startswith("$ "):
                ran = run_line(line)
                assert ran.code == 0, ran.err
                told = (ran.out + ran.err).splitlines()
            elif line != ANYTHING:
                start = line.rstrip(ANYTHING).rstrip()
                assert any(part.strip().startswith(start.strip()) for part in told), line


def test_there_are_examples_on_the_page_of_every_step_that_prints():
    told = [
        page.stem
        for page in (ROOT / "docs" / "steps").glob("*.md")
        if BLOCK.search(page.read_text("utf-8"))
    ]

    assert sorted(told) == [
        "export",
        "extract",
        "ingest",
        "link",
        "show",
        "tally",
        "verify",
        "weigh",
    ]
