"""Zip bounds: whether an archive is what it says before anything unpacks it."""

import io
import zipfile
import zlib

from onrecord.model.failure import Unreadable

LARGEST_UNPACKED_BYTES = 200_000_000
_LARGEST_RATIO = 200
_SMALL_BYTES = 20_000_000
_MOST_ENTRIES = 10_000
_PART = 65_536
_OLE = b"\xd0\xcf\x11\xe0"


def check_archive(content: bytes) -> None:
    """Refuse an archive that is locked, damaged, or would unpack to more than it may.

    Sizes are first taken from its table of contents, then measured by unpacking piece by piece
    into nothing: a table of contents can lie.

    Raises:
        Unreadable: `encrypted`, `truncated` or `zip_bomb`.
    """
    if content.startswith(_OLE):
        raise Unreadable(
            "encrypted",
            "the Word document is locked with a password",
            "open it, remove the password, save it and add the open copy",
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            _check_declared(entries, packed=len(content))
            _check_real(archive, entries)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise _damaged() from error
    except (RuntimeError, ValueError, OverflowError) as error:
        raise _damaged() from error


def _check_declared(entries: list[zipfile.ZipInfo], *, packed: int) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    swollen = unpacked > _SMALL_BYTES and unpacked > _LARGEST_RATIO * packed
    if unpacked > LARGEST_UNPACKED_BYTES or swollen or len(entries) > _MOST_ENTRIES:
        raise _bomb()


def _check_real(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> None:
    left = LARGEST_UNPACKED_BYTES
    for entry in entries:
        with archive.open(entry) as member:
            while part := member.read(_PART):
                left -= len(part)
                if left < 0:
                    raise _bomb()


def _bomb() -> Unreadable:
    return Unreadable(
        "zip_bomb",
        "the file unpacks to far more than a document holds, as a trap would",
        "do not open it; ask whoever sent it for a plain copy",
    )


def _damaged() -> Unreadable:
    return Unreadable(
        "truncated",
        "the Word document is damaged or cut off",
        "get the file again from where it came from",
    )
