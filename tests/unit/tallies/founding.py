"""The founding case: hand-made records of two articles, and claims built from three summaries.

The records are read beside the project and never copied into it. The built claims hold figures,
parties and dates as the articles report them, in words of our own.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tests.builders import a_claim, a_count, a_day, a_party, a_place, a_when
from tests.unit.tallies.scenes import assemble, said

from onrecord.model.claim import Answer, Claim, When
from onrecord.model.identity import ClaimId, DocumentId, IncidentId
from onrecord.model.incident import Cluster, Happened, Incident, Linking, Place
from onrecord.model.party import Party, PartyBook
from onrecord.model.record import from_record
from onrecord.model.vocabulary import (
    Age,
    Argument,
    Basis,
    ClaimType,
    Counted,
    DatePrecision,
    Polarity,
    Scope,
    Sex,
    SpeakerKind,
    Status,
    Unit,
)
from onrecord.tallies import count_incident
from onrecord.weighing import weigh_incidents


def _at(name: str, *, admin1: str | None = "Idleb", precision: int = 1) -> Place:
    return Place(name=name, country="SY", admin1=admin1, precision=precision)


GOLD = Path(__file__).parents[3].parent / "shared" / "gold"
RUSSIA = "Russian Armed Forces"
SYRIA = "Government of Syria"
PARTIES = PartyBook(
    (
        Party(name="Government of Russia", kind="government", allies=(SYRIA,)),
        Party(name=RUSSIA, kind="armed_force", government="Government of Russia"),
        Party(name=SYRIA, kind="government"),
        Party(name="Syrian Armed Forces", kind="armed_force", government=SYRIA),
        Party(name="Islamic State", kind="armed_group"),
        Party(name="Nusra Front", kind="armed_group"),
    )
)
KINDS = {
    "Amnesty International": "recorder",
    "Syrian Observatory for Human Rights": "recorder",
    "White Helmets": "responder",
    "AFP": "agency",
    "Kenneth Roth": "person",
}
MOUTHS = ("Dmitri Peskov", "Igor Konashenkov", "Maria Zakharova", "Russian Ministry of Defense")
LINKED = {"000-c17": "2015-12-21", "000-c18": "2015-11-30"}
ATTACKS = {
    "i-ariha": ("000-c01 000-c15 000-c18", "2015-11-29", _at("Ariha")),
    "i-ghanto": ("000-c16", "2015-10-15", _at("al-Ghanto", admin1="Homs")),
    "i-hafsarja": (
        "003-c01 003-c02 003-c06 003-c08 003-c09 003-c10 003-c11",
        "2022-09-08",
        _at("Hafsarja", precision=2),
    ),
    "i-unlocated": ("000-c17", "2015-12-20", _at("Syria", admin1=None, precision=6)),
}
WORDS: dict[str, Any] = {"text": None, "start": None, "end": None}


@dataclass(frozen=True)
class Founding:
    """The founding case, weighed and counted."""

    claims: tuple[Claim, ...]
    incidents: tuple[Incident, ...]

    def at(self, number: int) -> Incident:
        return self.incidents[number]


def read_founding() -> Founding:
    if not GOLD.is_dir():
        pytest.skip(f"no hand-made records at {GOLD}")
    gold = {
        claim.id: claim for path in sorted(GOLD.glob("*.claims.jsonl")) for claim in _read(path)
    }
    clusters = tuple(_cluster(gold, id, *spec) for id, spec in ATTACKS.items())
    linked = {claim.id for cluster in clusters for claim in cluster.claims}
    built = (*second_article(), *third_article(), *fifth_article())
    asides = (*(claim for id, claim in gold.items() if id not in linked), *built)
    linking = Linking(clusters=clusters, asides=asides)
    supports = weigh_incidents(linking, {}, parties=PARTIES)
    incidents = tuple(
        assemble(one, supports[one.id], count_incident(one, supports[one.id])) for one in clusters
    )
    return Founding(claims=(*gold.values(), *built), incidents=incidents)


def _cluster(gold: dict[ClaimId, Claim], id: str, ids: str, day: str, place: Place) -> Cluster:
    claims = tuple(gold[ClaimId(one)] for one in ids.split())
    return Cluster(
        id=IncidentId(id),
        claims=claims,
        documents=tuple(sorted({claim.document for claim in claims})),
        when=Happened(from_=a_day(day), to=a_day(day), precision=DatePrecision.DAY),
        place=place,
    )


def _read(path: Path) -> list[Claim]:
    about = json.loads(
        path.with_name(path.name.replace("claims.jsonl", "document.json")).read_text()
    )
    lines = path.read_text("utf-8").splitlines()
    return [_fill(json.loads(line), about["published"]) for line in lines]


def _fill(record: dict[str, Any], published: str) -> Claim:
    day = LINKED.get(record["id"], published)
    originator = record["speakers"][-1]
    full = {
        "confidence": 1.0,
        "produced_by": {"method": "hand", "version": "1", "rule": "hand"},
        "segment": "related_link" if record["mode"] == "related_headline" else "body",
        "originator_kind": "official"
        if originator in MOUTHS
        else KINDS.get(originator, "publisher"),
        "speaks_for": "Government of Russia" if originator in MOUTHS else None,
        "said": {"from": day, "to": day},
        "lang": "en",
        **record,
    }
    for key in ("places", "parties", "weapons", "objects"):
        full[key] = [{**WORDS, **_code(item)} for item in full[key]]
    if full["when"] is not None:
        full["when"] = {"how": "hand", **WORDS, **full["when"]}
    return from_record(Claim, full)


def _code(item: dict[str, Any]) -> dict[str, Any]:
    return {"delivery": "unspecified", **item} if "weapon" in item else item


def second_article() -> tuple[Claim, ...]:
    """Amnesty's charge, and the answers of the ministry's spokesman on the same day."""
    charge = _amnesty(
        "report-charge",
        20,
        type=ClaimType.TALLY,
        unit=Unit.AGGREGATE_PERIOD,
        counts=(a_count(100, None, basis=Basis.VAGUE, stated=None, status=Status.CIVILIAN),),
        when=When(
            from_=a_day("2015-09-30"),
            to=a_day("2015-12-23"),
            precision=DatePrecision.INTERVAL,
            how="test",
        ),
    )
    answers = [
        _answer("report-answer-1", 10, [Argument.FABRICATED], charge),
        _answer("report-answer-2", 30, [Argument.NO_EVIDENCE, Argument.STALE], charge),
        _answer("report-answer-3", 40, [Argument.UNVERIFIABLE], charge),
        _answer("report-answer-4", 50, [Argument.REMOTE_METHOD], charge),
    ]
    return (charge, *answers)


def _amnesty(id: str, start: int, **more: Any) -> Claim:
    return a_claim(
        id=ClaimId(id),
        document=DocumentId("001"),
        start=start,
        speakers=("Israel National News (Arutz Sheva)", "Amnesty International"),
        parties=(a_party(RUSSIA),),
        places=(a_place("Syria", 6, country="SY", admin1=None),),
        said=said("2015-12-23"),
        also=(),
        **more,
    )


def _answer(id: str, start: int, arguments: list[Argument], charge: Claim) -> Claim:
    return a_claim(
        id=ClaimId(id),
        document=DocumentId("001"),
        start=start,
        type=ClaimType.DENIAL,
        also=(),
        polarity=Polarity.DENIES,
        speakers=("Israel National News (Arutz Sheva)", "Igor Konashenkov"),
        originator_kind=SpeakerKind.OFFICIAL,
        speaks_for="Government of Russia",
        unit=Unit.NONE,
        counts=(),
        places=(),
        parties=(),
        when=None,
        said=said("2015-12-23"),
        answer=Answer(arguments=tuple(arguments), scope=Scope.REPORT, responds_to=(charge.id,)),
    )


def third_article() -> tuple[Claim, ...]:
    """A recorder's figures for January 2016: three parts, a total, a comparison; an old denial."""
    child = a_count(94, age=Age.CHILD, subset_of=0)
    woman = a_count(73, sex=Sex.WOMAN, age=Age.ADULT, subset_of=0)
    civilian = Status.CIVILIAN
    return (
        _january("january-lead", 0, (), (RUSSIA, "Syrian Armed Forces", "Islamic State"),
                 quote="Russia killed more civilians than the army and ISIS"),
        _january("january-russia", 100, (a_count(679, status=civilian), child, woman), (RUSSIA,)),
        _january("january-compared", 200, (), (SYRIA,), when=None,
                 quote="higher than the estimate for the government"),
        _january("january-isis", 300, (a_count(98, status=civilian),), ("Islamic State",)),
        _january("january-nusra", 400, (a_count(42),), ("Nusra Front",)),
        _january("january-total", 500, (a_count(1382, status=civilian),), (),
                 speakers=("Newsweek",), originator_kind=SpeakerKind.PUBLISHER,
                 places=(a_place("Syria", 6, country="SY", admin1=None),)),
        _january("january-old-denial", 600, (), (), type=ClaimType.DENIAL, unit=Unit.NONE,
                 polarity=Polarity.DENIES, when=None, speakers=("Newsweek", "Viktor Bondarev"),
                 originator_kind=SpeakerKind.OFFICIAL, speaks_for=RUSSIA,
                 said=said("2015-12-20"),
                 answer=Answer(arguments=(Argument.PRECISION_CLAIM,), scope=Scope.BLANKET)),
    )  # fmt: skip


def _january(
    id: str, start: int, counts: tuple[Any, ...], parties: tuple[str, ...], **more: Any
) -> Claim:
    given: dict[str, Any] = {
        "type": ClaimType.TALLY if counts else ClaimType.COMPARISON,
        "also": (),
        "unit": Unit.AGGREGATE_PERIOD,
        "speakers": ("Newsweek", "Syrian Network for Human Rights"),
        "when": When(
            from_=a_day("2016-01-01"),
            to=a_day("2016-01-31"),
            precision=DatePrecision.MONTH,
            how="test",
        ),
        "places": (),
        "said": said("2016-02-15"),
    }
    return a_claim(
        id=ClaimId(id),
        document=DocumentId("002"),
        start=start,
        counts=counts,
        parties=tuple(a_party(name) for name in parties),
        **{**given, **more},
    )


def fifth_article() -> tuple[Claim, ...]:
    """Big round populations in a spokesman's answers about Aleppo, a year later."""
    given: dict[str, Any] = {
        "document": DocumentId("004"),
        "also": (),
        "unit": Unit.POPULATION,
        "speakers": ("The Moscow Times", "Igor Konashenkov"),
        "originator_kind": SpeakerKind.OFFICIAL,
        "speaks_for": "Government of Russia",
        "places": (a_place("Aleppo", 1, country="SY", admin1="Aleppo"),),
        "when": a_when("2016-12-13"),
        "said": said("2016-12-13"),
        "parties": (),
    }
    people: dict[str, Any] = {"harm": None, "of": Counted.POPULATION}
    return (
        a_claim(
            id=ClaimId("aleppo-scale"),
            type=ClaimType.DENIAL,
            counts=(a_count(250000, **people),),
            answer=Answer(arguments=(Argument.SCALE_DISPUTED,), scope=Scope.CAMPAIGN),
            **given,
        ),
        a_claim(
            id=ClaimId("aleppo-shields"),
            type=ClaimType.COUNTER_ACCUSATION,
            counts=(a_count(100000, **people),),
            answer=Answer(arguments=(Argument.HUMAN_SHIELDS,), scope=Scope.CAMPAIGN),
            **given,
        ),
        a_claim(
            id=ClaimId("aleppo-cinema"),
            type=ClaimType.DENIAL,
            counts=(),
            answer=Answer(arguments=(Argument.STAGED,), scope=Scope.PATTERN),
            **given,
        ),
    )
