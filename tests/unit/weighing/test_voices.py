"""One voice for each originator: relays, copies and unsourced figures add no weight."""

from tests.builders import a_count, a_document
from tests.unit.tallies.scenes import (
    BOOK,
    VARNIA,
    accused,
    cluster_of,
    decide,
    saying,
    unsourced,
    weigh,
)

from onrecord.model.claim import Hedge
from onrecord.model.decision import DecisionKind
from onrecord.model.document import Segment
from onrecord.model.identity import DocumentId, UtteranceId
from onrecord.model.incident import Copy, Linking, Support, Utterance, Voice
from onrecord.model.vocabulary import HedgeKind, Polarity, SegmentKind, SpeakerKind
from onrecord.weighing import weigh_incidents


def independent(support: Support) -> tuple[int, int]:
    return support.independent.certain, support.independent.possible


def voice_of(support: Support, name: str) -> Voice:
    return next(voice for voice in support.voices if voice.originator == name)


def test_two_papers_that_relay_one_monitor_are_one_voice() -> None:
    support = weigh(
        [
            saying("Ostren Monitor", a_count(7), speakers=("Tarvel Post", "Ostren Monitor")),
            saying("Ostren Monitor", a_count(7), speakers=("Osk Times", "the Ostren Monitor")),
        ]
    )

    assert independent(support) == (1, 1)
    assert support.voices[0].relayed_by == ("Osk Times", "Tarvel Post")


def test_a_recorder_that_quotes_a_recorder_adds_none() -> None:
    support = weigh(
        [
            saying("Ostren Monitor", a_count(7)),
            saying(
                "Ostren Monitor", a_count(7), speakers=("Post", "Tarvel Watch", "Ostren Monitor")
            ),
        ]
    )

    assert independent(support) == (1, 1)


def test_speakers_who_say_it_together_are_a_voice_each() -> None:
    claim = saying("Ostren Monitor", a_count(7), co_speakers=(("Tarvel Post", "Tarvel Rescue"),))

    support = weigh([claim])

    assert [voice.originator for voice in support.voices] == ["Ostren Monitor", "Tarvel Rescue"]
    assert independent(support) == (2, 2)


def test_an_institution_and_its_spokesman_are_one_voice() -> None:
    ministry = {"speaks_for": "Government of Osk", "originator_kind": SpeakerKind.OFFICIAL}
    support = weigh(
        [
            saying("Osk Ministry of Health", a_count(7), **ministry),
            saying("Dr Aran", a_count(7), **ministry),
        ],
    )

    assert len(support.voices) == 1


def test_an_unsourced_figure_counts_only_if_it_is_older_than_the_first_named_one() -> None:
    named = saying("Ostren Monitor", a_count(9), day="2021-03-08")
    older = unsourced("Tarvel Post", a_count(7), day="2021-03-05")
    younger = unsourced("Osk Times", a_count(8), day="2021-03-09")

    assert independent(weigh([named, older])) == (1, 2)
    assert independent(weigh([named, younger])) == (1, 1)
    assert independent(weigh([named, older, younger])) == (1, 2)


def test_several_unsourced_figures_alone_may_have_one_source() -> None:
    support = weigh([unsourced("Tarvel Post", a_count(7)), unsourced("Osk Times", a_count(8))])

    assert independent(support) == (0, 1)
    assert [voice.certain for voice in support.voices] == [False, False]


def test_an_agency_without_source_is_a_relay_of_nobody_named() -> None:
    agency = saying("Osk Wire", a_count(7), originator_kind=SpeakerKind.AGENCY)

    assert independent(weigh([agency])) == (0, 1)


def test_a_described_source_is_unresolved_and_a_proper_name_is_not() -> None:
    def told_by(name: str) -> tuple[int, int]:
        return independent(weigh([saying(name, a_count(7), originator_kind=SpeakerKind.UNNAMED)]))

    assert told_by("two residents of Tarvel") == (0, 1)
    assert told_by("Officials") == (0, 1)
    assert told_by("Rescue Corps of Tarvel") == (1, 1)


def test_a_recorder_that_publishes_itself_is_named() -> None:
    own = saying("Ostren Monitor", a_count(7), speakers=("Ostren Monitor",))

    assert independent(weigh([own])) == (1, 1)


def test_copied_paragraphs_without_credit_are_the_earlier_papers_voice() -> None:
    first = unsourced("Tarvel Post", a_count(7), day="2021-03-05", start=10, end=40)
    later = unsourced("Osk Times", a_count(7), day="2021-03-06", start=110, end=140)
    copy = Copy(earlier=first.document, later=later.document, start=100, end=200, containment=0.9)

    copied = weigh([first, later], copies=[copy])

    assert [voice.claims for voice in copied.voices] == [(first.id, later.id)]
    assert copied.voices[0].originator == "Tarvel Post"


def test_a_copied_paragraph_with_another_figure_is_no_copy() -> None:
    first = unsourced("Tarvel Post", a_count(7), day="2021-03-05", start=10, end=40)
    later = unsourced("Osk Times", a_count(9), day="2021-03-06", start=110, end=140)
    copy = Copy(earlier=first.document, later=later.document, start=100, end=200, containment=0.9)

    assert len(weigh([first, later], copies=[copy]).voices) == 2


def test_one_statement_under_two_spellings_of_a_name_is_one_voice() -> None:
    one = saying("Ostren Monitor", a_count(7))
    other = saying("Monitor of Ostren", a_count(7))
    utterance = Utterance(
        id=UtteranceId("u"), originator="Ostren Monitor", claims=(one.id, other.id), because="test"
    )
    cluster = cluster_of([one, other])
    linking = Linking(clusters=(cluster,), utterances=(utterance,))

    support = weigh_incidents(linking, {}, parties=BOOK)[cluster.id]

    assert len(support.voices) == 1


def test_the_accused_and_its_ally_are_not_credible() -> None:
    ally = {"speaks_for": "Government of Osk", "originator_kind": SpeakerKind.OFFICIAL}
    support = weigh(
        [
            saying("Ostren Monitor", a_count(7)),
            accused(a_count(2)),
            saying("Minister Orl", a_count(3), **ally, parties=()),
        ]
    )

    assert [voice.originator for voice in support.voices if voice.credible] == ["Ostren Monitor"]
    assert independent(support) == (1, 1)


def test_denied_and_questioned_statements_give_no_voice() -> None:
    support = weigh(
        [
            saying("Ostren Monitor", a_count(7)),
            saying("Osk Watch", a_count(7), polarity=Polarity.DENIES),
            saying("Aran Dol", a_count(7), hedge=Hedge(kind=HedgeKind.QUESTION)),
        ]
    )

    assert len(support.voices) == 1


def test_a_rejected_claim_has_no_voice() -> None:
    gone = saying("Osk Watch", a_count(7))
    support = weigh(
        [saying("Ostren Monitor", a_count(7)), gone],
        decisions=[decide(DecisionKind.REJECT_CLAIM, gone.id)],
    )

    assert [voice.originator for voice in support.voices] == ["Ostren Monitor"]


def test_claims_of_a_voice_stand_in_order_of_saying_and_only_the_last_is_live() -> None:
    first = saying("Ostren Monitor", a_count(5), day="2021-03-05")
    last = saying("Ostren Monitor", a_count(9), day="2021-03-07")

    voice = weigh([last, first]).voices[0]

    assert voice.claims == (first.id, last.id)
    assert voice.live == (last.id,)


def test_a_named_accuser_stays_named_where_an_attack_alone_is_told() -> None:
    support = weigh([saying("Ostren Monitor", counts=())])

    assert support.voices[0].live == support.voices[0].claims
    assert support.parties[0].name == VARNIA


def test_updates_of_one_text_are_ordered_by_their_stamp() -> None:
    document = a_document(
        "late 9 killed. early 5 killed.",
        id=DocumentId("live"),
        segments=(
            Segment(kind=SegmentKind.UPDATE, start=0, end=14, stamp=1200),
            Segment(kind=SegmentKind.UPDATE, start=15, end=30, stamp=600),
        ),
    )
    late = saying("Monitor", a_count(9, start=5), document=document.id, start=5, end=14)
    early = saying("Monitor", a_count(5, start=21), document=document.id, start=21, end=30)

    voice = weigh([early, late], documents=[document]).voices[0]

    assert voice.live == (late.id,)
    assert voice.claims == (early.id, late.id)


def test_an_undated_named_voice_does_not_make_an_unsourced_figure_older() -> None:
    undated = saying("Ostren Monitor", a_count(9), said=None)
    unsure = unsourced("Tarvel Post", a_count(7))

    assert independent(weigh([undated, unsure])) == (1, 1)
