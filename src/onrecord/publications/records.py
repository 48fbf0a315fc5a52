"""Nouns → records: the shapes of claims, incidents, tallies and answers that others rely on."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from onrecord.model.claim import Claim
from onrecord.model.identity import ClaimId, IncidentId
from onrecord.model.incident import Contradiction, Incident, PartyFinding, Proof, Range
from onrecord.model.record import to_record
from onrecord.model.tally import Tally, TallyPart
from onrecord.model.vocabulary import Harm, PartyRole, VictimClass

Record = dict[str, Any]
_DOING = frozenset({PartyRole.ALLEGED_PERPETRATOR, PartyRole.PERPETRATOR})


def claim_record(claim: Claim) -> Record:
    """A claim as `onrecord.claim/1`: every key present, unknown as `null` or `"unknown"`."""
    return {"schema": "onrecord.claim/1", **to_record(claim)}


def incident_record(incident: Incident) -> Record:
    """An incident as `onrecord.incident/1`: a harm or class nobody mentioned is `null`, never 0."""
    support, counting = incident.support, incident.counting
    return {
        "schema": "onrecord.incident/1",
        "id": incident.id,
        "title": incident.title,
        "documents": list(incident.documents),
        "main_of": list(incident.main_of),
        "claims": list(incident.claims),
        "when": to_record(incident.when),
        "place": to_record(incident.place),
        "parties": [_party_record(party) for party in support.parties],
        "weapons": to_record(incident.weapons),
        "objects": to_record(incident.objects),
        **{harm.value: range_record(counting.by_harm.get(harm)) for harm in Harm},
        "by_class": _class_records(incident),
        "best_reason": _best_reason(incident),
        "grade": support.grade.value,
        "strike_status": to_record(support.strike_status),
        "attribution_status": support.attribution_status.value,
        "official_response": support.official_response.value,
        "evidence_class": support.evidence_class.value,
        "corroboration": support.corroboration,
        "independent_originators": to_record(support.independent),
        "voices": to_record(support.voices),
        "figures": to_record(support.backings),
        "replies": to_record(support.replies),
        "unanswered": list(support.unanswered),
        "contradictions": [contradiction.words for contradiction in support.contradictions],
        "contradicting_claims": [_both_sides(item) for item in support.contradictions],
        "proofs": [_proof_record(proof) for proof in counting.proofs],
        "clashes": to_record(counting.clashes),
        "flags": flags_of(incident),
        "aliases": list(incident.aliases),
        "method": incident.method,
    }


def range_record(range: Range | None) -> Record | None:
    """A range with the claims its bounds rest on; `None` where nobody said anything."""
    if range is None:
        return None
    record: Record = {
        "min": range.min,
        "max": range.max,
        "open": range.open,
        "best": range.best,
        "best_reason": range.best_reason,
        "presumed": range.presumed,
        "claims": list(range.claims),
        "because": list(range.because),
        "min_claims": list(range.min_claims),
        "max_claims": list(range.max_claims),
        "capped": range.capped,
    }
    if range.strict_min is not None:
        record["strict_min"] = range.strict_min
    if range.status is not None:
        record["status"] = range.status
    return record


def tally_record(tally: Tally) -> Record:
    """A tally as `onrecord.tally/1`, with what its known parts leave of its total."""
    return {
        "schema": "onrecord.tally/1",
        "id": tally.id,
        "kind": tally.kind,
        "recorder": tally.recorder,
        "period": to_record(tally.period),
        "place": tally.place,
        "harm": tally.harm.value,
        "class": tally.class_.value,
        "total": to_record(tally.total),
        "parts": [_part_record(part) for part in tally.parts],
        "residual": to_record(tally.residual),
        "inequalities": list(tally.inequalities),
        "check": tally.check,
        "claims": list(tally.claims),
        "incidents": list(tally.incidents),
        "findings": list(tally.findings),
        "unstated": [_part_record(part) for part in tally.unstated],
        "beside": to_record(tally.beside),
    }


def answer_lines(
    incidents: Iterable[Incident], *, codes: Mapping[IncidentId, Sequence[str]] | None = None
) -> list[Record]:
    """One line for each answering claim and incident, by claim and incident.

    `codes` holds the codes of imported rows in an incident, best match first.
    """
    known = codes or {}
    lines = [
        {
            "document": reply.document,
            "claim": reply.claim,
            "incident": incident.id,
            "codes": list(known.get(incident.id, ())),
            "relation": reply.relation,
            "arguments": list(reply.arguments),
            "originator": reply.originator,
            "scope": reply.scope,
            "allegations": list(reply.allegations),
            "conceded": to_record(reply.conceded),
        }
        for incident in incidents
        for reply in incident.support.replies
    ]
    return sorted(
        lines,
        key=lambda line: (line["document"], line["claim"], line["incident"], line["relation"]),
    )


def unanswered_lines(
    incidents: Iterable[Incident], claims: Mapping[ClaimId, Claim]
) -> list[Record]:
    """One line for each allegation to which no answer is specific, by incident and claim.

    `against` are the parties accused; `bearing` says how many statements bear on the incident
    without answering.
    """
    return [
        {
            "schema": "onrecord.unanswered/1",
            "incident": incident.id,
            "title": incident.title,
            "claim": id,
            "document": claims[id].document,
            "originator": claims[id].originator,
            "against": sorted({one.name for one in claims[id].parties if one.role in _DOING}),
            "bearing": len(incident.support.replies),
            "quote": claims[id].quote,
        }
        for incident in sorted(incidents, key=lambda incident: incident.id)
        for id in sorted(incident.support.unanswered)
        if id in claims
    ]


def flags_of(incident: Incident) -> list[str]:
    """What linking, weighing and counting were unsure of, each once, in order of the alphabet."""
    return sorted({*incident.flags, *incident.support.flags, *incident.counting.flags})


def _party_record(party: PartyFinding) -> Record:
    return {
        "name": party.name,
        "status": party.status.value,
        "named_by": list(party.named_by),
        "core": party.core,
        "claims": list(party.claims),
    }


def _class_records(incident: Incident) -> Record:
    harms = sorted(
        {Harm.KILLED, *incident.counting.by_harm, *incident.counting.by_class}, key=list(Harm).index
    )
    return {
        harm.value: {
            victims.value: range_record(incident.counting.by_class.get(harm, {}).get(victims))
            for victims in VictimClass
        }
        for harm in harms
    }


def _proof_record(proof: Proof) -> Record:
    """What follows, with `class` null for all people and `others` for those of no told class."""
    return {
        "what": proof.what,
        "harm": proof.harm.value,
        "class": proof.class_.value if proof.class_ else "others" if proof.apart_from else None,
        "apart_from": to_record(proof.apart_from),
        "min": proof.min,
        "max": proof.max,
        "because": list(proof.because),
        "claims": list(proof.claims),
    }


def _best_reason(incident: Incident) -> str | None:
    killed = incident.counting.by_harm.get(Harm.KILLED)
    return killed.best_reason if killed else None


def _both_sides(contradiction: Contradiction) -> Record:
    return {
        "kind": contradiction.kind,
        "claims": list(contradiction.claims),
        "sides": to_record(contradiction.sides),
        "words": contradiction.words,
        "status": contradiction.status,
    }


def _part_record(part: TallyPart) -> Record:
    return {
        "party": part.party,
        "min": part.min,
        "max": part.max,
        "claims": list(part.claims),
        "classes": to_record(part.classes),
    }
