"""What a terminal is given: safe words, short identifiers, marks under the right letters."""

import io

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from tests.builders import a_claim, a_count
from tests.unit.publications.published import (
    a_counting,
    a_kept_case,
    a_range,
    a_tally,
    an_incident,
)

from onrecord.cli.identify import identify
from onrecord.cli.render import blank_controls, clean, shorten
from onrecord.cli.render_summary import show_summary
from onrecord.cli.render_words import find_paragraph, print_marked, split_paragraphs
from onrecord.model.claim import Words
from onrecord.model.failure import Failed
from onrecord.model.identity import ClaimId, IncidentId, TallyId
from onrecord.model.tally import Aside


def a_console(width: int = 80) -> Console:
    return Console(file=io.StringIO(), width=width, highlight=False, markup=False, emoji=False)


def printed(console: Console) -> str:
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_control_codes_of_a_document_never_reach_the_terminal():
    assert "\x1b" not in clean("red\x1b[31m alert\x07")


def test_overrides_of_direction_are_taken_out():
    assert clean("abc\u202edef") == "abcdef"


@given(st.text())
def test_blanking_keeps_every_offset(words):
    assert len(blank_controls(words)) == len(words)


def test_right_to_left_words_do_not_break_the_table():
    incident = an_incident(title="سوق أريحا", counting=a_counting(a_range(44, 49)))
    console = a_console()
    show_summary(console, a_kept_case(incidents=(incident, an_incident())), name="x")

    assert all(cell_len(line) <= 80 for line in printed(console).splitlines())
    assert "\u2068سوق أريحا\u2069" in printed(console)


@given(st.sets(st.text("0123456789abcdef", min_size=12, max_size=12), min_size=1, max_size=40))
def test_short_identifiers_are_beginnings_that_only_one_has(ids):
    short = shorten(ids)

    assert all(
        [other for other in ids if other.startswith(beginning)] == [id]
        for id, beginning in short.items()
    )


@pytest.mark.parametrize("typed", ["i-3f2a91", "i-3f", "3f2a"])
def test_an_identifier_may_be_cut_short(typed):
    assert identify(typed, ["i-3f2a91", "i-77b0c4"], noun="incident") == "i-3f2a91"


def test_a_beginning_that_several_have_lists_them():
    with pytest.raises(click.UsageError, match="several incidents begin with i-3: i-31, i-32"):
        identify("i-3", ["i-31", "i-32"], noun="incident")


def test_an_empty_case_says_so():
    with pytest.raises(click.UsageError, match="holds no tallies"):
        identify("t-1", [], noun="tally")


def test_paragraphs_are_runs_of_lines_between_blank_lines():
    text = "One\ntwo\n\nthree\n \nfour"

    assert [text[start:end] for start, end in split_paragraphs(text)] == [
        "One\ntwo",
        "three",
        "four",
    ]
    assert find_paragraph(text, 9, 11) == (9, 14)


def test_marks_stand_under_the_words_they_name():
    text = "Before.\n\nIn Tarvel seven people were killed, she said.\n\nAfter."
    start, end = text.index("seven people were"), text.index(", she")
    count = a_count(7, text="seven people", start=start, end=start + len("seven people"))
    told = text.index("she said")
    claim = a_claim(
        id=ClaimId("c-1"),
        quote=text[start:end],
        start=start,
        end=end,
        counts=(count,),
        places=(),
        parties=(),
        attribution=(Words(text="she said", start=told, end=told + 8),),
    )
    console = a_console()
    print_marked(console, text, claim)

    words, marks = printed(console).splitlines()[:2]
    assert words.strip() == "In Tarvel seven people were killed, she said."
    assert words[marks.index("n") : marks.rindex("n") + 1] == "seven people"
    assert words[marks.index("~") : marks.rindex("~") + 1].strip() == "were killed"
    assert words[marks.index("a") : marks.rindex("a") + 1] == "she said"


@given(st.text(max_size=300), st.integers(30, 120))
def test_any_paragraph_can_be_marked_at_any_width(text, width):
    claim = a_claim(id=ClaimId("c-1"), quote=text, start=0, end=len(text), counts=())
    print_marked(a_console(width), text, claim)


def test_a_large_case_is_cut_to_what_matters_most_and_says_how_to_list_the_rest():
    many = tuple(an_incident(id=IncidentId(f"i-{place:05}")) for place in range(800))
    tallies = tuple(a_tally(id=TallyId(f"t-{place:05}")) for place in range(100))
    asides = tuple(Aside(kind="stock", words=f"{n} people", claims=()) for n in range(500))
    failures = tuple(
        Failed(item=f"{n}.pdf", kind="empty", reason="empty", remedy="get it") for n in range(300)
    )
    case = a_kept_case(incidents=many, tallies=tallies, asides=asides, failures=failures)
    console = a_console(100)
    show_summary(console, case, name="x")
    out = printed(console)

    assert len(out.splitlines()) < 300
    assert "and 770 more incidents: onrecord show x incident" in out
    assert "more tallies: onrecord show x tally" in out
    assert "more figures: onrecord export x --what asides" in out
    assert "more failures: onrecord export x --what failures" in out


def test_a_place_that_nobody_found_names_the_option_that_helps():
    console = a_console()
    show_summary(console, a_kept_case(incidents=(an_incident(place=None),)), name="x")

    assert "--gazetteer" in printed(console)
