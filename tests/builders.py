"""Builders: nouns with sensible values, so that a test says only what it is about."""

from datetime import date
from typing import Any

from onrecord.model.claim import Claim, Count, PartyMention, PlaceMention, ProducedBy, Said, When
from onrecord.model.document import Dating, Document
from onrecord.model.identity import ClaimId, DocumentId, hash_text, name_by_content
from onrecord.model.vocabulary import (
    Basis,
    ClaimType,
    DatePrecision,
    Harm,
    Mode,
    PartyRole,
    SegmentKind,
    SpeakerKind,
    Unit,
)


def a_day(text: str) -> date:
    return date.fromisoformat(text)


def a_count(min: int = 7, max: int | None = -1, **more: Any) -> Count:
    """`n people killed`; give `max=None` for an open floor."""
    top = min if max == -1 else max
    given: dict[str, Any] = {
        "harm": Harm.KILLED,
        "basis": Basis.EXACT if top == min else Basis.AT_LEAST if top is None else Basis.RANGE,
        "stated": min if top in (min, None) else None,
        "text": f"{min} people",
        "start": 0,
        "end": 9,
    }
    return Count(min=min, max=top, **{**given, **more})


def a_when(day: str = "2021-03-04", to: str | None = None) -> When:
    first, last = a_day(day), a_day(to or day)
    precision = DatePrecision.DAY if first == last else DatePrecision.INTERVAL
    return When(from_=first, to=last, precision=precision, how="test")


def a_place(name: str = "Tarvel", precision: int = 1, **more: Any) -> PlaceMention:
    given: dict[str, Any] = {"country": "XX", "admin1": "Ostren"}
    return PlaceMention(
        text=name, start=None, end=None, name=name, precision=precision, **{**given, **more}
    )


def a_party(name: str = "Varnian Armed Forces", **more: Any) -> PartyMention:
    given: dict[str, Any] = {"role": PartyRole.ALLEGED_PERPETRATOR}
    return PartyMention(text=None, start=None, end=None, name=name, **{**given, **more})


def a_claim(**more: Any) -> Claim:
    """A monitor's count of one attack, relayed by a paper, unless said otherwise."""
    given: dict[str, Any] = {
        "document": DocumentId("note"),
        "segment": SegmentKind.BODY,
        "type": ClaimType.CASUALTY_COUNT,
        "also": (ClaimType.ATTACK,),
        "quote": "7 people were killed",
        "start": 0,
        "end": 20,
        "speakers": ("Tarvel Post", "Ostren Monitor"),
        "mode": Mode.INDIRECT,
        "unit": Unit.INCIDENT,
        "counts": (a_count(),),
        "places": (a_place(),),
        "when": a_when(),
        "parties": (a_party(),),
        "confidence": 0.9,
        "produced_by": ProducedBy(method="test", version="1", rule="test"),
        "originator_kind": SpeakerKind.RECORDER,
        "said": Said(from_=a_day("2021-03-05"), to=a_day("2021-03-05")),
        "lang": "en",
    }
    values = {**given, **more}
    if "id" not in values:
        values["id"] = ClaimId(name_by_content("c", *sorted(map(str, values.items()))))
    return Claim(**values)


def a_document(text: str = "Seven people were killed in Tarvel.", **more: Any) -> Document:
    given: dict[str, Any] = {
        "id": DocumentId("note"),
        "original": hash_text(text),
        "publisher": "Tarvel Post",
        "lang": "en",
        "published": Dating(
            from_=a_day("2021-03-05"),
            to=a_day("2021-03-05"),
            precision=DatePrecision.DAY,
            how="user",
        ),
    }
    return Document(text=text, **{**given, **more})
