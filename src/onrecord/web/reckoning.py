"""A large case that is counted anew in a process of its own, while its pages are read.

A decision is in the ledger before anybody counts with it. A small case is counted at once; a large
one takes a minute, in which people read the figures as they were and go on deciding.
"""

import logging
import threading
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from typing import Final

from onrecord.model.failure import OnrecordError
from onrecord.pipeline.real_rooms import real_rooms
from onrecord.pipeline.reckoning import reckon

_LOG: Final = logging.getLogger("onrecord.web")


@dataclass(slots=True)
class Reckoner:
    """Counts one case anew, once more where something was entered meanwhile; one at a time."""

    busy: bool = False
    problem: str = ""
    _again: bool = False
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def ask(self, case: Path, *, by: str) -> None:
        """Sees to it that what stands in the case now will be counted."""
        with self._lock:
            self._again = True
            if self.busy:
                return
            self.busy, self.problem = True, ""
        threading.Thread(target=self._work, args=(case, by), daemon=True).start()

    def _work(self, case: Path, by: str) -> None:
        while self._take():
            process = get_context("spawn").Process(target=_reckon, args=(case, by), daemon=False)
            process.start()
            process.join()
            if process.exitcode:
                self.problem = f"counting ended with {process.exitcode}"
                _LOG.error("counting anew ended with %s", process.exitcode)

    def _take(self) -> bool:
        """Whether there is something to count; nobody works from when there is not."""
        with self._lock:
            self.busy, self._again = self._again, False
            return self.busy


def _reckon(case: Path, by: str) -> None:
    """The work of the process: until nothing was entered meanwhile."""
    rooms = real_rooms()
    try:
        while reckon(case, by=by, rooms=rooms):
            pass
    except OnrecordError as error:
        raise SystemExit(str(error)) from error
