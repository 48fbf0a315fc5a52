"""The catalogue lists what the case holds, and finds words in their forms."""

import json
from pathlib import Path

import pytest
from tests.builders import a_claim, a_document

from onrecord.store.catalogue import Held, write_catalogue
from onrecord.store.forms import find_stem, write_match
from onrecord.store.remembering import Memory, open_remembered
from onrecord.store.searching import PAGE, IncidentQuery, open_catalogue

TEXTS = {
    "en": "Shelling killed two civilians in the market.",
    "ar": "قُتل خمسة من المدنيين والأطفال في القصف",
    "ru": "В результате обстрела погибли дети",
}


def a_record(id: str, **changes: object) -> str:
    record = {
        "id": id,
        "title": "Tarvel · market · 2021-03-04",
        "claims": [],
        "documents": [],
        "aliases": [],
        "flags": [],
        "when": {"from": "2021-03-04", "to": "2021-03-04", "precision": "day"},
        "place": {"name": "Tarvel", "admin1": "Ostren", "country": "XV", "precision": 1,
                  "lat": 1.0, "lon": 2.0},
        "support": {
            "grade": "fair", "strike_status": "likely", "attribution_status": "suspected",
            "official_response": "none_found", "parties": [], "contradictions": [],
            "unanswered": [], "independent": {"certain": 1, "possible": 2},
        },
        "counting": {"by_harm": {}, "by_class": {}},
    }  # fmt: skip
    return json.dumps({**record, **changes})


def hold(records: list[str], *, head: str = "h") -> Held:
    return Held(about={"head": head}, incidents=records, claims=[], documents=[])


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    path = tmp_path / "catalogue.db"
    killed = {"min": 3, "max": 5, "open": False, "best": 4}
    held = Held(
        about={"head": "h"},
        incidents=[
            a_record("i-1", counting={"by_harm": {"killed": killed}, "by_class": {}}),
            a_record("i-2", when=None, place=None, title="place unknown · date unknown"),
        ],
        claims=[a_claim(quote="two civilians", document="en")],
        documents=[a_document(id=id, text=text) for id, text in TEXTS.items()],
    )
    write_catalogue(path, held)
    return path


@pytest.mark.parametrize(
    ("typed", "document"),
    [
        ("civilian", "en"), ("kill", "en"), ("shell mark", "en"),
        ("قصف", "ar"), ("مدنيين", "ar"), ("أطفال", "ar"), ("بالقصف", "ar"),
        ("обстрел", "ru"), ("обстрелами", "ru"), ("детей", "ru"),
    ],
)  # fmt: skip
def test_a_word_is_found_in_its_other_forms(kept: Path, typed: str, document: str) -> None:
    with open_catalogue(kept) as catalogue:
        assert [line.id for line in catalogue.list_documents(typed)] == [document]
        assert catalogue.count_documents(typed) == 1


@pytest.mark.parametrize("typed", ['"', "* AND", "said:", "NEAR(", "')--", "\x00", "  "])
def test_no_typed_words_break_a_query(kept: Path, typed: str) -> None:
    with open_catalogue(kept) as catalogue:
        catalogue.list_documents(typed)
        catalogue.list_incidents(IncidentQuery(words=typed))


def test_a_missing_figure_leaves_the_sum_open_and_is_no_zero(kept: Path) -> None:
    with open_catalogue(kept) as catalogue:
        whole = catalogue.add_up(IncidentQuery())
        dated = catalogue.add_up(IncidentQuery(first="2021-01-01"))
        none = catalogue.add_up(IncidentQuery(grade="weak"))

    assert (whole.incidents, whole.killed_with, whole.killed_open) == (2, 1, True)
    assert (dated.killed_min, dated.killed_max, dated.killed_open) == (3, 5, False)
    assert none.killed_max is None


def test_incidents_at_one_place_are_one_spot_of_the_map(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.db"
    killed = {"by_harm": {"killed": {"min": 3, "max": 5, "open": False, "best": 4}}, "by_class": {}}
    records = [a_record("i-1", counting=killed), a_record("i-2"), a_record("i-3", place=None)]
    write_catalogue(path, hold(records))

    with open_catalogue(path) as catalogue:
        spots = catalogue.list_spots(IncidentQuery(), limit=10)

    assert [(one.place, one.incidents, one.killed_min) for one in spots] == [("Tarvel", 2, 3)]


def test_answers_are_remembered_until_the_case_changes(tmp_path: Path) -> None:
    path, memory, query = tmp_path / "catalogue.db", Memory(), IncidentQuery()
    found = []
    for head, ids in (("h", ["i-1"]), ("h", ["i-1", "i-2"]), ("g", ["i-1", "i-2"])):
        records = [a_record(id) for id in ids]
        write_catalogue(path, hold(records, head=head))
        with open_remembered(path, memory) as catalogue:
            found.append(catalogue.add_up(query).incidents)

    assert found == [1, 1, 2]


def test_an_incident_that_linking_was_unsure_of_is_listed_as_asked(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.db"
    records = [a_record("i-1", flags=["possible_two_attacks"]), a_record("i-2")]
    write_catalogue(path, hold(records))

    with open_catalogue(path) as catalogue:
        assert [line.id for line in catalogue.list_incidents(IncidentQuery(state="asked"))] == [
            "i-1"
        ]


def test_words_without_a_stem_stay_as_they_are() -> None:
    assert find_stem("M-21OF") == "m-21of"
    assert write_match("") == ""


def test_all_that_is_found_is_listed_however_many_pages_it_fills(tmp_path: Path) -> None:
    path, number = tmp_path / "catalogue.db", 3 * PAGE + 1
    held = Held(
        about={"head": "h"},
        incidents=[a_record(f"i-{n:03}") for n in range(number)],
        claims=[],
        documents=[a_document(id=f"d-{n:03}", text=TEXTS["en"]) for n in range(number)],
    )
    write_catalogue(path, held)
    with open_catalogue(path) as kept:
        query = IncidentQuery(sort="title")
        pages = range(1, 5)

        assert list(kept.iterate_incidents(query)) == [
            line for page in pages for line in kept.list_incidents(query, page=page)
        ]
        assert list(kept.iterate_documents("shelling")) == [
            line for page in pages for line in kept.list_documents("shelling", page=page)
        ]
        assert len(list(kept.iterate_documents())) == number
