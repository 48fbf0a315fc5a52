"""Documents in the store → claims in the store, document by document, in several processes."""

import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final, TypeAlias

from onrecord.model.claim import Claim
from onrecord.model.document import Document
from onrecord.model.failure import Failed, OnrecordError
from onrecord.model.identity import DocumentId, Sha256, hash_text
from onrecord.pipeline.batches import Batches
from onrecord.pipeline.crew import Work, work_in_order
from onrecord.pipeline.lawful import find_breaches
from onrecord.pipeline.report import Progress, Report, no_progress
from onrecord.pipeline.rooms import Reader, Rooms
from onrecord.store.protocol import FailureKept, Reading, Store

_STEP: Final = "extract"
_LOST: Final = "reader_lost"
_FEW: Final = 20
_LONG_TEXT: Final = 200_000
_REMEDY: Final = "report it as a bug with the document's identifier; the others are not affected"
_TOO_LONG: Final = "too_long"
_REMEDY_FOR_LOST: Final = "split the text into parts and add those; the others are not affected"

Outcome: TypeAlias = tuple[Document, tuple[Claim, ...] | Failed]


def extract(
    store: Store, *, rooms: Rooms, jobs: int | None = None, progress: Progress = no_progress
) -> Report:
    """Reads every document that was not yet read as it now is, by the method as it now is.

    What comes out does not depend on `jobs`, the number of processes (`None`: as many as help).
    """
    plan = _plan(store, rooms)
    report = Report(_STEP, "document", known=plan.known, again=plan.again)
    if plan.pending:
        progress(_STEP, 0, len(plan.pending))
    with gazetteer_files(store) as gazetteers, Batches(store) as batches:
        work = Work(begin=partial(_begin, rooms.make_reader, gazetteers), give_up=_give_up_document)
        pending = _documents(store, plan.pending)
        processes = count_processes(jobs, len(plan.pending), plan.longest)
        for document, found in work_in_order(pending, work, processes=processes):
            batches.step()
            _keep(store, plan, document, found, report=report)
            progress(_STEP, report.kept + len(report.failed), len(plan.pending))
    return report


def count_processes(jobs: int | None, documents: int, longest: int = 0) -> int:
    """How many processes to read in; 0 is this one, which is quickest for a few short texts."""
    if jobs is None and documents <= _FEW and longest <= _LONG_TEXT:
        return 0
    if documents == 0 or jobs == 0:
        return 0
    return min(jobs or min(2, os.cpu_count() or 1), documents)


# A quarter of an hour of dense text. Nobody reports so much in one piece; a dump can be divided.
LONGEST_TEXT = 10_000_000


def limit_reading(characters: int) -> float:
    """The seconds of the processor a text may take: ten times what a dense one does, at most 1 h."""
    return min(120 + characters / 1000, 3600)


def read_lawfully(document: Document, reader: Reader) -> tuple[Claim, ...] | Failed:
    """The claims of a document; a failure if the reader breaks, or breaks the law of quotes."""
    if len(document.text) > LONGEST_TEXT:
        reason = f"the text is too long to read: {len(document.text):,} characters"
        return fail_document(document, _TOO_LONG, reason)
    try:
        claims = tuple(reader.read(document))
        breaches = find_breaches(document, claims)
    except OnrecordError:
        raise
    except Exception as error:  # noqa: BLE001 - one text must not stop the others
        return fail_document(document, "reader_broke", f"the reader broke: {type(error).__name__}")
    if breaches:
        return fail_document(document, "broken_reading", "; ".join(breaches[:3]))
    return claims


def fail_document(document: Document, kind: str, reason: str) -> Failed:
    """A document that could not be read for claims."""
    remedy = _REMEDY_FOR_LOST if kind in (_LOST, _TOO_LONG) else _REMEDY
    return Failed(
        item=document.id, kind=kind, reason=reason, remedy=remedy, sha256=document.original
    )


@contextmanager
def gazetteer_files(store: Store) -> Iterator[tuple[Path, ...]]:
    """The gazetteers of the case as files, under the names they had, while the block lasts."""
    with tempfile.TemporaryDirectory(prefix="onrecord-") as folder:
        paths = []
        for number, (name, sha256) in enumerate(store.gazetteers()):
            path = Path(folder, str(number), Path(name).name)
            path.parent.mkdir()
            path.write_bytes(store.original(sha256))
            paths.append(path)
        yield tuple(paths)


def method_of_reading(store: Store, rooms: Rooms) -> str:
    """The reader's name and version, and which gazetteers of the case it knows."""
    gazetteers = sorted(sha256 for _, sha256 in store.gazetteers())
    if not gazetteers:
        return rooms.methods.reading
    return f"{rooms.methods.reading}+gazetteers/{hash_text(' '.join(gazetteers))[:8]}"


@dataclass(slots=True)
class _Plan:
    method: str
    hashes: dict[DocumentId, Sha256]
    pending: list[DocumentId]
    known: int
    again: list[Failed]
    longest: int = 0


def _plan(store: Store, rooms: Rooms) -> _Plan:
    method = method_of_reading(store, rooms)
    hashes = store.document_hashes()
    readings = store.readings()
    broken = {kept.failed.item: kept for kept in store.failures() if kept.stage == _STEP}
    plan = _Plan(method, hashes, pending=[], known=0, again=[])
    for id, sha256 in hashes.items():
        reading, failure = readings.get(id), broken.get(id)
        if reading and (reading.document_sha256, reading.method) == (sha256, method):
            plan.known += 1
        elif failure and failure.method == _attempt(method, sha256):
            plan.again.append(failure.failed)
        else:
            plan.pending.append(id)
    if len(plan.pending) <= _FEW:
        texts = (len(document.text) for document in _documents(store, plan.pending))
        plan.longest = max(texts, default=0)
    return plan


def _attempt(method: str, document_sha256: Sha256) -> str:
    return f"{method} on {document_sha256}"


def _documents(store: Store, ids: Sequence[DocumentId]) -> Iterator[Document]:
    for id in ids:
        if (document := store.document(id)) is not None:
            yield document


def _begin(
    make_reader: Callable[[Sequence[Path]], Reader], gazetteers: Sequence[Path]
) -> Callable[[Document], Outcome]:
    reader = make_reader(gazetteers)
    return lambda document: (document, read_lawfully(document, reader))


def _give_up_document(document: Document, reason: str) -> Outcome:
    return document, fail_document(document, _LOST, f"reading it {reason}")


def _keep(
    store: Store,
    plan: _Plan,
    document: Document,
    found: tuple[Claim, ...] | Failed,
    *,
    report: Report,
) -> None:
    sha256 = plan.hashes[document.id]
    if isinstance(found, Failed):
        attempt = _attempt(plan.method, sha256)
        store.add_failure(FailureKept(stage=_STEP, failed=found, method=attempt))
        report.failed.append(found)
        return
    store.add_reading(
        Reading(
            document=document.id, document_sha256=sha256, method=plan.method, claims=tuple(found)
        )
    )
    report.kept += 1
