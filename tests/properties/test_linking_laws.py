"""Laws of linking: order never matters, a copy adds nothing, merge then split restores."""

import dataclasses
from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.builders import a_claim, a_count, a_document, a_party, a_place, a_when

from onrecord.incidents import link_claims
from onrecord.model.claim import Claim, ObjectMention, Said
from onrecord.model.decision import Decision, DecisionKind
from onrecord.model.document import Dating, Document
from onrecord.model.identity import ClaimId, DecisionId, DocumentId
from onrecord.model.incident import Linking
from onrecord.model.party import Party, PartyBook
from onrecord.model.vocabulary import DatePrecision, Mode, ObjectKind, SegmentKind, Unit

PARTIES = PartyBook(
    (
        Party(name="Government of Varnia", kind="government"),
        Party(name="Varnian Armed Forces", kind="armed_force", government="Government of Varnia"),
    )
)
BEGIN = date(2021, 3, 1)
WORDS = ("strike", "market", "evening", "second strike", "Mira Tolan", "school", "morning", "dead")

Case = tuple[list[Claim], dict[DocumentId, Document]]


@st.composite
def claims_of(draw: st.DrawFn, document: Document, number: int) -> Claim:
    day = draw(st.one_of(st.none(), st.integers(0, 3)))
    place = draw(st.sampled_from((None, ("Tarvel", 1), ("Dorvo", 1), ("Mun", 2), ("Ostren", 4))))
    kind = draw(st.sampled_from((None, ObjectKind.MARKET, ObjectKind.SCHOOL)))
    party = draw(st.sampled_from((None, "Varnian Armed Forces", "Ostren Front")))
    related = draw(st.sampled_from((False, False, False, True)))
    quote = document.text[number * 40 : number * 40 + 40]
    last = (
        None if day is None else BEGIN + timedelta(days=day + draw(st.sampled_from((0, 0, 1, 20))))
    )
    return a_claim(
        id=ClaimId(f"{document.id}-c{number}"),
        document=document.id,
        quote=quote,
        start=number * 40,
        end=number * 40 + len(quote),
        segment=SegmentKind.RELATED_LINK if related else SegmentKind.BODY,
        mode=Mode.RELATED_HEADLINE if related else Mode.INDIRECT,
        unit=draw(st.sampled_from((Unit.INCIDENT,) * 5 + (Unit.STOCK,))),
        places=(a_place(*place),) if place else (),
        when=a_when(str(BEGIN + timedelta(days=day or 0)), str(last)) if last else None,
        objects=(ObjectMention(text=None, start=None, end=None, object=kind),) if kind else (),
        parties=(a_party(party),) if party else (),
        counts=draw(st.sampled_from(((), (a_count(7),), (a_count(9),)))),
        speakers=(document.publisher, *draw(st.sampled_from(((), ("Ostren Monitor",), ("Velk",))))),
        said=Said(from_=BEGIN + timedelta(days=5), to=BEGIN + timedelta(days=5)),
    )


@st.composite
def cases(draw: st.DrawFn) -> Case:
    claims: list[Claim] = []
    documents: dict[DocumentId, Document] = {}
    for n in range(draw(st.integers(1, 4))):
        words = [draw(st.sampled_from(WORDS)) for _ in range(30)]
        text = f"note {n} of paper {n}: " + " ".join(
            f"{word} {n}{i}" for i, word in enumerate(words)
        )
        on = BEGIN + timedelta(days=5)
        document = a_document(
            text,
            id=DocumentId(f"d{n}"),
            publisher=f"Paper {n}",
            published=Dating(from_=on, to=on, precision=DatePrecision.DAY, how="user"),
        )
        documents[document.id] = document
        claims += [draw(claims_of(document, k)) for k in range(draw(st.integers(1, 4)))]
    return claims, documents


def link(case: Case, decisions: Sequence[Decision] = ()) -> Linking:
    return link_claims(case[0], case[1], parties=PARTIES, decisions=decisions)


def partition(linking: Linking) -> set[frozenset[str]]:
    return {frozenset(claim.id for claim in cluster.claims) for cluster in linking.clusters}


def copy_of(document: Document) -> Document:
    on = BEGIN + timedelta(days=9)
    return dataclasses.replace(
        document,
        id=DocumentId(f"a-copy-of-{document.id}"),
        publisher="Copying Post",
        published=Dating(from_=on, to=on, precision=DatePrecision.DAY, how="user"),
    )


def copied_claim(claim: Claim, document: Document) -> Claim:
    return dataclasses.replace(
        claim,
        id=ClaimId(f"a-copy-of-{claim.id}"),
        document=document.id,
        speakers=(document.publisher, *claim.speakers[1:]),
        said=Said(from_=BEGIN + timedelta(days=9), to=BEGIN + timedelta(days=9)),
    )


@given(cases(), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_order_of_claims_and_documents_never_matters(case: Case, chance: object) -> None:
    claims, documents = case
    shuffled, ids = list(claims), list(documents)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    chance.shuffle(ids)  # type: ignore[attr-defined]

    assert link((shuffled, {id: documents[id] for id in ids})) == link(case)


@given(cases())
@settings(max_examples=30, deadline=None)
def test_linking_twice_is_the_same_as_linking_once(case: Case) -> None:
    assert link((case[0] * 2, case[1])) == link(case)


@given(cases())
@settings(max_examples=60, deadline=None)
def test_each_claim_is_in_exactly_one_cluster_or_aside(case: Case) -> None:
    linking = link(case)
    placed = [claim.id for cluster in linking.clusters for claim in cluster.claims]
    placed += [claim.id for claim in linking.asides]

    assert sorted(placed) == sorted(claim.id for claim in case[0])


@given(cases())
@settings(max_examples=60, deadline=None)
def test_each_document_is_mainly_about_one_incident_at_most(case: Case) -> None:
    mains = [document for cluster in link(case).clusters for document in cluster.main_of]

    assert len(mains) == len(set(mains))


@given(cases(), st.data())
@settings(max_examples=80, deadline=None)
def test_a_copy_of_a_document_adds_no_incident_and_no_originator(
    case: Case, data: st.DataObject
) -> None:
    claims, documents = case
    original = documents[data.draw(st.sampled_from(sorted(documents)))]
    copy = copy_of(original)
    copied = [copied_claim(claim, copy) for claim in claims if claim.document == original.id]
    before = link(case)
    after = link((claims + copied, {**documents, copy.id: copy}))

    kept = {frozenset(id for id in ids if not id.startswith("a-copy")) for ids in partition(after)}
    assert kept == partition(before)
    assert {u.originator for u in after.utterances} == {u.originator for u in before.utterances}
    assert len(after.utterances) == len(before.utterances)


def decide(kind: DecisionKind, one: str, other: str, day: int) -> Decision:
    return Decision(
        id=DecisionId(f"d{day}"),
        kind=kind,
        subjects=(one, other),
        reason="law",
        by="law",
        at=f"2021-04-0{day}T00:00:00Z",
    )


@given(cases(), st.data())
@settings(max_examples=60, deadline=None)
def test_merge_then_split_restores_the_partition(case: Case, data: st.DataObject) -> None:
    before = link(case)
    ids = sorted(cluster.id for cluster in before.clusters)
    if len(ids) < 2:
        return
    one, other = data.draw(st.sampled_from(ids)), data.draw(st.sampled_from(ids))
    if one == other:
        return
    merge = decide(DecisionKind.SAME_INCIDENT, one, other, 1)
    split = decide(DecisionKind.DIFFERENT_INCIDENT, other, one, 2)

    merged = link(case, [merge])
    assert len(merged.clusters) == len(before.clusters) - 1
    assert {one, other} <= {
        id for cluster in merged.clusters for id in (cluster.id, *cluster.aliases)
    }
    restored = link(case, [merge, split])
    assert partition(restored) == partition(before)
    assert {cluster.id for cluster in restored.clusters} == set(ids)


@given(cases(), st.data())
@settings(max_examples=60, deadline=None)
def test_what_people_told_apart_is_never_together(case: Case, data: st.DataObject) -> None:
    names = sorted(claim.id for claim in case[0])
    pairs = data.draw(
        st.lists(st.tuples(st.sampled_from(names), st.sampled_from(names)), max_size=4)
    )
    decisions = [
        decide(DecisionKind.DIFFERENT_INCIDENT, one, other, day)
        for day, (one, other) in enumerate(pairs, 1)
        if one != other
    ]

    for group in partition(link(case, decisions)):
        assert not any(set(decision.subjects) <= group for decision in decisions)
