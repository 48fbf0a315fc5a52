"""Identifiers: one type for each noun, and how an identifier is made from content."""

import hashlib
from typing import NewType

DocumentId = NewType("DocumentId", str)
ClaimId = NewType("ClaimId", str)
IncidentId = NewType("IncidentId", str)
TallyId = NewType("TallyId", str)
RemarkId = NewType("RemarkId", str)
DecisionId = NewType("DecisionId", str)
UtteranceId = NewType("UtteranceId", str)
Sha256 = NewType("Sha256", str)


def hash_bytes(content: bytes) -> Sha256:
    """SHA-256 of bytes, 64 lower-case hexadecimal digits."""
    return Sha256(hashlib.sha256(content).hexdigest())


def hash_text(text: str) -> Sha256:
    """SHA-256 of a text in UTF-8; lone surrogates are kept as they are."""
    return hash_bytes(text.encode("utf-8", "surrogatepass"))


def name_by_content(prefix: str, *parts: object) -> str:
    """A short identifier that depends on the parts alone: `prefix-` and 12 hexadecimal digits."""
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return f"{prefix}-{hash_text(joined)[:12]}"
