"""What can be wrong with a case folder: named, with what to do."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from onrecord.model.failure import CaseError

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FULL_IN_SQLITE = {"SQLITE_FULL", "SQLITE_IOERR_WRITE"}


class NoCase(CaseError):
    """No case stands at that path."""


class CaseBusy(CaseError):
    """Another process is writing to the case."""


class DiskFull(CaseError):
    """The disk has no room; what was being entered is not kept, all before it is."""


class CaseDamaged(CaseError):
    """The database or a stored record cannot be read."""


@contextmanager
def naming_errors(case: str) -> Iterator[None]:
    """Turns errors of the disk and the database into named ones.

    Raises:
        DiskFull: no room left on the device, in the quota or under the size limit.
        CaseDamaged: the database cannot be read or written for another reason.
    """
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise _full(case) from error
        raise CaseDamaged(
            f"{case}: {error.strerror or error}: check the disk and your rights on the folder"
        ) from error
    except DBAPIError as error:
        if isinstance(error.orig, sqlite3.IntegrityError):
            raise
        if getattr(error.orig, "sqlite_errorname", None) in _FULL_IN_SQLITE:
            raise _full(case) from error
        raise CaseDamaged(
            f"{case}: the database says: {error.orig}: "
            "check the disk, then run `onrecord verify` on the case or on its backup"
        ) from error


def _full(case: str) -> DiskFull:
    return DiskFull(
        f"{case}: the disk is full or lets no file grow: make room and run the same command again; "
        "everything entered before is kept, nothing is kept by halves"
    )
