"""Small rooms in place of the real ones: one claim for each "N killed in PLACE" of a text."""

import re
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.builders import a_claim, a_count, a_place

from onrecord.model.claim import Claim
from onrecord.model.comparison import Comparison
from onrecord.model.decision import Decision
from onrecord.model.document import Document
from onrecord.model.explanation import Reason
from onrecord.model.failure import Failed, Unreadable
from onrecord.model.identity import ClaimId, DocumentId, IncidentId, hash_bytes, name_by_content
from onrecord.model.incident import (
    Cluster,
    Copy,
    Counting,
    Incident,
    Independent,
    Linking,
    Range,
    Support,
)
from onrecord.model.party import PartyBook
from onrecord.model.source import Captured, Told
from onrecord.model.table import TableOrder
from onrecord.model.tally import Aside, Selection, SliceBy, Sum, SumSlice, Tally
from onrecord.model.vocabulary import (
    AttributionStatus,
    EvidenceClass,
    Grade,
    Harm,
    OfficialResponse,
)
from onrecord.pipeline.rooms import Methods, Rooms

_SAID = re.compile(r"(\d+) killed in ([A-Z][a-z]+)")
METHODS = Methods(
    documents="plain/1", reading="fake/1", linking="links/1", weighing="weigh/1", counting="count/1"
)


def compare_incidents(*_: Any, **__: Any) -> Comparison:
    """Nothing speaks for or against."""
    return Comparison(bits=0.0, needed=0.0, because=())


def fake_rooms(**more: Any) -> Rooms:
    """Rooms that read "3 killed in Tarvel"; any of them can be replaced."""
    given: dict[str, Any] = {
        "methods": METHODS,
        "find_material": find_material,
        "read_mapping": read_mapping,
        "find_rows": find_rows,
        "capture_line": capture_line,
        "read_document": read_document,
        "make_reader": FakeReader,
        "explain_claim": explain_claim,
        "load_party_book": load_party_book,
        "link_claims": link_claims,
        "compare_incidents": compare_incidents,
        "weigh_incidents": weigh_incidents,
        "count_incident": count_incident,
        "sum_incidents": sum_incidents,
        "slice_sums": slice_sums,
        "check_tallies": check_tallies,
        "list_asides": list_asides,
        "refuse_estimates": refuse_estimates,
    }
    return Rooms(**{**given, **more})


def find_material(paths: Sequence[Path]) -> Iterator[Captured | Failed]:
    for folder in paths:
        for path in sorted(folder.rglob("*")):
            if path.suffix == ".told" or path.is_dir():
                continue
            if path.stat().st_size == 0:
                yield Failed(item=path.name, kind="empty", reason="is empty", remedy="get it again")
                continue
            yield capture(path.name, path.read_bytes(), told=_told(path))


def _told(path: Path) -> Told | None:
    beside = path.with_suffix(".told")
    return Told(publisher=beside.read_text()) if beside.exists() else None


def capture(name: str, content: bytes, *, told: Told | None = None) -> Captured:
    return Captured(
        name=name,
        hint=Path(name).stem,
        content=content,
        sha256=hash_bytes(content),
        media_type="text/plain",
        told=told,
    )


def capture_line(line: bytes, *, shown: str) -> Captured | Failed:
    if not line.strip().isascii():
        return Failed(item=shown, kind="bad_line", reason="is no document", remedy="mend it")
    name, _, text = line.decode().strip().partition(":")
    return capture(name, text.encode())


def read_document(captured: Captured) -> Document:
    if b"\x00" in captured.content:
        raise Unreadable("binary", "is binary", "save it as text")
    if b"BREAK THE PARSER" in captured.content:
        raise RuntimeError("a foreign parser broke")
    return Document(
        id=DocumentId(captured.hint),
        text=captured.content.decode(),
        original=captured.sha256,
        publisher=captured.told.publisher if captured.told else None,
    )


class FakeReader:
    """Reads claims; breaks, dies, misquotes or sleeps where the text says so."""

    def __init__(self, gazetteers: Sequence[Path] = ()) -> None:
        self.known = [path.read_text() for path in gazetteers]

    def read(self, document: Document) -> tuple[Claim, ...]:
        if "BREAK THE READER" in document.text:
            raise RuntimeError("the reader broke")
        if "DIE" in document.text:
            import os

            os._exit(7)
        if "SLEEP" in document.text:
            time.sleep(60)
        shift = 1 if "MISQUOTE" in document.text else 0
        return tuple(
            _claim(document, found, shift=shift) for found in _SAID.finditer(document.text)
        )


def _claim(document: Document, found: re.Match[str], *, shift: int) -> Claim:
    start, end = found.span()
    number = int(found[1])
    return a_claim(
        id=ClaimId(name_by_content("c", document.id, start)),
        document=document.id,
        quote=found[0],
        start=start + shift,
        end=end + shift,
        counts=(a_count(number, text=found[1], start=start, end=start + len(found[1])),),
        places=(a_place(found[2]),),
    )


def read_mapping(name: str) -> TableOrder:
    return TableOrder(columns={})


def find_rows(path: Path, order: TableOrder, *, shown: str) -> Iterator[Captured | Failed]:
    return iter(())


def explain_claim(claim: Claim) -> tuple[Reason, ...]:
    return ()


def load_party_book() -> PartyBook:
    return PartyBook(())


def link_claims(
    claims: Iterable[Claim],
    documents: Mapping[DocumentId, Document],
    *,
    parties: PartyBook,
    decisions: Sequence[Decision] = (),
    alone: bool = False,
) -> Linking:
    rejected = {subject for decision in decisions for subject in decision.subjects}
    by_place: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=lambda claim: claim.id):
        if claim.id not in rejected:
            by_place.setdefault(claim.places[0].name, []).append(claim)
    clusters = [_cluster(place, members) for place, members in sorted(by_place.items())]
    return Linking(clusters=tuple(clusters))


def _cluster(place: str, members: Sequence[Claim]) -> Cluster:
    documents = tuple(sorted({claim.document for claim in members}))
    return Cluster(
        id=IncidentId(name_by_content("i", place)),
        claims=tuple(members),
        documents=documents,
        main_of=documents[:1],
    )


def weigh_incidents(
    linking: Linking,
    documents: Mapping[DocumentId, Document],
    *,
    parties: PartyBook,
    decisions: Sequence[Decision] = (),
) -> dict[IncidentId, Support]:
    support = Support(
        voices=(),
        independent=Independent(certain=1, possible=1),
        parties=(),
        grade=Grade.WEAK,
        strike_status=None,
        attribution_status=AttributionStatus.SUSPECTED,
        official_response=OfficialResponse.NONE_FOUND,
        evidence_class=EvidenceClass.PRESS_ONLY,
        corroboration="undetermined",
    )
    return {cluster.id: support for cluster in linking.clusters}


def count_incident(
    cluster: Cluster, support: Support, *, decisions: Sequence[Decision] = ()
) -> Counting:
    numbers = [count.min for claim in cluster.claims for count in claim.counts]
    killed = Range(min=min(numbers), max=max(numbers), open=False)
    return Counting(by_harm={Harm.KILLED: killed})


def slice_sums(
    incidents: Sequence[Incident], by: SliceBy | None, selection: Selection
) -> tuple[SumSlice, ...]:
    ids = tuple(incident.id for incident in incidents)
    return (SumSlice(by=by, key="all", incidents=ids, sums=sum_incidents(incidents)),)


def sum_incidents(incidents: Sequence[Incident]) -> tuple[Sum, ...]:
    ranges = [incident.counting.by_harm[Harm.KILLED] for incident in incidents]
    total = Sum(
        harm=Harm.KILLED,
        class_=None,
        min=sum(range.min for range in ranges),
        max=sum(range.max or 0 for range in ranges),
        open=False,
        incidents=tuple(incident.id for incident in incidents),
        without=(),
    )
    return (total,)


def check_tallies(
    claims: Sequence[Claim], incidents: Sequence[Incident], copies: Sequence[Copy]
) -> tuple[Tally, ...]:
    return ()


def list_asides(claims: Sequence[Claim], incidents: Sequence[Incident]) -> tuple[Aside, ...]:
    return ()


def refuse_estimates(claims: Sequence[Claim]) -> tuple[str, ...]:
    return ("no lists of named victims",)
