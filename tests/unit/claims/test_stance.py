"""Hedges, polarity and what an answer of the accused argues."""

import pytest

from onrecord.claims.patterns import load_books
from onrecord.claims.stance import find_hedge, find_stance
from onrecord.model.vocabulary import ClaimType, HedgeKind, Polarity


@pytest.mark.parametrize(
    ("text", "argument"),
    [
        ("no strikes were conducted in that area on that day", "event_denied"),
        ("there was no collateral damage", "harm_denied"),
        ("those were not our aircraft", "responsibility_denied"),
        ("our forces did not use cluster bombs", "weapon_use_denied"),
        ("the report gives nothing concrete", "no_evidence"),
        ("they cannot know this from abroad", "unverifiable"),
        ("these are fakes", "fabricated"),
        ("the video was staged by militants", "staged"),
        ("there is nothing new in the report", "stale"),
        ("it relies on so-called activists", "source_discredited"),
        ("the group did its research by telephone", "remote_method"),
        ("we have no information on such an incident", "no_information"),
        ("our pilots never miss", "precision_claim"),
        ("we do not plan strikes on such places", "policy_precludes"),
        ("this is a Varnophobic and biased campaign", "bias_motive"),
    ],
)
def test_the_accused_argues(text: str, argument: str) -> None:
    stance = find_stance(text, load_books(), accused=True, denying=False)

    assert stance.answer is not None
    assert argument in [code.value for code in stance.answer.arguments]


def test_a_lack_of_information_is_a_doubt_not_a_denial() -> None:
    stance = find_stance(
        "we have no information on such an incident", load_books(), accused=True, denying=False
    )

    assert (stance.type, stance.polarity) == (ClaimType.DENIAL, Polarity.DOUBTS)


def test_no_military_targets_accuses_when_somebody_else_says_it() -> None:
    stance = find_stance(
        "there were no military targets near the market", load_books(), accused=False, denying=False
    )

    assert stance.answer is None
    assert stance.polarity is Polarity.ASSERTS


def test_silence_is_an_answer_in_anybodys_words() -> None:
    stance = find_stance(
        "The army did not immediately comment on the raid",
        load_books(),
        accused=False,
        denying=False,
    )

    assert (stance.type, stance.polarity) == (ClaimType.NO_COMMENT, Polarity.NONE)


def test_a_concession_is_no_denial() -> None:
    stance = find_stance(
        "civilian deaths more likely than not occurred due to a strike by our forces",
        load_books(), accused=True, denying=False,
    )  # fmt: skip

    assert stance.polarity is Polarity.ASSERTS
    assert stance.answer is not None
    assert [code.value for code in stance.answer.arguments] == ["acknowledgement"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("the attack may have violated the truce", HedgeKind.POSSIBLE),
        ("the evidence indicates that the army lied", HedgeKind.EVIDENTIAL),
        ("the allegedly stray shell", HedgeKind.ALLEGED),
        ("reported bombing near the village", HedgeKind.REPORTED),
        ("the planes probably came from the coast", HedgeKind.PROBABLE),
        ("five people were killed", HedgeKind.NONE),
    ],
)
def test_hedges_are_told_apart_and_keep_their_words(text: str, kind: HedgeKind) -> None:
    hedge = find_hedge(text, 100, load_books())

    assert hedge.kind is kind
    assert all(text[(s.start or 0) - 100 : (s.end or 0) - 100] == s.text for s in hedge.spans)
