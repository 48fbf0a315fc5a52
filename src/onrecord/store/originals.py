"""Bytes as received → files named by their hash: written once, whole or not at all."""

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from onrecord.model.identity import Sha256

_PARTIAL: Final = ".partial-"
# Flushes wait for the disk, not for the processor, and the disk does several in one go.
_FLUSHES_AT_ONCE: Final = 8


@dataclass(frozen=True, slots=True)
class Originals:
    """The folder of originals: `<aa>/<sha256>`, read-only files.

    What is kept inside `settling` is in place, and flushed to the disk, when the block has ended.
    """

    folder: Path
    _waiting: list[Path] = field(default_factory=list)

    def path_of(self, sha256: Sha256) -> Path:
        """Where the original of that hash stands, whether or not it does."""
        return self.folder / sha256[:2] / sha256

    def read(self, sha256: Sha256) -> bytes:
        """The bytes of an original.

        Raises:
            OSError: the file is missing or cannot be read.
        """
        return self.path_of(sha256).read_bytes()

    def keep(self, sha256: Sha256, content: bytes) -> None:
        """Takes the bytes in; they wait beside their place until the block settles."""
        place = self.path_of(sha256)
        if place.exists() and place.read_bytes() == content:
            return
        place.parent.mkdir(parents=True, exist_ok=True)
        partial = place.with_name(_PARTIAL + sha256)
        self._waiting.append(partial)
        partial.unlink(missing_ok=True)
        partial.write_bytes(content)
        partial.chmod(0o444)

    @contextmanager
    def settling(self) -> Iterator[None]:
        """Puts what was kept inside in its place: each file whole, or after an error none."""
        try:
            yield
            self._settle()
        finally:
            for partial in self._waiting:
                partial.unlink(missing_ok=True)
            self._waiting.clear()

    def sweep(self) -> None:
        """Removes what a crash left half written."""
        for partial in self.folder.glob(f"??/{_PARTIAL}*"):
            partial.unlink(missing_ok=True)

    def _settle(self) -> None:
        if not self._waiting:
            return
        _do_all(_flush, self._waiting)
        for partial in self._waiting:
            partial.rename(partial.with_name(partial.name.removeprefix(_PARTIAL)))
        _do_all(_flush, [self.folder, *sorted({partial.parent for partial in self._waiting})])


def _do_all(do: Callable[[Path], None], paths: Iterable[Path]) -> None:
    with ThreadPoolExecutor(_FLUSHES_AT_ONCE) as threads:
        for _ in threads.map(do, paths):
            pass


def _flush(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
