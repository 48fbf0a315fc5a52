"""Builders of what is published: an incident with support and ranges, a tally, sums."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tests.builders import a_claim, a_day, a_document

from onrecord.model.claim import Claim
from onrecord.model.decision import Decision, DecisionKind
from onrecord.model.document import Document
from onrecord.model.failure import Failed
from onrecord.model.identity import (
    ClaimId,
    DecisionId,
    DocumentId,
    IncidentId,
    TallyId,
    hash_text,
)
from onrecord.model.incident import (
    Counting,
    Happened,
    Incident,
    Independent,
    Linking,
    PartyFinding,
    Place,
    Range,
    Reply,
    Support,
    Voice,
)
from onrecord.model.source import Custody
from onrecord.model.tally import Aside, Bounds, Sum, SumSlice, Tally, TallyPart
from onrecord.model.vocabulary import (
    AttributionStatus,
    DatePrecision,
    EvidenceClass,
    Grade,
    Harm,
    ObjectKind,
    OfficialResponse,
    StrikeStatus,
    VictimClass,
    Weapon,
)


def a_voice(originator: str | None = "Ostren Monitor", **more: Any) -> Voice:
    given: dict[str, Any] = {
        "certain": True,
        "counts_as_source": True,
        "credible": True,
        "claims": (ClaimId("c-1"),),
        "live": (ClaimId("c-1"),),
        "relayed_by": ("Tarvel Post",),
    }
    return Voice(originator=originator, **{**given, **more})


def a_support(**more: Any) -> Support:
    given: dict[str, Any] = {
        "voices": (a_voice(),),
        "independent": Independent(certain=1, possible=1),
        "parties": (
            PartyFinding(
                name="Varnian Armed Forces",
                status=AttributionStatus.SUSPECTED,
                named_by=("Ostren Monitor",),
                core=True,
                claims=(ClaimId("c-1"),),
            ),
        ),
        "grade": Grade.WEAK,
        "strike_status": StrikeStatus.SINGLE_SOURCE,
        "attribution_status": AttributionStatus.SUSPECTED,
        "official_response": OfficialResponse.NONE_FOUND,
        "evidence_class": EvidenceClass.MONITOR_NOTICE,
        "corroboration": "undetermined",
        "unanswered": (ClaimId("c-1"),),
    }
    return Support(**{**given, **more})


def a_range(min: int = 46, max: int | None = 46, **more: Any) -> Range:
    given: dict[str, Any] = {"open": False, "claims": (ClaimId("c-1"),)}
    return Range(min=min, max=max, **{**given, **more})


def a_counting(killed: Range | None = None, **classes: Range) -> Counting:
    by_class = {VictimClass(name): range for name, range in classes.items()}
    return Counting(
        by_harm={Harm.KILLED: killed} if killed else {},
        by_class={Harm.KILLED: by_class} if by_class else {},
    )


def an_incident(**more: Any) -> Incident:
    given: dict[str, Any] = {
        "id": IncidentId("i-0a1b2c"),
        "title": "Tarvel market, 4 March 2021",
        "documents": (DocumentId("note"),),
        "main_of": (DocumentId("note"),),
        "claims": (ClaimId("c-1"),),
        "when": Happened(
            from_=a_day("2021-03-04"), to=a_day("2021-03-04"), precision=DatePrecision.DAY
        ),
        "place": Place(name="Tarvel", country="XX", admin1="Ostren", precision=1),
        "weapons": (Weapon.AIR_STRIKE,),
        "objects": (ObjectKind.MARKET,),
        "flags": (),
        "aliases": (),
        "joins": (),
        "support": a_support(),
        "counting": a_counting(a_range(open=True)),
        "method": "link/1 weigh/1 count/1",
    }
    return Incident(**{**given, **more})


def a_reply(claim: str = "c-9", **more: Any) -> Reply:
    given: dict[str, Any] = {
        "document": DocumentId("note"),
        "originator": "Varnian Ministry of Defence",
        "relation": "responds_to",
        "arguments": ("no_evidence",),
        "scope": "report",
        "allegations": (ClaimId("c-1"),),
    }
    return Reply(claim=ClaimId(claim), **{**given, **more})


def a_tally(**more: Any) -> Tally:
    given: dict[str, Any] = {
        "id": TallyId("t-1"),
        "kind": "period",
        "recorder": "Ostren Monitor",
        "period": None,
        "place": "Varnia",
        "harm": Harm.KILLED,
        "class_": VictimClass.CIVILIAN,
        "total": Bounds(min=120, max=120),
        "parts": (
            TallyPart(party="Varnian Armed Forces", min=71, max=71, claims=(), classes={}),
            TallyPart(party="Hill Front", min=22, max=22, claims=(), classes={}),
        ),
        "residual": Bounds(min=27, max=27),
        "inequalities": (),
        "check": "holds",
        "claims": (ClaimId("c-1"),),
    }
    return Tally(**{**given, **more})


def a_sum(min: int = 97, **more: Any) -> Sum:
    given: dict[str, Any] = {
        "harm": Harm.KILLED,
        "class_": None,
        "max": 102,
        "open": True,
        "incidents": (IncidentId("i-0a1b2c"),),
        "without": (),
    }
    return Sum(min=min, **{**given, **more})


@dataclass(frozen=True)
class AKeptCase:
    """A computed case held in memory."""

    kept: Mapping[str, Any] = field(default_factory=dict)

    def documents(self) -> tuple[Document, ...]:
        kept: tuple[Document, ...] = self.kept.get("documents", (a_document(),))
        return kept

    def claims(self) -> tuple[Claim, ...]:
        kept: tuple[Claim, ...] = self.kept.get("claims", (a_claim(id=ClaimId("c-1")),))
        return kept

    def incidents(self) -> tuple[Incident, ...]:
        kept: tuple[Incident, ...] = self.kept.get("incidents", (an_incident(),))
        return kept

    def tallies(self) -> tuple[Tally, ...]:
        kept: tuple[Tally, ...] = self.kept.get("tallies", (a_tally(),))
        return kept

    def sums(self) -> tuple[Sum, ...]:
        kept: tuple[Sum, ...] = self.kept.get("sums", (a_sum(),))
        return kept

    def slices(self) -> tuple[SumSlice, ...]:
        whole = SumSlice(by=None, key="all", incidents=(), sums=self.sums())
        kept: tuple[SumSlice, ...] = self.kept.get("slices", (whole,))
        return kept

    def known_on(self) -> date | None:
        kept: date | None = self.kept.get("known_on")
        return kept

    def undated(self) -> tuple[DocumentId, ...]:
        return ()

    def asides(self) -> tuple[Aside, ...]:
        kept: tuple[Aside, ...] = self.kept.get(
            "asides", (Aside(kind="stock", words="3 million people", claims=()),)
        )
        return kept

    def refusal(self) -> tuple[str, ...]:
        return ("no lists of victims",)

    def linking(self) -> Linking:
        kept: Linking = self.kept.get("linking", Linking(clusters=()))
        return kept

    def failures(self) -> tuple[Failed, ...]:
        failed = Failed(item="a.pdf", kind="encrypted", reason="locked", remedy="give the password")
        kept: tuple[Failed, ...] = self.kept.get("failures", (failed,))
        return kept

    def decisions(self) -> tuple[Decision, ...]:
        kept: tuple[Decision, ...] = self.kept.get("decisions", (a_decision(),))
        return kept

    def custody(self, document: DocumentId) -> tuple[Custody, ...]:
        return (
            Custody(
                path=f"{document}.txt",
                original=hash_text(document),
                document=document,
                told=None,
                at="2021-03-06T08:00:00+00:00",
                by="ana",
            ),
        )


def a_kept_case(**kept: Any) -> AKeptCase:
    return AKeptCase(kept)


def a_decision() -> Decision:
    return Decision(
        id=DecisionId("d-1"),
        kind=DecisionKind.NOTE,
        subjects=("i-0a1b2c",),
        reason="asked the monitor",
        by="ana",
        at="2021-03-06T09:00:00+00:00",
    )
