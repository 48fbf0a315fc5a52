"""What a clause is about, where a claim begins and ends, and over what it speaks."""

from collections.abc import Callable

import pytest
from tests.builders import a_document

from onrecord.claims import Reader, make_reader
from onrecord.model.claim import Claim
from onrecord.model.vocabulary import ClaimType, Unit

Read = Callable[..., list[Claim]]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return make_reader()


@pytest.fixture
def read(reader: Reader) -> Read:
    """The claims of a text, under a title if one is given."""

    def claims(text: str, title: str | None = None) -> list[Claim]:
        return list(reader.read(a_document(text, title=title)))

    return claims


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("There was no trace of any armed presence near the dairy in Tarvel.", "target_status"),
        ("My brother was a beekeeper, and he never held a rifle in his life.", "target_status"),
        (
            "The registry's casualty figures are minimum figures for the whole district.",
            "method_statement",
        ),
        ("Researchers reviewed 60 videos of the bombing of Tarvel.", "method_statement"),
        ("The centre was unable to find any record of such a funeral in Tarvel.", "corroboration"),
        ("The Tarvel Monitor stands by its findings on the shelling.", "corroboration"),
        ("One in nine mortar shells of this make fails to detonate.", "residual_hazard"),
        (
            "Sixty hectares of orchards near Tarvel remain unsafe for the farmers.",
            "residual_hazard",
        ),
        ("The army broke the truce twice before noon in Tarvel.", "agreement_violation"),
        ("The principle of distinction binds both armies in Tarvel.", "legal_assessment"),
        ("The militia has repeatedly shelled clinics in Tarvel.", "pattern_assessment"),
        ("The rebels' envoy called on the army to open the road to Tarvel.", "opinion"),
        ("The garrison knew of the killings in Tarvel.", "concealment_allegation"),
        ("Gunmen fired on a bus outside Tarvel.", "attack"),
        ("The raid bore the fingerprints of the northern militia.", "attack"),
        ("Her uncle was hit in the shoulder.", "casualty_count"),
        ("The dead driver was named as Ivo Marn, a father of two.", "casualty_count"),
        ("The baker and his wife were unhurt in the blast.", "context"),
        ("Nobody has claimed the attack in Tarvel.", "context"),
    ],
)
def test_a_clause_is_typed_by_what_it_tells(read: Read, text: str, type: str) -> None:
    assert read(text)[0].type is ClaimType(type)


def test_a_semicolon_ends_a_claim(read: Read) -> None:
    text = "Four people were killed in Tarvel on Monday; the army shelled Odrin on the same day."

    quotes = [claim.quote for claim in read(text)]

    assert quotes == [
        "Four people were killed in Tarvel on Monday",
        "the army shelled Odrin on the same day",
    ]


def test_a_verb_without_subject_goes_on_with_the_clause_before_it(read: Read) -> None:
    quotes = [c.quote for c in read("A man received first aid but died before noon in Tarvel.")]

    assert quotes == ["A man received first aid but died before noon in Tarvel"]


def test_figures_in_an_account_of_a_month_are_tallies(read: Read) -> None:
    text = "The Centre recorded 812 civilian deaths.\n\nArtillery killed 300 of them.\n\nOf the dead, 90 were children."

    claims = read(text, title="Civilian deaths in July 2021")

    assert claims
    assert {c.unit for c in claims if c.in_ == "text"} == {Unit.AGGREGATE_PERIOD}


def test_a_dated_attack_in_an_account_of_a_month_keeps_its_figure(read: Read) -> None:
    text = (
        "On 3 July 2021, a shell hit a bakery in Tarvel and killed nine people, and wounded four."
    )

    claims = read(text, title="Civilian deaths in July 2021")

    assert [(c.type, c.unit) for c in claims if c.in_ == "text"] == [
        (ClaimType.CASUALTY_COUNT, Unit.INCIDENT)
    ]


def test_a_first_figure_of_one_attack_makes_no_account(read: Read) -> None:
    text = "A strike killed six people in Tarvel on 3 July 2021.\n\nThe army killed 40 people there this year."

    units = [claim.unit for claim in read(text) if claim.counts]

    assert units == [Unit.INCIDENT, Unit.AGGREGATE_PERIOD]


@pytest.mark.parametrize("ordinal", ["14th", "fourteenth", "second"])
def test_the_nth_killing_of_a_year_is_a_tally(read: Read, ordinal: str) -> None:
    claim = read(f"It was the {ordinal} homicide of the year in Tarvel.")[0]

    assert (claim.type, claim.unit) == (ClaimType.TALLY, Unit.AGGREGATE_PERIOD)


@pytest.mark.parametrize("since", ["30 September 2015", "the 3rd of May", "May 2024", "2019"])
def test_a_toll_since_a_day_is_one_of_a_period(read: Read, since: str) -> None:
    claims = read(f"Rescuers say that 40 civilians were killed in Vell since {since}.")

    assert [claim.unit for claim in claims if claim.counts] == [Unit.AGGREGATE_PERIOD]
