"""Paths → documents in the store: what is new is read, what is known is recognised by its bytes."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from onrecord.model.document import Document
from onrecord.model.failure import Failed, OnrecordError, Unreadable
from onrecord.model.identity import DocumentId, Sha256, hash_text
from onrecord.model.source import Captured, Told
from onrecord.model.table import TableOrder
from onrecord.pipeline.batches import Batches
from onrecord.pipeline.report import Progress, Report, no_progress
from onrecord.pipeline.rooms import Rooms
from onrecord.store.protocol import Arrival, FailureKept, Store

_STEP: Final = "ingest"


def ingest(
    store: Store, paths: Sequence[Path], *, rooms: Rooms, progress: Progress = no_progress
) -> Report:
    """Takes everything under the paths into the case, once.

    Same bytes under another path are one document with two arrivals, unless the user says that
    another publisher published them. Bytes that failed before are tried again only when they or
    the readers have changed. A corrected word of the user on a known file corrects its document.
    """
    return _take_all(store, rooms.find_material(paths), rooms=rooms, progress=progress)


def ingest_table(
    store: Store, path: Path, order: TableOrder, *, rooms: Rooms, progress: Progress = no_progress
) -> Report:
    """Takes every row of a table into the case, once; a row that changed is a new row."""
    items = rooms.find_rows(path, order, shown=path.name)
    return _take_all(store, items, rooms=rooms, progress=progress)


def _take_all(
    store: Store, items: Iterator[Captured | Failed], *, rooms: Rooms, progress: Progress
) -> Report:
    intake = _Intake(store, rooms)
    report = Report(_STEP, "item")
    with Batches(store) as batches:
        for item in items:
            batches.step()
            intake.take(item, report)
            progress(_STEP, report.read, None)
    return report


def read_safely(captured: Captured, read: Callable[[Captured], Document]) -> Document | Failed:
    """The document of captured bytes, or why there is none."""
    try:
        return read(captured)
    except Unreadable as error:
        kind, reason, remedy = error.kind, error.reason, error.remedy
    except OnrecordError:
        raise
    except Exception as error:  # noqa: BLE001 - around foreign parsers of unknown files
        kind, reason = "reader_broke", f"the reader of {captured.media_type} broke: {_name(error)}"
        remedy = "report this file type as a bug; convert the file to plain text meanwhile"
    return Failed(
        item=captured.name, kind=kind, reason=reason, remedy=remedy, sha256=captured.sha256
    )


def _name(error: Exception) -> str:
    """The class alone: a message may hold words of the file."""
    return type(error).__name__


@dataclass(slots=True)
class _Intake:
    store: Store
    rooms: Rooms
    arrivals: dict[tuple[str, Sha256], tuple[DocumentId, Told | None]] = field(init=False)
    failures: dict[str, FailureKept] = field(init=False)
    names: set[DocumentId] = field(init=False)
    originals: set[Sha256] = field(init=False)

    def __post_init__(self) -> None:
        known = list(self.store.custody())
        self.arrivals = {(one.path, one.original): (one.document, one.told) for one in known}
        self.names = {one.document for one in known}
        self.originals = {one.original for one in known}
        self.failures = {
            kept.failed.item: kept for kept in self.store.failures() if kept.stage == _STEP
        }

    def take(self, item: Captured | Failed, report: Report) -> None:
        """Enters one item and notes in the report what became of it."""
        if isinstance(item, Failed):
            self._fail(item, None, report)
        elif (arrival := self.arrivals.get((item.name, item.sha256))) is not None:
            self._meet_again(item, *arrival, report=report)
        elif (known := self._known_failure(item)) is not None:
            report.again.append(known)
        else:
            self._meet(item, report)

    def _known_failure(self, item: Captured) -> Failed | None:
        kept = self.failures.get(item.name)
        if kept is None or kept.method != self.rooms.methods.documents:
            return None
        return kept.failed if kept.failed.sha256 == item.sha256 else None

    def _meet_again(
        self, item: Captured, document: DocumentId, told: Told | None, *, report: Report
    ) -> None:
        if item.told in (told, None):
            report.known += 1
            return
        self._read(item, report, name=lambda _: document)

    def _meet(self, item: Captured, report: Report) -> None:
        """Bytes under a path that has not been seen with them."""
        same = self.store.documents_of(item.sha256) if item.sha256 in self.originals else []
        publisher = item.told.publisher if item.told else None
        if same and publisher in {None, *(document.publisher for document in same)}:
            document = next((one for one in same if one.publisher == publisher), same[0])
            self.store.add_custody(document.id, _arrival(item))
            self._remember(item, document.id)
            report.known += 1
            return
        self._read(item, report, name=self._free_name)

    def _read(
        self, item: Captured, report: Report, *, name: Callable[[Captured], DocumentId]
    ) -> None:
        document = read_safely(item, self.rooms.read_document)
        if isinstance(document, Failed):
            self._fail(document, item.content, report)
            return
        document = replace(document, id=name(item))
        self.store.add_document(document, item.content, arrival=_arrival(item))
        self._remember(item, document.id)
        report.kept += 1

    def _fail(self, failed: Failed, content: bytes | None, report: Report) -> None:
        kept = self.failures.get(failed.item)
        new = FailureKept(stage=_STEP, failed=failed, method=self.rooms.methods.documents)
        if kept == new:
            report.again.append(failed)
            return
        self.store.add_failure(new, content)
        self.failures[failed.item] = new
        report.failed.append(failed)

    def _remember(self, item: Captured, document: DocumentId) -> None:
        self.arrivals[item.name, item.sha256] = (document, item.told)
        self.names.add(document)
        self.originals.add(item.sha256)
        self.failures.pop(item.name, None)

    def _free_name(self, item: Captured) -> DocumentId:
        """The name the document would like to have, made longer if another has it."""
        return next(DocumentId(n) for n in _names(item) if n not in self.names)


def _names(item: Captured) -> Iterator[str]:
    publisher = (item.told.publisher if item.told else None) or ""
    yield item.hint
    yield f"{item.hint}-{item.sha256[:8]}"
    yield f"{item.hint}-{hash_text(publisher)[:8]}"
    yield f"{item.hint}-{hash_text(item.name + item.sha256 + publisher)}"


def _arrival(item: Captured) -> Arrival:
    return Arrival(path=item.name, original=item.sha256, told=item.told)
