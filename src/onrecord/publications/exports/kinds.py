"""A case → the records of each kind: what `--what` names, its records, columns and losses."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from onrecord.model.document import Document
from onrecord.model.identity import DocumentId
from onrecord.model.incident import Linking
from onrecord.model.record import to_record
from onrecord.publications.exports.columns import (
    ANSWER_COLUMNS,
    ASIDE_COLUMNS,
    CLAIM_COLUMNS,
    DECISION_COLUMNS,
    DOCUMENT_COLUMNS,
    FAILURE_COLUMNS,
    INCIDENT_COLUMNS,
    LINKING_COLUMNS,
    SUM_COLUMNS,
    TALLY_COLUMNS,
    UNANSWERED_COLUMNS,
    Column,
)
from onrecord.publications.figures import sum_figure
from onrecord.publications.records import (
    Record,
    answer_lines,
    claim_record,
    incident_record,
    tally_record,
    unanswered_lines,
)
from onrecord.publications.source import Publishable


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """One kind of record: how it is made, its columns, and what its table cannot say.

    `entered` gives who entered a record and when, as a list of `{path, at, by}`.
    """

    about: str
    records: Callable[[Publishable], list[Record]]
    columns: tuple[Column, ...]
    cannot: tuple[str, ...] = ()
    entered: Callable[[Publishable, Record], list[Record]] | None = None


def list_records(export: Export, case: Publishable, *, with_custody: bool = False) -> list[Record]:
    """The records of one kind; who entered what and when only if asked for."""
    records = export.records(case)
    entered = export.entered
    if not with_custody or entered is None:
        return records
    return [{**record, "custody": entered(case, record)} for record in records]


def _claims(case: Publishable) -> list[Record]:
    return [claim_record(claim) for claim in case.claims()]


def _incidents(case: Publishable) -> list[Record]:
    return [incident_record(incident) for incident in case.incidents()]


def _tallies(case: Publishable) -> list[Record]:
    return [tally_record(tally) for tally in case.tallies()]


def _answers(case: Publishable) -> list[Record]:
    codes = {document.id: document.row.code for document in case.documents() if document.row}
    incidents = case.incidents()
    known = {
        incident.id: [codes[id] for id in incident.documents if id in codes]
        for incident in incidents
    }
    return answer_lines(incidents, codes=known)


def _unanswered(case: Publishable) -> list[Record]:
    return unanswered_lines(case.incidents(), {claim.id: claim for claim in case.claims()})


def _sums(case: Publishable) -> list[Record]:
    incidents = {incident.id: incident for incident in case.incidents()}
    return [
        {
            "schema": "onrecord.sum/1",
            "by": slice.by.value if slice.by else None,
            "key": slice.key,
            "scope": slice.scope or None,
            **to_record(sum),
            "claims": list(sum_figure(sum, incidents).claims),
            "left_out": to_record(slice.left_out),
        }
        for slice in case.slices()
        for sum in slice.sums
    ]


def _documents(case: Publishable) -> list[Record]:
    return [_document_record(document) for document in case.documents()]


def _document_record(document: Document) -> Record:
    record: dict[str, Any] = to_record(document)
    del record["text"]
    return {"schema": "onrecord.document/1", **record, "characters": len(document.text)}


def _failures(case: Publishable) -> list[Record]:
    return [{"schema": "onrecord.failure/1", **to_record(item)} for item in case.failures()]


def _decisions(case: Publishable) -> list[Record]:
    hidden = {"at", "by"}
    return [
        {
            "schema": "onrecord.decision/1",
            **{key: value for key, value in to_record(decision).items() if key not in hidden},
        }
        for decision in case.decisions()
    ]


def _asides(case: Publishable) -> list[Record]:
    return [{"schema": "onrecord.aside/1", **to_record(aside)} for aside in case.asides()]


def _linking(case: Publishable) -> list[Record]:
    linking = case.linking()
    return [
        *_joins(linking),
        *_utterances(linking),
        *_copies(linking),
        *_candidates(linking),
        *_relations(linking),
        *_weights(linking),
    ]


def _link(kind: str, one: str, other: str, weight: float | None, because: Iterable[str]) -> Record:
    return {
        "schema": "onrecord.link/1",
        "kind": kind,
        "one": one,
        "other": other,
        "weight": weight,
        "because": list(because),
    }


def _joins(linking: Linking) -> list[Record]:
    return [
        {**_link("join", join.one, join.other, join.bits, join.because), "incident": cluster.id}
        for cluster in linking.clusters
        for join in cluster.joins
    ]


def _utterances(linking: Linking) -> list[Record]:
    return [
        {
            "schema": "onrecord.link/1",
            "kind": "utterance",
            "one": utterance.claims[0],
            "other": claim,
            "weight": None,
            "because": [utterance.because],
            "utterance": utterance.id,
        }
        for utterance in linking.utterances
        for claim in utterance.claims[1:]
    ]


def _copies(linking: Linking) -> list[Record]:
    return [
        {
            **_link("copy", copy.earlier, copy.later, copy.containment, ["the same paragraph"]),
            "start": copy.start,
            "end": copy.end,
        }
        for copy in linking.copies
    ]


def _candidates(linking: Linking) -> list[Record]:
    return [
        _link("candidate", pair.one, pair.other, pair.bits, pair.because)
        for pair in linking.candidates
    ]


def _relations(linking: Linking) -> list[Record]:
    return [
        _link(pair.kind, pair.one, pair.other, None, pair.because) for pair in linking.relations
    ]


def _weights(linking: Linking) -> list[Record]:
    """What agreements are worth in this case, with the shipped weight and the pairs it rests on."""
    return [
        {
            "schema": "onrecord.link/1",
            "kind": "weight",
            "one": row.matter,
            "other": row.level,
            "weight": row.learned,
            "because": [
                f"shipped {row.shipped:+.2f} bits; {row.pairs} pairs: "
                f"m {row.m:.4f} in one attack, u {row.u:.4f} in two"
            ],
        }
        for row in linking.weights
    ]


def _entered_document(case: Publishable, record: Record) -> list[Record]:
    document = DocumentId(record.get("document") or record["id"])
    return [{"path": item.path, "at": item.at, "by": item.by} for item in case.custody(document)]


def _entered_decision(case: Publishable, record: Record) -> list[Record]:
    return [
        {"path": None, "at": decision.at, "by": decision.by}
        for decision in case.decisions()
        if decision.id == record["id"]
    ]


EXPORTS: Mapping[str, Export] = {
    "claims": Export(
        about="every statement with its words",
        records=_claims,
        columns=CLAIM_COLUMNS,
        cannot=(
            "the spans of counts, places, dates, parties, weapons, objects and hedges",
            "which count is a subset of which, and the sex, age and standing of those counted",
            "further chains of speakers (co_speakers) and the words of attribution",
        ),
        entered=_entered_document,
    ),
    "incidents": Export(
        about="attacks with ranges, grades and answers; in CSV the columns of strike recorders",
        records=_incidents,
        columns=INCIDENT_COLUMNS,
        cannot=(
            "which claims each bound rests on, and who says what",
            "missing, displaced, detained and besieged people",
            "contradictions in words, and what nobody answered",
        ),
    ),
    "answers": Export(
        about="what the accused answered, one line for each claim and incident",
        records=_answers,
        columns=ANSWER_COLUMNS,
        cannot=("which allegations each answer meets",),
        entered=_entered_document,
    ),
    "unanswered": Export(
        about="what the accused did not answer, one line for each claim of an incident",
        records=_unanswered,
        columns=UNANSWERED_COLUMNS,
        entered=_entered_document,
    ),
    "tallies": Export(
        about="totals of recorders with their parts and check",
        records=_tallies,
        columns=TALLY_COLUMNS,
        cannot=("subsets stated within a part, and the claims behind each part",),
    ),
    "sums": Export(
        about="sums over incidents, with those that give no figure and those left out",
        records=_sums,
        columns=SUM_COLUMNS,
    ),
    "documents": Export(
        about="documents with their evidence, without their text",
        records=_documents,
        columns=DOCUMENT_COLUMNS,
        cannot=("the text, which stays in the case", "segments and defects with their spans"),
        entered=_entered_document,
    ),
    "failures": Export(
        about="what could not be read, why, and what to do",
        records=_failures,
        columns=FAILURE_COLUMNS,
    ),
    "decisions": Export(
        about="what people settled, with their reasons",
        records=_decisions,
        columns=DECISION_COLUMNS,
        entered=_entered_decision,
    ),
    "linking": Export(
        about="why claims were brought together: joins, utterances, copies, open questions",
        records=_linking,
        columns=LINKING_COLUMNS,
        cannot=("where in the later document a copied paragraph stands",),
    ),
    "asides": Export(
        about="figures shown beside the sums and never added",
        records=_asides,
        columns=ASIDE_COLUMNS,
    ),
}
