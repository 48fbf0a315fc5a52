"""Papers of one house, and a party's own outlet, are no voices of their own."""

import tomllib
from importlib.resources import files

from tests.builders import a_count, a_document
from tests.unit.tallies.scenes import saying, unsourced, weigh

from onrecord.claims import load_party_book
from onrecord.model.document import Document
from onrecord.model.identity import DocumentId
from onrecord.weighing.owners import learn_owners


def owned(publisher: str, owner: str | None) -> Document:
    return a_document(id=DocumentId(f"{publisher} 2021-03-05"), publisher=publisher, owner=owner)


def test_two_papers_of_one_house_are_one_voice() -> None:
    papers = [unsourced("Morning", a_count(7)), unsourced("Evening", a_count(7))]
    house = [owned("Morning", "Tarvel Press House"), owned("Evening", "Tarvel Press House")]

    assert len(weigh(papers).voices) == 2
    (voice,) = weigh(papers, documents=house).voices
    assert voice.owner == "Tarvel Press House"


def test_an_outlet_of_the_accused_is_no_independent_source() -> None:
    papers = [unsourced("Varnia Today", a_count(7))]
    state = [owned("Varnia Today", "Government of Varnia")]

    assert weigh(papers).independent.possible == 1
    assert weigh(papers, documents=state).independent.possible == 0


def test_whom_an_owned_paper_quotes_speaks_for_himself() -> None:
    told = saying("Ostren Monitor", a_count(7), speakers=("Morning", "Ostren Monitor"))
    document = a_document(id=told.document, publisher="Morning", owner="Government of Varnia")

    support = weigh([told], documents=[document])

    assert (support.independent.certain, support.voices[0].owner) == (1, None)


def test_the_users_word_on_an_owner_goes_before_the_list() -> None:
    document = a_document(publisher="The Sun", owner="Tarvel Press House")

    assert learn_owners([])["sun"] == "News Corp"
    assert learn_owners([document])["sun"] == "Tarvel Press House"


def test_every_party_in_the_list_of_owners_is_a_listed_party_and_every_owner_has_its_source() -> (
    None
):
    text = files("onrecord.weighing").joinpath("lexicons", "owners.toml").read_text("utf-8")
    owners = tomllib.loads(text)["owner"]
    names = load_party_book().parties
    states = [one["name"] for one in owners if one["name"].startswith("Government of")]

    assert all(one["source"] and one["outlets"] for one in owners)
    assert {*states, "Hezbollah", "Hamas", "Ansar Allah", "Israeli Armed Forces"} <= set(names)


def test_each_figure_has_its_own_number_of_independent_originators() -> None:
    support = weigh(
        [
            saying("Ostren Monitor", a_count(7)),
            saying("Tarvel Rescue", a_count(7)),
            unsourced("Late Paper", a_count(9), day="2021-03-09"),
        ]
    )

    told = [(one.min, one.voices, one.independent) for one in support.backings]
    assert [(number, voices) for number, voices, _ in told] == [
        (9, ("Late Paper",)),
        (7, ("Ostren Monitor", "Tarvel Rescue")),
    ]
    assert [(one.certain, one.possible) for _, _, one in told] == [(0, 0), (2, 2)]


def test_a_figure_taken_back_is_backed_by_nobody() -> None:
    first = saying("Ostren Monitor", a_count(9), day="2021-03-05")
    then = saying("Ostren Monitor", a_count(7), day="2021-03-06")

    assert [one.min for one in weigh([first, then]).backings] == [7]
