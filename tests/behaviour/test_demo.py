"""The demonstration: shipped notes that need no network and end by saying how to go on."""

import csv
import re
from pathlib import Path

import pytest
from tests.behaviour.demo_case import SHIPPED, demo_folder, in_folder, run_onrecord

NOTES = sorted((SHIPPED / "notes").glob("*.txt"))
SHARED = Path(__file__).parents[2].parent / "shared" / "founding"
RUN_OF_WORDS = 7


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def test_there_are_at_least_twelve_notes_and_each_stands_in_the_table():
    with (SHIPPED / "notes" / "documents.csv").open(encoding="utf-8") as table:
        listed = [row["file"] for row in csv.DictReader(table)]

    assert len(NOTES) >= 12
    assert sorted(listed) == [note.name for note in NOTES]


@pytest.mark.parametrize("note", NOTES, ids=lambda note: note.stem)
def test_every_note_says_what_it_is_and_is_short(note):
    text = note.read_text(encoding="utf-8")
    exercise = text.startswith("Exercise: invented country and people.\n")
    summary = text.splitlines()[-1].startswith("Summary of an article")

    assert exercise != summary
    assert 60 <= len(text.split()) <= 160
    assert not re.search(r"[\"“”«»]", text)


@pytest.mark.skipif(not SHARED.exists(), reason="the founding articles are not beside this project")
@pytest.mark.parametrize("note", NOTES, ids=lambda note: note.stem)
def test_no_note_shares_a_run_of_words_with_the_article_it_sums_up(note):
    theirs = {
        tuple(words[place : place + RUN_OF_WORDS])
        for article in SHARED.glob("*.txt")
        for words in [words_of(article.read_text(encoding="utf-8"))]
        for place in range(len(words))
    }
    mine = words_of(note.read_text(encoding="utf-8"))
    runs = (tuple(mine[place : place + RUN_OF_WORDS]) for place in range(len(mine)))

    assert [run for run in runs if len(run) == RUN_OF_WORDS and run in theirs] == []


def test_the_demonstration_shows_the_case_and_says_how_to_go_on():
    with in_folder(demo_folder()):
        ran = run_onrecord("demo")

    assert ran.code == 0
    assert "Ariha" in ran.out
    assert "Figures are bounds on what was reported" in ran.out
    assert "onrecord run mycase.case FOLDER" in ran.err


def test_running_the_demonstration_again_adds_nothing():
    with in_folder(demo_folder()):
        before = run_onrecord("export", "demo.case", "--what", "incidents").out
        ran = run_onrecord("demo")

        assert "ingest: already up to date" in ran.err
        assert run_onrecord("export", "demo.case", "--what", "incidents").out == before
