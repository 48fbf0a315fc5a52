"""The separate answers of an incident, each by ordered tests."""

from dataclasses import replace
from typing import Any

import pytest
from tests.builders import a_count, a_party
from tests.unit.tallies.scenes import (
    HERE,
    VARNIA,
    accused,
    decide,
    fighters,
    saying,
    unsourced,
    weigh,
)
from tests.unit.weighing.answering import MONITOR, an_answer

from onrecord.model.claim import Claim
from onrecord.model.decision import DecisionKind
from onrecord.model.incident import Support
from onrecord.model.vocabulary import (
    Argument,
    ClaimType,
    EvidenceClass,
    Polarity,
    Scope,
    SpeakerKind,
    Unit,
)

OTHER = saying("Osk Watch", a_count(8))
FRONT = (a_party("Tarvel Front"),)


def answered(*arguments: Argument, scope: Scope = Scope.INCIDENT, **more: Any) -> Support:
    """Two monitors' incident, with one answer of the accused to their report or their attack."""
    answer = an_answer(*arguments, scope=scope, links=(MONITOR,), **more)
    return weigh([MONITOR, OTHER], asides=[answer])


@pytest.mark.parametrize(
    ("argument", "scope", "response"),
    [
        (Argument.ACKNOWLEDGEMENT, Scope.INCIDENT, "acknowledged"),
        (Argument.PARTIAL_ACKNOWLEDGEMENT, Scope.INCIDENT, "partly_acknowledged"),
        (Argument.RESPONSIBILITY_DENIED, Scope.INCIDENT, "denied_specific"),
        (Argument.NO_INFORMATION, Scope.INCIDENT_UNNAMED, "denied_specific"),
        (Argument.LAWFUL_TARGET, Scope.INCIDENT, "justified"),
        (Argument.HUMAN_SHIELDS, Scope.REPORT, "justified"),
        (Argument.FABRICATED, Scope.REPORT, "denied_generic"),
        (Argument.STALE, Scope.CAMPAIGN, "denied_generic"),
        (Argument.INVESTIGATING, Scope.INCIDENT, "investigating"),
        (Argument.DEFERRAL, Scope.REPORT, "deferred"),
        (Argument.NO_COMMENT, Scope.INCIDENT, "no_comment"),
        (Argument.RESPONSIBILITY_DENIED, Scope.BLANKET, "none_found"),
    ],
)
def test_the_response_is_the_first_that_holds(
    argument: Argument, scope: Scope, response: str
) -> None:
    assert answered(argument, scope=scope).official_response == response


def test_a_denial_goes_before_a_deferral_of_the_same_speech() -> None:
    both = answered(Argument.DEFERRAL, Argument.NO_INFORMATION, scope=Scope.REPORT)

    assert both.official_response == "denied_generic"


@pytest.mark.parametrize(
    ("arguments", "scope", "status"),
    [
        ((Argument.ACKNOWLEDGEMENT,), Scope.INCIDENT, "admitted"),
        ((Argument.LAWFUL_TARGET,), Scope.INCIDENT, "claimed"),
        ((Argument.RESPONSIBILITY_DENIED,), Scope.INCIDENT, "denied_specific"),
        ((Argument.RESPONSIBILITY_DENIED,), Scope.REPORT, "denied_generic"),
        ((Argument.FABRICATED, Argument.STALE), Scope.REPORT, "suspected"),
        ((Argument.EVENT_DENIED,), Scope.REPORT, "suspected"),
        ((Argument.NO_COMMENT,), Scope.INCIDENT, "suspected"),
        ((Argument.HARM_DENIED,), Scope.INCIDENT, "suspected"),
    ],
)
def test_attribution_is_denied_only_where_the_deed_is(
    arguments: tuple[Argument, ...], scope: Scope, status: str
) -> None:
    assert answered(*arguments, scope=scope).attribution_status == status


def test_originators_who_name_different_parties_contest_the_attribution() -> None:
    support = weigh([MONITOR, saying("Osk Watch", a_count(8), parties=FRONT)])

    assert support.attribution_status == "contested"
    assert support.grade == "contested"
    assert not any(party.core for party in support.parties)
    assert "no_common_party" in support.flags


def test_a_rival_party_named_by_the_accused_contests_attribution_but_not_the_grade() -> None:
    support = weigh([MONITOR, OTHER, accused(a_count(7), parties=FRONT)])

    assert support.attribution_status == "contested"
    assert support.grade == "fair"


def test_a_force_and_its_government_are_no_rivals() -> None:
    other = saying("Osk Watch", a_count(8), parties=(a_party("Government of Varnia"),))

    assert weigh([MONITOR, other]).attribution_status == "suspected"


def test_the_core_is_what_all_who_name_a_party_have_in_common() -> None:
    both = saying("Osk Watch", a_count(8), parties=(a_party(), *FRONT))
    support = weigh([MONITOR, both, saying("Aran", a_count(7), parties=())])

    assert {party.name: party.core for party in support.parties} == {
        VARNIA: True,
        "Tarvel Front": False,
    }
    assert support.parties[1].named_by == ("Osk Watch", "Ostren Monitor")


def own(*counts: Any) -> Claim:
    return accused(*counts, parties=(a_party(),))


def test_a_belligerent_that_says_it_struck_there_declares_the_strike() -> None:
    support = weigh([MONITOR, own(fighters(4))])

    assert support.strike_status == "declared"
    assert support.attribution_status == "claimed"
    assert support.grade == "weak"


def test_a_party_that_no_list_knows_may_own_up_under_its_own_name() -> None:
    band = (a_party("Hill Band"),)
    claim = saying("Hill Band", a_count(2), speaks_for=None, parties=band)
    support = weigh([saying("Ostren Monitor", a_count(7), parties=band), claim])

    assert (support.strike_status, support.attribution_status) == ("declared", "claimed")
    assert support.independent.certain == 1


def test_a_belligerent_that_counts_the_harmed_confirms_it() -> None:
    assert weigh([MONITOR, own(a_count(4))]).grade == "confirmed"
    assert answered(Argument.PARTIAL_ACKNOWLEDGEMENT).grade == "confirmed"


def test_strike_status_needs_two_credible_originators_to_be_likely() -> None:
    assert weigh([MONITOR]).strike_status == "single_source"
    assert weigh([MONITOR, OTHER]).strike_status == "likely"
    older = unsourced("Tarvel Post", a_count(7), day="2021-03-04")
    assert weigh([MONITOR, older]).strike_status == "likely"


def test_a_bare_denial_lowers_nothing() -> None:
    support = answered(Argument.EVENT_DENIED)

    assert (support.strike_status, support.grade) == ("likely", "fair")
    assert support.attribution_status == "denied_specific"


def test_a_specific_rival_account_contests_the_strike() -> None:
    assert answered(Argument.STAGED).strike_status == "contested"
    account = answered(Argument.EVENT_DENIED, Argument.INCONSISTENCY)
    assert account.strike_status == "contested"


@pytest.mark.parametrize(
    ("precision", "grade"), [(1, "fair"), (3, "fair"), (4, "ungraded"), (6, "ungraded")]
)
def test_an_incident_not_located_below_its_province_is_ungraded(precision: int, grade: str) -> None:
    place = replace(HERE, precision=precision)

    assert weigh([MONITOR, OTHER], place=place).grade == grade


def test_an_incident_without_place_or_harm_is_ungraded() -> None:
    assert weigh([MONITOR, OTHER], place=None).grade == "ungraded"
    assert weigh([saying("Monitor"), saying("Watch")]).grade == "ungraded"


def test_a_person_may_discount_an_incident_and_take_it_back() -> None:
    discount = decide(DecisionKind.DISCOUNT, "i-1")
    undone = decide(DecisionKind.NOTE, "i-1", id="d-2", supersedes="d-1")

    assert weigh([MONITOR, OTHER], decisions=[discount]).grade == "discounted"
    assert weigh([MONITOR, OTHER], decisions=[discount, undone]).grade == "fair"


def test_nobody_who_says_so_leaves_no_strike_status() -> None:
    assert weigh([saying("Monitor", a_count(7), polarity=Polarity.DENIES)]).strike_status is None


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (SpeakerKind.RECORDER, EvidenceClass.MONITOR_NOTICE),
        (SpeakerKind.RESPONDER, EvidenceClass.RESPONDER),
        (SpeakerKind.LOCAL_AUTHORITY, EvidenceClass.OFFICIAL),
        (SpeakerKind.WITNESS, EvidenceClass.PRESS_ONLY),
    ],
)
def test_evidence_is_classed_by_who_brings_it(kind: SpeakerKind, expected: EvidenceClass) -> None:
    assert weigh([saying("Aran", a_count(7), originator_kind=kind)]).evidence_class is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("interviews with survivors and satellite images", EvidenceClass.REMOTE_INVESTIGATION),
        ("its researchers visited the ruins", EvidenceClass.FIELD_INVESTIGATION),
        ("it gives the dead by name", EvidenceClass.NAMED_LIST),
        ("which has followed the war for years", EvidenceClass.MONITOR_NOTICE),
    ],
)
def test_a_recorders_own_words_say_how_it_worked(words: str, expected: EvidenceClass) -> None:
    method = saying(
        "Ostren Monitor",
        type=ClaimType.METHOD_STATEMENT,
        also=(),
        unit=Unit.NONE,
        quote=words,
        document=MONITOR.document,
    )

    assert weigh([MONITOR], asides=[method]).evidence_class is expected


def test_two_named_originators_corroborate_each_other() -> None:
    assert weigh([MONITOR, OTHER]).corroboration == "confirmed"
    assert weigh([MONITOR]).corroboration == "undetermined"


def test_a_recorder_that_tested_and_rejected_is_heard() -> None:
    tested = saying(
        "Osk Watch", type=ClaimType.CORROBORATION, also=(), polarity=Polarity.DENIES, parties=()
    )

    assert weigh([MONITOR, tested]).corroboration == "rejected"
