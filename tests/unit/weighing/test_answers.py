"""Which answer meets which incident: the accused or an ally, on the topic, after the allegation."""

from typing import Any

from tests.builders import a_count, a_party, a_place, a_when
from tests.unit.tallies.scenes import BOOK, accused, cluster_of, said, saying, weigh
from tests.unit.weighing.answering import MONITOR, an_answer

from onrecord.model.claim import Answer, Claim
from onrecord.model.identity import DocumentId, IncidentId
from onrecord.model.incident import Linking, Reply
from onrecord.model.vocabulary import (
    Argument,
    ClaimType,
    Mode,
    Polarity,
    Scope,
    SpeakerKind,
    Unit,
)
from onrecord.weighing import weigh_incidents


def replies(*answers: Claim, claims: tuple[Claim, ...] = (MONITOR,)) -> tuple[Reply, ...]:
    return weigh(claims, asides=answers).replies


def relations(*answers: Claim, claims: tuple[Claim, ...] = (MONITOR,)) -> list[str]:
    return [reply.relation for reply in replies(*answers, claims=claims)]


def test_a_later_denial_in_the_same_text_responds_to_its_attack() -> None:
    held = replies(an_answer())

    assert [reply.relation for reply in held] == ["responds_to"]
    assert held[0].allegations == (MONITOR.id,)
    assert held[0].arguments == ("responsibility_denied",)
    assert held[0].party == "Government of Varnia"


def test_a_statement_made_before_the_allegation_only_bears_on_it() -> None:
    assert relations(an_answer(said=said("2021-03-01"))) == ["bears_on"]
    assert relations(an_answer(said=said("2021-03-01"), links=(MONITOR,))) == ["bears_on"]


def test_of_two_statements_of_one_day_the_one_further_on_responds() -> None:
    before = an_answer(said=MONITOR.said, start=1)
    after = an_answer(said=MONITOR.said, start=99)

    assert relations(before) == ["bears_on"]
    assert relations(after) == ["responds_to"]


def test_a_reaction_that_the_text_ties_to_the_allegation_responds_on_the_same_day() -> None:
    assert relations(an_answer(said=MONITOR.said, start=1, links=(MONITOR,))) == ["responds_to"]


def test_an_answer_to_a_report_reacts_to_it_wherever_it_stands() -> None:
    report: dict[str, Any] = {"scope": Scope.REPORT, "said": MONITOR.said, "start": 1}

    assert relations(an_answer(**report)) == ["responds_to"]


def test_an_ally_may_answer_and_a_stranger_may_not() -> None:
    ally = an_answer(speaks_for="Government of Osk")
    stranger = an_answer(speaks_for="Tarvel Front")

    assert relations(ally) == ["responds_to"]
    assert relations(stranger) == []


def test_a_blanket_statement_never_responds() -> None:
    assert relations(an_answer(scope=Scope.BLANKET)) == ["bears_on"]
    assert relations(an_answer(scope=Scope.BLANKET, links=(MONITOR,))) == ["bears_on"]


def test_an_answer_to_a_report_reaches_the_attacks_that_its_recorder_told_of() -> None:
    charge = saying(
        "Ostren Monitor",
        a_count(200, None),
        unit=Unit.AGGREGATE_PERIOD,
        type=ClaimType.TALLY,
        document=DocumentId("report"),
    )
    answer = an_answer(
        Argument.NO_EVIDENCE, scope=Scope.REPORT, links=(charge,), document=DocumentId("report")
    )
    held = weigh([MONITOR], asides=[charge, answer]).replies

    assert [(one.relation, one.allegations) for one in held] == [("responds_to", (MONITOR.id,))]


def test_an_answer_to_a_report_does_not_reach_the_attacks_of_another_recorder() -> None:
    charge = saying(
        "Osk Watch", a_count(200), unit=Unit.AGGREGATE_PERIOD, document=DocumentId("report")
    )
    answer = an_answer(scope=Scope.REPORT, links=(charge,), document=DocumentId("report"))

    assert weigh([MONITOR], asides=[charge, answer]).replies == ()


def test_an_answer_to_a_report_does_not_reach_what_was_told_long_before() -> None:
    charge = saying(
        "Ostren Monitor",
        a_count(200),
        unit=Unit.AGGREGATE_PERIOD,
        document=DocumentId("report"),
        day="2021-06-01",
    )
    answer = an_answer(
        scope=Scope.REPORT, links=(charge,), document=DocumentId("report"), said=said("2021-06-01")
    )

    assert weigh([MONITOR], asides=[charge, answer]).replies == ()


def test_a_reader_who_says_that_it_only_bears_on_is_believed() -> None:
    answer = Answer(
        arguments=(Argument.LAWFUL_TARGET,), scope=Scope.PATTERN, bears_on=(MONITOR.id,)
    )

    assert relations(an_answer(answer=answer)) == ["bears_on"]


def test_a_statement_that_bears_on_a_report_responds_to_none_of_its_attacks() -> None:
    charge = saying("Ostren Monitor", a_count(9), unit=Unit.AGGREGATE_PERIOD)
    answer = Answer(arguments=(Argument.LAWFUL_TARGET,), scope=Scope.REPORT, bears_on=(charge.id,))
    held = weigh([MONITOR], asides=[charge, an_answer(answer=answer, document=charge.document)])

    assert [reply.relation for reply in held.replies] == ["bears_on"]
    assert held.official_response == "none_found"


def test_an_answer_elsewhere_meets_the_attack_of_its_place_and_day() -> None:
    named: dict[str, Any] = {"document": DocumentId("briefing"), "places": (a_place(),)}

    assert relations(an_answer(when=a_when(), **named)) == ["responds_to"]
    assert relations(an_answer(when=a_when("2021-02-01"), **named)) == []
    assert relations(an_answer(document=DocumentId("briefing"))) == []


def test_an_answer_about_another_province_does_not_meet_the_attack() -> None:
    elsewhere = (a_place("Merrow", admin1="Vessin"),)

    assert relations(an_answer(places=elsewhere)) == []
    assert relations(an_answer(places=(a_place("Ostren", 4),))) == ["responds_to"]


def test_an_answer_about_another_country_does_not_meet_the_attack() -> None:
    assert relations(an_answer(places=(a_place("Osk", 6, country="YY", admin1=None),))) == []


def test_the_day_of_the_speech_does_not_rule_the_attack_out() -> None:
    assert relations(an_answer(when=a_when("2021-03-06"))) == ["responds_to"]


def test_a_general_statement_of_those_months_bears_on_the_attack() -> None:
    general: dict[str, Any] = {"scope": Scope.CAMPAIGN, "document": DocumentId("speech")}

    assert relations(an_answer(said=said("2021-04-01"), **general)) == ["bears_on"]
    assert relations(an_answer(said=said("2022-04-01"), **general)) == []


def test_a_paper_may_report_that_the_accused_did_not_comment() -> None:
    silent = an_answer(
        Argument.NO_COMMENT,
        type=ClaimType.NO_COMMENT,
        polarity=Polarity.NONE,
        speakers=("Tarvel Post",),
        originator_kind=SpeakerKind.PUBLISHER,
        speaks_for=None,
        mode=Mode.OWN_VOICE,
        parties=(a_party(),),
    )

    assert relations(silent) == ["responds_to"]


def test_without_a_known_speaker_only_the_texts_own_link_ties_an_answer() -> None:
    nobody: dict[str, Any] = {
        "speakers": ("Tarvel Post",),
        "speaks_for": None,
        "type": ClaimType.NO_COMMENT,
        "polarity": Polarity.NONE,
        "originator_kind": SpeakerKind.PUBLISHER,
    }

    assert relations(an_answer(**nobody)) == []
    assert relations(an_answer(links=(MONITOR,), **nobody)) == ["responds_to"]


def test_a_party_that_no_list_knows_answers_under_its_own_name() -> None:
    claim = saying("Ostren Monitor", a_count(7), parties=(a_party("Hill Band"),))
    answer = an_answer(
        speakers=("Tarvel Post", "Hill Band"), speaks_for=None, document=claim.document
    )

    assert relations(answer, claims=(claim,)) == ["responds_to"]


def test_an_answer_without_arguments_takes_those_of_its_type() -> None:
    silent = an_answer(type=ClaimType.DEFERRAL, answer=Answer(arguments=(), scope=Scope.INCIDENT))

    assert replies(silent)[0].arguments == ("deferral",)


def test_only_a_specific_answer_leaves_nothing_unanswered() -> None:
    charge = saying("Ostren Monitor", a_count(9), unit=Unit.AGGREGATE_PERIOD)
    generic = an_answer(scope=Scope.REPORT, links=(charge, MONITOR))

    assert weigh([MONITOR], asides=[an_answer()]).unanswered == ()
    assert weigh([MONITOR], asides=[charge, generic]).unanswered == (MONITOR.id,)
    assert weigh([MONITOR]).unanswered == (MONITOR.id,)


def test_what_the_accused_say_themselves_is_no_allegation() -> None:
    own = accused(a_count(2), parties=(a_party(),))

    assert weigh([MONITOR, own]).unanswered == (MONITOR.id,)


def test_of_two_attacks_in_its_text_an_answer_without_place_meets_the_main_one() -> None:
    other = saying("Ostren Monitor", a_count(3), document=DocumentId("news"), start=300)
    main = cluster_of([MONITOR], main_of=(DocumentId("news"),))
    second = cluster_of([other], id=IncidentId("i-2"))
    linking = Linking(clusters=(main, second), asides=(an_answer(),))

    supports = weigh_incidents(linking, {}, parties=BOOK)

    assert [len(supports[one.id].replies) for one in (main, second)] == [1, 0]
