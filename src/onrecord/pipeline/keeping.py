"""Linking, incidents and tallies ↔ rows of a view."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from onrecord.model.claim import Claim
from onrecord.model.comparison import Candidate, LearnedWeight, Related
from onrecord.model.identity import ClaimId
from onrecord.model.incident import (
    Cluster,
    Copy,
    Incident,
    Linking,
    Utterance,
)
from onrecord.model.record import from_record, to_record
from onrecord.model.tally import Aside, Sum, Tally
from onrecord.pipeline.spreading import spread
from onrecord.store.chain import write_noun, write_record
from onrecord.store.protocol import Row, Store

Noun = TypeVar("Noun")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tallied:
    """What tallying makes of linked claims: incidents, and all that stands beside them."""

    incidents: tuple[Incident, ...]
    tallies: tuple[Tally, ...]
    sums: tuple[Sum, ...]
    asides: tuple[Aside, ...]
    refusal: tuple[str, ...]


def write_linking(linking: Linking) -> dict[str, list[Row]]:
    """A linking as rows; claims are named, not copied."""
    return {
        "clusters": [_write_cluster(cluster) for cluster in linking.clusters],
        "linked_asides": [_row(claim.id, {"claim": claim.id}) for claim in linking.asides],
        "utterances": _rows(linking.utterances, lambda utterance: utterance.id),
        "copies": _rows(linking.copies, lambda copy: f"{copy.earlier}>{copy.later}"),
        "candidates": _rows(linking.candidates, lambda pair: f"{pair.one}|{pair.other}"),
        "relations": _rows(linking.relations, lambda pair: f"{pair.one}|{pair.other}"),
        "weights": _rows(linking.weights, lambda row: f"{row.matter}/{row.level}"),
    }


def read_linking(store: Store, claims: Mapping[ClaimId, Claim]) -> Linking:
    """The linking that was kept, with its claims."""
    asides = [json.loads(record)["claim"] for record in store.rows("linked_asides")]
    return Linking(
        clusters=tuple(_read_cluster(record, claims) for record in store.rows("clusters")),
        asides=tuple(claims[id] for id in asides),
        utterances=read_rows(store, "utterances", Utterance),
        copies=read_rows(store, "copies", Copy),
        candidates=read_rows(store, "candidates", Candidate),
        weights=read_rows(store, "weights", LearnedWeight),
        relations=read_rows(store, "relations", Related),
    )


def write_tallying(tallied: Tallied) -> dict[str, list[Row]]:
    """All that tallying made, as rows."""
    return {
        "incidents": _rows(tallied.incidents, lambda incident: incident.id),
        "tallies": _rows(tallied.tallies, lambda tally: tally.id),
        "sums": _rows(tallied.sums, lambda total: f"{total.harm}/{total.class_ or 'all'}"),
        "asides": _rows(tallied.asides, lambda aside: f"{aside.kind}/{'+'.join(aside.claims)}"),
        "refusals": [_row("estimates", {"reason": reason}) for reason in tallied.refusal],
    }


def read_rows(
    store: Store, table: str, kind: type[Noun], *, id: str | None = None
) -> tuple[Noun, ...]:
    """The nouns of a table of a view."""
    return tuple(from_record(kind, json.loads(record)) for record in store.rows(table, id))


def _write_cluster(cluster: Cluster) -> Row:
    record = to_record(replace(cluster, claims=()))
    return _row(cluster.id, {**record, "claims": [claim.id for claim in cluster.claims]})


def _read_cluster(record: str, claims: Mapping[ClaimId, Claim]) -> Cluster:
    values = json.loads(record)
    members = tuple(claims[id] for id in values["claims"])
    return replace(from_record(Cluster, {**values, "claims": []}), claims=members)


def _rows(nouns: Iterable[Noun], name: Callable[[Noun], str]) -> list[Row]:
    listed = list(nouns)
    records = spread(write_noun, listed)
    return [Row(id=name(noun), record=record) for noun, record in zip(listed, records, strict=True)]


def _row(id: str, record: object) -> Row:
    return Row(id=id, record=write_record(record))
