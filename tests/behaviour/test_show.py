"""`onrecord show`: every number leads to claims, and every claim to its words."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Protocol

import pytest
from tests.behaviour.demo_case import demo_folder, in_folder, run_onrecord

from onrecord.model.identity import ClaimId
from onrecord.pipeline.views import open_view
from onrecord.publications.figures import Figure, figure_of
from onrecord.publications.summary import summarise_case


class HasId(Protocol):
    @property
    def id(self) -> str: ...


def show(*arguments: str) -> str:
    with in_folder(demo_folder()):
        ran = run_onrecord("show", "demo.case", *arguments)
    assert ran.code == 0, ran.err
    return ran.out


@cache
def ids_of(noun: str) -> tuple[str, ...]:
    with open_view(demo_folder() / "demo.case") as view:
        listed: Mapping[str, Callable[[], Iterable[HasId]]] = {
            "incident": view.incidents,
            "claim": view.claims,
            "document": view.documents,
            "tally": view.tallies,
        }
        return tuple(item.id for item in listed[noun]())


def all_figures() -> list[Figure]:
    with open_view(demo_folder() / "demo.case") as view:
        summary = summarise_case(view)
        ranges = [
            figure_of(incident, harm, victims)
            for incident in view.incidents()
            for harm, classes in incident.counting.by_class.items()
            for victims in (None, *classes)
        ]
    rows = [
        figure
        for row in summary.rows
        for figure in (row.killed, row.civilians, row.children, row.women, row.injured)
    ]
    tallies = [
        figure
        for line in summary.tallies
        for figure in (line.total, line.residual, *(figure for _, figure in line.parts))
    ]
    asides = [figure for line in summary.asides for figure in line.figures]
    sums = [line.figure for line in summary.sums]
    return [*rows, *ranges, *sums, *tallies, *asides]


def test_every_number_leads_to_claims_whose_words_stand_in_their_document():
    with open_view(demo_folder() / "demo.case") as view:
        claims = {claim.id: claim for claim in view.claims()}
        texts = {document.id: document for document in view.documents()}
    figures = [figure for figure in all_figures() if re.search(r"\d", figure.words)]

    assert len(figures) > 20
    for figure in figures:
        assert figure.claims, figure.words
        for id in figure.claims:
            claim = claims[ClaimId(id)]
            document = texts[claim.document]
            text = document.title if claim.in_ == "title" else document.text
            assert (text or "")[claim.start : claim.end] == claim.quote


def test_an_unknown_figure_is_never_nought():
    assert all(figure.words != "0" or figure.claims for figure in all_figures())


def test_the_summary_holds_the_table_the_sums_and_what_is_not_added():
    out = show()

    for part in (
        "Killed",
        "Sums over these incidents",
        "Tallies of recorders",
        "Estimates: refused",
    ):
        assert part in out


@pytest.mark.parametrize("columns", ["80", "100", "120", "200"])
def test_nothing_printed_is_wider_than_the_terminal(columns, monkeypatch):
    monkeypatch.setenv("COLUMNS", columns)
    told = [show(), *(show("incident", id) for id in ids_of("incident"))]

    assert max(len(line.rstrip()) for out in told for line in out.splitlines()) <= int(columns)


def test_no_colour_code_is_printed_when_piped():
    assert "\x1b" not in show() + show("claim", ids_of("claim")[0])


@pytest.mark.parametrize("noun", ["incident", "claim", "document", "tally"])
def test_each_of_a_kind_can_be_shown_by_the_beginning_of_its_identifier(noun):
    for id in ids_of(noun):
        assert show(noun, id)
    assert show(noun, ids_of(noun)[0][:-1]) if noun != "document" else True


@pytest.mark.parametrize("noun", ["incident", "claim", "document", "tally"])
def test_without_an_identifier_all_of_a_kind_are_listed(noun):
    assert len(show(noun).splitlines()) >= len(ids_of(noun))


@pytest.mark.parametrize("noun", ["incident", "claim", "document", "tally"])
def test_an_unknown_identifier_lists_the_nearest(noun):
    with in_folder(demo_folder()):
        ran = run_onrecord("show", "demo.case", noun, "zzzz")

    assert ran.code == 2
    assert "the nearest are" in ran.err


def test_a_claim_is_shown_with_its_words_marked_in_their_paragraph():
    with open_view(demo_folder() / "demo.case") as view:
        claim = next(claim for claim in view.claims() if claim.counts and claim.places)
    out = show("claim", claim.id)

    assert "~~~" in out
    assert re.search(r"n{3,}", out)
    assert claim.produced_by.rule in out
    assert "entry " in out


def test_an_incident_answers_the_questions_of_a_reader():
    with open_view(demo_folder() / "demo.case") as view:
        answered = next(item for item in view.incidents() if item.support.replies)
    out = show("incident", answered.id)

    for question in (
        "How many people?",
        "How sure, and of what?",
        "Who speaks, and who only passes on?",
        "How many independent sources has each figure?",
        "Who is accused, and by whom?",
        "What do the accused say?",
        "Why are these documents one attack?",
    ):
        assert question in out


def test_a_document_is_shown_with_its_claims_in_the_margin():
    out = show("document", ids_of("document")[0])

    assert "claims in the margin" in out
    assert re.search(r"^c-[0-9a-f]{4,}", out, re.MULTILINE)


def test_a_case_that_is_not_there_could_not_be_shown():
    ran = run_onrecord("show", "no-such.case")

    assert ran.code == 3
    assert ran.out == ""


def explain(id: str) -> str:
    with in_folder(demo_folder()):
        ran = run_onrecord("explain", "demo.case", id)
    assert ran.code == 0, ran.err
    return ran.out


def test_a_claim_is_explained_by_its_rule_and_by_what_came_of_it():
    with open_view(demo_folder() / "demo.case") as view:
        incident = view.incidents()[0]
        claim = next(one for one in view.claims() if one.id in incident.claims)
    out = explain(claim.id)

    assert claim.produced_by.rule in out
    assert incident.id in out


def test_an_incident_is_explained_by_the_weight_of_every_reason():
    with open_view(demo_folder() / "demo.case") as view:
        joined = next(item for item in view.incidents() if len(item.joins) > 1)
    out = explain(joined.id)

    assert len(re.findall(r"[+-]\d+\.\d bits", out)) == len(joined.joins)
    assert "How many people?" in out


def test_a_document_is_explained_by_how_it_is_known_and_what_it_shares():
    with open_view(demo_folder() / "demo.case") as view:
        copy = view.linking().copies[0]
    out = explain(copy.later)

    assert "your word" in out
    assert f"stands in {copy.earlier}" in " ".join(out.split())


def test_a_tally_is_explained_by_its_sum():
    assert "The sum as the recorder states it" in explain(ids_of("tally")[0])


def test_an_unknown_identifier_cannot_be_explained():
    with in_folder(demo_folder()):
        ran = run_onrecord("explain", "demo.case", "zzzz")

    assert ran.code == 2
    assert "no item zzzz" in ran.err


def test_what_nobody_answered_is_listed_for_the_case_and_for_each_incident():
    with open_view(demo_folder() / "demo.case") as view:
        silent = next(item for item in view.incidents() if item.support.unanswered)
    listed, one = show("answers"), show("answers", silent.id)

    assert "nobody answered: " in listed
    assert "What did nobody answer?" in one


def test_every_number_of_a_claim_on_the_page_is_in_its_key():
    for id in ids_of("incident"):
        page, _, key = show("incident", id).partition("Which claim is which?")
        assert set(re.findall(r"\[(\d+)\]", page)) <= set(re.findall(r"\[(\d+)\]", key))
