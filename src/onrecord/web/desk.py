"""The case on the desk: where it is, how to read it, and the one place that writes to it."""

import logging
import shutil
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Final

from onrecord.model.decision import Decision, DecisionKind
from onrecord.model.failure import OnrecordError
from onrecord.model.identity import DecisionId
from onrecord.model.remark import Remark
from onrecord.model.table import TableOrder
from onrecord.pipeline.cataloguing import catalogue, catalogue_past
from onrecord.pipeline.deciding import decide, withdraw
from onrecord.pipeline.extracting import extract
from onrecord.pipeline.ingesting import ingest_table
from onrecord.pipeline.linking import link
from onrecord.pipeline.real_rooms import real_rooms
from onrecord.pipeline.reckoning import awaits_counting
from onrecord.pipeline.remarking import Draft, enter_remark
from onrecord.pipeline.report import Report, utc_now
from onrecord.pipeline.running import Order, run
from onrecord.pipeline.spreading import in_one_process
from onrecord.pipeline.tallying import tally
from onrecord.pipeline.views import TODAY, CaseView, Looking, open_view
from onrecord.store.case import open_case
from onrecord.store.errors import CaseBusy
from onrecord.store.protocol import Store
from onrecord.store.remembering import Memory, open_remembered
from onrecord.store.searching import Catalogue, open_catalogue
from onrecord.web.reckoning import Reckoner

# So many documents are linked and counted while a person waits for the answer to a decision.
_FEW_DOCUMENTS: Final = 200
# Writing what was counted anew holds a large case for some seconds.
_PATIENCE_S: Final = 30.0
# Reading waits longer: nobody waits for its answer, and what was brought in stands nowhere else.
_PATIENCE_OF_READING_S: Final = 600.0
_KEPT: Final = (
    "another program was writing to the case for too long: what you brought in is kept in {folder}; "
    "add it again when that program has ended"
)
_BROKEN: Final = "something broke while reading: what was kept before is not lost; add it again"
_LOG: Final = logging.getLogger("onrecord.web")


@dataclass(frozen=True, slots=True)
class Seen:
    """What a person had before them: the first `decisions`, when deciding on `subjects`."""

    decisions: int
    subjects: frozenset[str]


class Meanwhile(OnrecordError):
    """Somebody decided on the same thing since the page was shown."""

    def __init__(self, decisions: Sequence[Decision], *, seen: int) -> None:
        super().__init__("somebody decided on this meanwhile")
        self.decisions = tuple(decisions)
        self.seen = seen


@dataclass(slots=True)
class Work:
    """Reading that goes on, or the last one that ended; it goes on while no page is open."""

    busy: bool = False
    step: str = ""
    done: int = 0
    total: int | None = None
    reports: tuple[Report, ...] = ()
    problem: str = ""

    def begin(self) -> None:
        """Forgets the last reading."""
        self.busy, self.step, self.done, self.total = True, "", 0, None
        self.reports, self.problem = (), ""

    def tell(self, step: str, done: int, total: int | None) -> None:
        """Notes how far it is."""
        self.step, self.done, self.total = step, done, total


@dataclass(slots=True)
class Desk:
    """One case that is open in the workbench; `by` is who enters decisions.

    All writing happens under one lock, so that two decisions at once come one after the other.
    """

    case: Path
    name: str
    by: str
    jobs: int | None = 1
    work: Work = field(default_factory=Work)
    reckoner: Reckoner = field(default_factory=Reckoner)
    _writing: threading.Lock = field(default_factory=threading.Lock)
    _cataloguing: threading.Lock = field(default_factory=threading.Lock)
    _recalling: threading.Lock = field(default_factory=threading.Lock)
    _memory: Memory = field(default_factory=Memory)

    def taken_by(self, name: str) -> "Desk":
        """The same desk, its locks and its work, with somebody else sitting at it."""
        return replace(self, by=name)

    @contextmanager
    def view(self, looking: Looking = TODAY) -> Iterator[CaseView]:
        """The case for reading, as it stands at this moment (or as it is looked at)."""
        with open_view(self.case, looking) as view, in_one_process():
            yield view

    @contextmanager
    def catalogue(self, until: date | None = None) -> Iterator[Catalogue]:
        """Its lists and search, made anew where the case has changed (or as known on a day).

        Raises:
            CannotRecall: the case is too large to be looked at on a day.
        """
        with ExitStack() as stack:
            stack.enter_context(in_one_process())
            if until is None:
                with self._cataloguing:
                    path = catalogue(self.case)
                yield stack.enter_context(open_remembered(path, self._memory))
            else:
                with self._recalling:
                    past = catalogue_past(self.case, until)
                    kept = stack.enter_context(open_catalogue(past))
                yield kept

    def decide(
        self,
        kind: DecisionKind,
        subjects: Sequence[str],
        *,
        reason: str,
        unless: Seen | None = None,
    ) -> Decision:
        """Enters a decision and computes the case anew.

        Raises:
            CannotDecide: a subject is unknown or of the wrong kind, or the reason is missing.
            Meanwhile: something was decided on them that the person had not seen.
        """

        def work(store: Store) -> Decision:
            if kind is DecisionKind.WITHDRAW:
                return withdraw(store, DecisionId(subjects[0]), reason=reason, by=self.by)
            return decide(store, kind, subjects, reason=reason, by=self.by)

        return self.enter(work, unless=unless)

    def enter(self, work: Callable[[Store], Decision], *, unless: Seen | None = None) -> Decision:
        """What `work` enters; a small case is counted anew before this returns, a large one beside.

        Raises:
            Meanwhile: something was decided on the same subjects that the person had not seen.
            CaseBusy: somebody else has been writing to it for half a minute.
        """
        with self._write() as store:
            if unless is not None:
                _check_seen(store, unless)
            decision = work(store)
            if len(store.document_hashes()) <= _FEW_DOCUMENTS:
                rooms = real_rooms()
                link(store, rooms=rooms)
                tally(store, rooms=rooms)
                return decision
        self.reckoner.ask(self.case, by=self.by)
        return decision

    def catch_up(self) -> None:
        """Counts decisions in that were kept and not yet counted when the workbench last ended."""
        with self.view() as view:
            waiting = awaits_counting(view.store)
        if waiting:
            self.reckoner.ask(self.case, by=self.by)

    def remark(self, draft: Draft) -> Remark:
        """Enters what the person at the desk says to others; nothing is computed anew.

        Raises:
            CannotDecide: something is missing, or another person has to say it.
            CaseBusy: somebody else has been writing to it for half a minute.
        """
        with self._write() as store:
            return enter_remark(store, draft, by=self.by)

    @contextmanager
    def _write(self) -> Iterator[Store]:
        """The case for writing while somebody waits for a page, who is told soon if it is in use."""
        until = time.monotonic() + _PATIENCE_S
        if not self._writing.acquire(timeout=_PATIENCE_S):
            raise CaseBusy("something is being read into the case")
        try:
            patience_s = max(0.0, until - time.monotonic())
            writing = open_case(self.case, by=self.by, clock=utc_now, patience_s=patience_s)
            with writing as store, in_one_process():
                yield store
        finally:
            self._writing.release()

    def bring(self, folder: Path) -> None:
        """Begins to read everything in a folder, which is removed at the end; `work` tells how far.

        Where the case is in use for very long the folder is kept, and `work.problem` names it.
        """
        self._begin(folder)

    def bring_table(self, folder: Path, order: TableOrder) -> None:
        """Begins to take in the rows of the table in a folder, which is removed like that of `bring`."""
        self._begin(folder, order)

    def _begin(self, folder: Path, table: TableOrder | None = None) -> None:
        if not self.work.busy:
            self.work.begin()
        threading.Thread(target=self._read, args=(folder, table), daemon=False).start()

    def _read(self, folder: Path, table: TableOrder | None = None) -> None:
        with self._writing, in_one_process():
            self.work.begin()
            try:
                self.work.reports = self._take_in(folder, table)
            except CaseBusy:
                self.work.problem = _KEPT.format(folder=folder)
                return
            except OnrecordError as error:
                self.work.problem = str(error)
            except Exception as error:  # noqa: BLE001 - nobody waits for this thread: it has to say so
                _LOG.error("reading ended with %s", type(error).__name__)
                self.work.problem = _BROKEN
            finally:
                self.work.busy = False
        shutil.rmtree(folder, ignore_errors=True)

    def _take_in(self, folder: Path, table: TableOrder | None) -> tuple[Report, ...]:
        patience_s = _PATIENCE_OF_READING_S
        writing = open_case(self.case, by=self.by, clock=utc_now, patience_s=patience_s)
        with writing as store:
            if table is None:
                order = Order(paths=(folder,), gazetteers=(), jobs=self.jobs)
                return run(store, order, rooms=real_rooms(), progress=self.work.tell)
            file = next(one for one in folder.iterdir() if one.is_file())
            return self._take_rows(store, file, table)

    def _take_rows(self, store: Store, file: Path, table: TableOrder) -> tuple[Report, ...]:
        rooms, tell = real_rooms(), self.work.tell
        return (
            ingest_table(store, file, table, rooms=rooms, progress=tell),
            extract(store, rooms=rooms, jobs=self.jobs, progress=tell),
            link(store, rooms=rooms, progress=tell),
            tally(store, rooms=rooms, progress=tell),
        )


def _check_seen(store: Store, seen: Seen) -> None:
    entered = store.decisions()
    since = [one for one in entered[seen.decisions :] if seen.subjects.intersection(one.subjects)]
    if since:
        raise Meanwhile(since, seen=len(entered))
