"""Facts → a chain: each entry holds the SHA-256 of the one before."""

import re
from collections.abc import Sequence
from typing import Final

from onrecord.model.identity import Sha256, hash_text
from onrecord.model.ledger import LedgerEntry
from onrecord.model.record import to_json, to_record

BEGINNING: Final = Sha256("0" * 64)

_SURROGATE = re.compile("[\ud800-\udfff]")


def write_record(record: object) -> str:
    """Canonical JSON that any database can keep: a lone surrogate stays as its JSON escape."""
    text = to_json(record)
    if text.isascii():
        return text
    return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def write_noun(noun: object) -> str:
    """A noun as canonical JSON that any database can keep."""
    return write_record(to_record(noun))


def hash_lines(lines: Sequence[str]) -> Sha256:
    """SHA-256 of JSON lines, each ended by a newline."""
    return hash_text("".join(f"{line}\n" for line in lines))


def hash_entry(entry: LedgerEntry) -> Sha256:
    """What the hash of a ledger entry must be: over all its other fields."""
    record = to_record(entry)
    del record["hash"]
    return hash_text(to_json(record))


def continue_chain(
    last: LedgerEntry | None, *, at: str, by: str, kind: str, payload: object
) -> LedgerEntry:
    """The entry that follows the last one; the first follows 64 zeros."""
    fields = {
        "seq": last.seq + 1 if last else 1,
        "at": at,
        "by": by,
        "kind": kind,
        "payload": write_record(payload),
        "previous": last.hash if last else BEGINNING,
    }
    return LedgerEntry(**fields, hash=hash_text(to_json(fields)))  # type: ignore[arg-type]
