"""The rooms themselves, each imported when it is first asked for something."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from onrecord import __version__
from onrecord.model.claim import Claim
from onrecord.model.comparison import Comparison, LearnedWeight
from onrecord.model.decision import Decision
from onrecord.model.document import Document
from onrecord.model.explanation import Reason
from onrecord.model.failure import Failed
from onrecord.model.identity import ClaimId, DocumentId, IncidentId
from onrecord.model.incident import Cluster, Copy, Counting, Incident, Linking, Support
from onrecord.model.party import PartyBook
from onrecord.model.source import Captured
from onrecord.model.table import TableOrder
from onrecord.model.tally import Aside, Selection, SliceBy, Sum, SumSlice, Tally
from onrecord.pipeline.rooms import Methods, Reader, Rooms
from onrecord.pipeline.spreading import beside, spread


def real_rooms() -> Rooms:
    """The rooms of this version; costs no import of a parser until something is read."""
    return Rooms(
        methods=_name_methods(),
        find_material=_find_material,
        read_mapping=_read_mapping,
        find_rows=_find_rows,
        capture_line=_capture_line,
        read_document=_read_document,
        make_reader=_make_reader,
        explain_claim=_explain_claim,
        load_party_book=_load_party_book,
        link_claims=_link_claims,
        compare_incidents=_compare_incidents,
        weigh_incidents=_weigh_incidents,
        count_incident=_count_incident,
        sum_incidents=_sum_incidents,
        slice_sums=_slice_sums,
        check_tallies=_check_tallies,
        list_asides=_list_asides,
        refuse_estimates=_refuse_estimates,
    )


def _name_methods() -> Methods:
    from onrecord.claims import METHOD as READING
    from onrecord.claims import VERSION as READING_VERSION
    from onrecord.incidents import SHIPPED
    from onrecord.tallies import METHOD as COUNTING
    from onrecord.weighing import METHOD as WEIGHING

    return Methods(
        documents=f"documents/{__version__}",
        reading=f"{READING}/{READING_VERSION}",
        linking=SHIPPED.version,
        weighing=WEIGHING,
        counting=COUNTING,
    )


def _find_material(paths: Sequence[Path]) -> Iterator[Captured | Failed]:
    from onrecord.sources import find_material

    return find_material(paths)


def _read_mapping(name: str) -> TableOrder:
    from onrecord.sources.rows import read_mapping

    return read_mapping(name)


def _find_rows(path: Path, order: TableOrder, *, shown: str) -> Iterator[Captured | Failed]:
    from onrecord.sources.rows import find_rows

    return find_rows(path, order, shown=shown)


def _capture_line(line: bytes, *, shown: str) -> Captured | Failed:
    from onrecord.sources.lines import capture_line

    return capture_line(line, shown=shown)


def _read_document(captured: Captured) -> Document:
    from onrecord.documents import read_document

    return read_document(captured)


def _make_reader(gazetteers: Sequence[Path]) -> Reader:
    from onrecord.claims import make_reader

    return make_reader(gazetteers)


def _explain_claim(claim: Claim) -> tuple[Reason, ...]:
    from onrecord.claims import explain_claim

    return explain_claim(claim)


def _load_party_book() -> PartyBook:
    from onrecord.claims import load_party_book

    return load_party_book()


def _link_claims(
    claims: Iterable[Claim],
    documents: Mapping[DocumentId, Document],
    *,
    parties: PartyBook,
    decisions: Sequence[Decision] = (),
    alone: bool = False,
) -> Linking:
    from onrecord.incidents import SHIPPED, Sides, find_voices, link_ready, make_ready

    claims = list(claims)
    voices = beside(lambda: find_voices(claims, documents, Sides(parties)), size=len(claims))
    method = replace(SHIPPED, keeps_unplaced=alone)
    ready = make_ready(claims, documents, parties=parties, decisions=decisions, method=method)
    return link_ready(ready, documents, spread=spread, voices=voices)


def _compare_incidents(
    claims: Sequence[Claim],
    documents: Mapping[DocumentId, Document],
    pair: tuple[Sequence[ClaimId], Sequence[ClaimId]],
    *,
    weights: Sequence[LearnedWeight] = (),
    decisions: Sequence[Decision] = (),
) -> Comparison:
    from onrecord.incidents import Comparer

    comparer = Comparer(
        claims, documents, parties=_load_party_book(), decisions=decisions, weights=weights
    )
    return comparer.compare(*pair)


def _weigh_incidents(
    linking: Linking,
    documents: Mapping[DocumentId, Document],
    *,
    parties: PartyBook,
    decisions: Sequence[Decision] = (),
) -> Mapping[IncidentId, Support]:
    from onrecord.weighing import weigh_incidents

    return weigh_incidents(linking, documents, parties=parties, decisions=decisions)


def _count_incident(
    cluster: Cluster, support: Support, *, decisions: Sequence[Decision] = ()
) -> Counting:
    from onrecord.tallies import count_incident

    return count_incident(cluster, support, decisions=decisions)


def _sum_incidents(incidents: Sequence[Incident]) -> tuple[Sum, ...]:
    from onrecord.tallies import sum_incidents

    return sum_incidents(incidents)


def _slice_sums(
    incidents: Sequence[Incident], by: SliceBy | None, selection: Selection
) -> tuple[SumSlice, ...]:
    from onrecord.tallies import slice_sums

    return slice_sums(incidents, by, selection)


def _check_tallies(
    claims: Sequence[Claim], incidents: Sequence[Incident], copies: Sequence[Copy]
) -> tuple[Tally, ...]:
    from onrecord.tallies import check_tallies

    return check_tallies(claims, incidents, copies)


def _list_asides(claims: Sequence[Claim], incidents: Sequence[Incident]) -> tuple[Aside, ...]:
    from onrecord.tallies import list_asides

    return list_asides(claims, incidents)


def _refuse_estimates(claims: Sequence[Claim]) -> tuple[str, ...]:
    from onrecord.tallies import refuse_estimates

    return tuple(refuse_estimates(claims).reasons)
