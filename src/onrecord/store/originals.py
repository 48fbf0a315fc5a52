"""Bytes as received → files named by their hash: written once, whole or not at all."""

import os
from dataclasses import dataclass
from pathlib import Path

from onrecord.model.identity import Sha256

_PARTIAL = ".partial-"


@dataclass(frozen=True, slots=True)
class Originals:
    """The folder of originals: `<aa>/<sha256>`, read-only files."""

    folder: Path

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
        """Puts the bytes in their place: after a crash they are there whole or not at all."""
        place = self.path_of(sha256)
        if place.exists() and place.read_bytes() == content:
            return
        if not place.parent.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            _flush_folder(self.folder)
        partial = place.with_name(_PARTIAL + sha256)
        try:
            _write_through(partial, content)
            partial.rename(place)
        except OSError:
            partial.unlink(missing_ok=True)
            raise
        _flush_folder(place.parent)

    def sweep(self) -> None:
        """Removes what a crash left half written."""
        for partial in self.folder.glob(f"??/{_PARTIAL}*"):
            partial.unlink(missing_ok=True)


def _write_through(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o444)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
