"""Scenes: linked claims, weighed and counted, so that a test says only what it is about."""

from collections.abc import Iterable, Sequence
from typing import Any

from tests.builders import a_claim, a_count, a_day

from onrecord.model.claim import Claim, ObjectMention, Said
from onrecord.model.decision import Decision, DecisionKind
from onrecord.model.document import Document
from onrecord.model.identity import ClaimId, DecisionId, DocumentId, IncidentId
from onrecord.model.incident import (
    Cluster,
    Copy,
    Counting,
    Happened,
    Incident,
    Linking,
    Place,
    Range,
    Support,
)
from onrecord.model.party import Party, PartyBook
from onrecord.model.vocabulary import (
    DatePrecision,
    Harm,
    ObjectKind,
    SpeakerKind,
    Status,
    VictimClass,
)
from onrecord.tallies import count_incident
from onrecord.weighing import weigh_incidents

VARNIA = "Varnian Armed Forces"
BOOK = PartyBook(
    (
        Party(name="Government of Varnia", kind="government", country="XX"),
        Party(name=VARNIA, kind="armed_force", government="Government of Varnia"),
        Party(
            name="Government of Osk",
            kind="government",
            country="YY",
            allies=("Government of Varnia",),
        ),
        Party(name="Tarvel Front", kind="armed_group"),
    )
)
HERE = Place(name="Tarvel", country="XX", admin1="Ostren", precision=1)
THEN = Happened(from_=a_day("2021-03-04"), to=a_day("2021-03-04"), precision=DatePrecision.DAY)
CIVILIAN = Status.CIVILIAN
FIGHTER = Status.DIRECT_PARTICIPANT


def said(day: str) -> Said:
    return Said(from_=a_day(day), to=a_day(day))


def saying(name: str, *counts: Any, day: str = "2021-03-05", **more: Any) -> Claim:
    """A claim of a named recorder, relayed by a paper of its own."""
    given: dict[str, Any] = {
        "speakers": ("Tarvel Post", name),
        "counts": tuple(counts),
        "said": said(day),
        "document": DocumentId(f"{name} {day}"),
    }
    return a_claim(**{**given, **more})


def unsourced(publisher: str, *counts: Any, day: str = "2021-03-05", **more: Any) -> Claim:
    """A claim in a publisher's own voice."""
    given: dict[str, Any] = {
        "speakers": (publisher,),
        "originator_kind": SpeakerKind.PUBLISHER,
        "document": DocumentId(f"{publisher} {day}"),
    }
    return saying(publisher, *counts, day=day, **{**given, **more})


def accused(*counts: Any, day: str = "2021-03-06", **more: Any) -> Claim:
    """A claim of the spokesman of the accused."""
    given: dict[str, Any] = {
        "speakers": ("Tarvel Post", "Major Dren"),
        "originator_kind": SpeakerKind.BELLIGERENT,
        "speaks_for": "Government of Varnia",
        "parties": (),
    }
    return saying("Major Dren", *counts, day=day, **{**given, **more})


def hit(kind: ObjectKind = ObjectKind.MARKET) -> tuple[ObjectMention, ...]:
    return (ObjectMention(text=None, start=None, end=None, object=kind),)


def civilians(number: int, **more: Any) -> Any:
    return a_count(number, status=CIVILIAN, **more)


def fighters(number: int, **more: Any) -> Any:
    return a_count(number, status=FIGHTER, **more)


def cluster_of(claims: Iterable[Claim], **more: Any) -> Cluster:
    held = tuple(claims)
    given: dict[str, Any] = {
        "id": IncidentId("i-1"),
        "documents": tuple(sorted({claim.document for claim in held})),
        "when": THEN,
        "place": HERE,
    }
    return Cluster(claims=held, **{**given, **more})


def weigh(
    claims: Iterable[Claim],
    *,
    asides: Sequence[Claim] = (),
    decisions: Sequence[Decision] = (),
    documents: Sequence[Document] = (),
    copies: Sequence[Copy] = (),
    **more: Any,
) -> Support:
    cluster = cluster_of(claims, **more)
    linking = Linking(clusters=(cluster,), asides=tuple(asides), copies=tuple(copies))
    by_id = {document.id: document for document in documents}
    return weigh_incidents(linking, by_id, parties=BOOK, decisions=decisions)[cluster.id]


def count(claims: Iterable[Claim], *, decisions: Sequence[Decision] = (), **more: Any) -> Counting:
    held = tuple(claims)
    support = weigh(held, decisions=decisions, **more)
    return count_incident(cluster_of(held), support, decisions=decisions)


def killed(claims: Iterable[Claim], **more: Any) -> Range:
    return count(claims, **more).by_harm[Harm.KILLED]


def killed_of(claims: Iterable[Claim], class_: VictimClass, **more: Any) -> Range:
    return count(claims, **more).by_class[Harm.KILLED][class_]


def ends(range_: Range | None) -> tuple[int, int | None, bool] | None:
    return (range_.min, range_.max, range_.open) if range_ is not None else None


def decide(kind: DecisionKind, *subjects: str, id: str = "d-1", **more: Any) -> Decision:
    return Decision(
        id=DecisionId(id),
        kind=kind,
        subjects=subjects,
        reason="a test",
        by="reviewer",
        at="2022-01-01T00:00:00Z",
        **more,
    )


def an_incident(number: int = 1, claims: Sequence[Claim] = (), **more: Any) -> Incident:
    """An incident of these claims, weighed and counted as the pipeline does it."""
    id = IncidentId(f"i-{number}")
    cluster = cluster_of(claims, id=id, **more)
    linking = Linking(clusters=(cluster,))
    support = weigh_incidents(linking, {}, parties=BOOK)[id]
    return assemble(cluster, support, count_incident(cluster, support))


def assemble(cluster: Cluster, support: Support, counting: Counting) -> Incident:
    return Incident(
        id=cluster.id,
        title="",
        documents=cluster.documents,
        main_of=cluster.main_of,
        claims=tuple(ClaimId(claim.id) for claim in cluster.claims),
        when=cluster.when,
        place=cluster.place,
        weapons=(),
        objects=(),
        flags=(),
        aliases=(),
        joins=(),
        support=support,
        counting=counting,
        method="test",
    )
