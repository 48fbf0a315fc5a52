"""Answers of a side as a paper tells them: what is argued, by whom, and what only sounds so."""

from collections.abc import Callable

import pytest
from tests.builders import a_document

from onrecord.claims import Reader, make_reader
from onrecord.model.claim import Claim
from onrecord.model.vocabulary import ClaimType, Polarity

ACCUSED = "Residents said the Varnian army shelled the fair in Osk on Monday, killing two people."
Answers = Callable[[str], list[Claim]]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return make_reader()


@pytest.fixture
def answers(reader: Reader) -> Answers:
    """The claims of a sentence that follows an accusation in its own paragraph."""

    def claims(sentence: str) -> list[Claim]:
        found = reader.read(a_document(f"{ACCUSED}\n\n{sentence}"))
        return [claim for claim in found if (claim.start or 0) > len(ACCUSED)]

    return claims


def _codes(claims: list[Claim]) -> set[str]:
    return {code.value for c in claims if c.answer is not None for code in c.answer.arguments}


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("The army neither confirmed nor denied the shelling.", "no_comment"),
        ("The government has kept quiet about the shelling.", "no_comment"),
        ("The army did not say whether its guns had fired.", "no_comment"),
        ("The army has yet to say anything about the fair.", "no_comment"),
        ("The general said he was not at liberty to discuss the fair.", "no_comment"),
        ("The colonel said that questions should go to the defence ministry.", "deferral"),
        ("The army promised a statement later in the week.", "deferral"),
        ("The army said a panel had been set up to find out what happened.", "investigating"),
        ("The general said the fair had never been shelled.", "event_denied"),
        ("The army said the shells had landed in open fields.", "harm_denied"),
        ("The general ruled out that his gunners were to blame.", "responsibility_denied"),
        ("The army said the shells had come from rebel lines.", "responsibility_denied"),
        ("The army called the number of dead wildly inflated.", "scale_disputed"),
        ("The army branded the report a fairy tale.", "fabricated"),
        ("The general said every shell had hit its target.", "precision_claim"),
        ("The army said it had returned fire.", "lawful_target"),
        ("The army did not deny that its shells had hit the fair.", "no_comment"),
        ("The army admitted that its shells had hit a school.", "partial_acknowledgement"),
        ("The army admitted that its shells had killed two traders.", "acknowledgement"),
        ("The general said the shelling had been a mistake.", "acknowledgement"),
    ],
)
def test_an_answer_is_read_with_what_it_argues(answers: Answers, sentence: str, code: str) -> None:
    assert code in _codes(answers(sentence))


def test_condolences_concede_nothing(answers: Answers) -> None:
    codes = _codes(answers("The army sent its condolences to the families of the traders."))

    assert not {"acknowledgement", "partial_acknowledgement"} & set(codes)


@pytest.mark.parametrize(
    "sentence",
    [
        "A stunned silence fell over the fair.",
        "Neighbours regret that the world is silent.",
        "A trader said the army was hiding behind silence.",
        "Rescuers said they had no information about survivors.",
        "A nurse said the shelling had been precise: it hit the ward where children slept.",
        "The union denied that its members would strike next week.",
        "A teacher said no fighters had ever been in the school.",
    ],
)
def test_words_that_only_sound_like_an_answer_argue_nothing(
    answers: Answers, sentence: str
) -> None:
    assert _codes(answers(sentence)) == set()


def test_an_officer_of_nobody_in_particular_speaks_for_the_side_named_last(
    answers: Answers,
) -> None:
    (claim,) = answers("The general said that no shell had been fired.")

    assert (claim.speakers[-1], claim.speaks_for) == ("general", "Varnian Armed Forces")


def test_a_place_is_not_taken_for_the_person_who_speaks(answers: Answers) -> None:
    (claim,) = answers("The colonel said the gunners had orders to spare the fair.")

    assert claim.speakers[-1] == "colonel"


def test_whose_deed_it_was_may_stand_beside_the_denial(answers: Answers) -> None:
    (claim,) = answers("The army said the shells were fired from rebel positions.")

    assert (claim.type, claim.polarity) == (ClaimType.DENIAL, Polarity.DENIES)
    assert {"responsibility_denied", "counter_accusation"} <= _codes([claim])


@pytest.mark.parametrize(
    ("publisher", "text", "parties"),
    [
        (
            "Varnian General Staff",
            "Aircraft struck two depots near Osk on Monday.",
            {("Varnian Armed Forces", "perpetrator")},
        ),
        (
            "The Osk Courier",
            "Six people died on Monday at the hands of the Varnian army in Osk.",
            {("Varnian Armed Forces", "alleged_perpetrator")},
        ),
        (
            "The Osk Courier",
            "Shelling by the occupation army hit a mill in Osk, said the Hill Liberation Front.",
            set(),
        ),
    ],
)
def test_a_side_is_named_for_its_own_deeds_and_nobody_for_anothers(
    reader: Reader, publisher: str, text: str, parties: set[tuple[str, str]]
) -> None:
    claims = reader.read(a_document(text, publisher=publisher))
    found = {(p.name, p.role.value) for claim in claims for p in claim.parties}

    assert {pair for pair in found if pair[1] != "other"} == parties
