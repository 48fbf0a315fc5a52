"""Bytes → characters: UTF-8 as it is, older encodings by evidence, nothing dropped silently."""

import codecs
import re
from dataclasses import dataclass

from onrecord.model.document import Defect
from onrecord.model.failure import Unreadable

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LEGACY = ["cp1252", "cp1251", "cp1256", "cp1250", "koi8_r", "cp1254", "cp1255"]
_SAMPLE = 65_536
# Below so many bytes a zero is a stray one, not half of a wide letter.
_SHORTEST_WIDE = 16
_MOST_GARBAGE = 0.10
_REPLACED = re.compile("�+")
_MISREAD = re.compile("(?:â€[\x80-\x9f™œ˜¦“”\"'–—]?|Ã[\x80-\xbf¡-¿]|[ÐÑ][\x80-\xbf°-¿])")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f�]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, the encoding they were read in, and how that encoding is known."""

    text: str
    encoding: str
    how: str


def decode_bytes(content: bytes, *, declared: str | None = None) -> Decoded:
    """The characters of bytes; UTF-8 first, then a byte order mark, then what fits best.

    A UTF-8 byte order mark stays in the text as U+FEFF, so that offsets point into the file.

    Raises:
        Unreadable: what comes out is mostly no text (`broken_encoding`).
    """
    decoded = (
        _decode_marked(content)
        or _decode_wide(content)
        or _decode_known(content, declared)
        or _decode_best(content)
    )
    refuse_garbage(decoded.text)
    return decoded


def find_broken(text: str) -> tuple[Defect, ...]:
    """The stretches where characters were lost or misread before or while they reached us."""
    lost = [match.span() for match in _REPLACED.finditer(text)]
    misread = [match.span() for match in _MISREAD.finditer(text)] if "â€" in text else []
    found = sorted(lost + misread)[:10_000]
    return tuple(Defect(kind="broken_encoding", start=start, end=end) for start, end in found)


def refuse_garbage(text: str) -> None:
    """Refuse a text of which more than a tenth is no text."""
    sample = text if len(text) <= 2_000_000 else text[:1_000_000] + text[-1_000_000:]
    if len(_CONTROL.findall(sample)) > _MOST_GARBAGE * len(sample):
        raise Unreadable(
            "broken_encoding",
            "most of the file is not text in any encoding that we know",
            "save it again as UTF-8 from the program that wrote it",
        )


def _decode_marked(content: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            text = content.removeprefix(mark).decode(encoding, "replace")
            return Decoded(text, encoding, "byte order mark")
    return None


def _decode_known(content: bytes, declared: str | None) -> Decoded | None:
    for encoding, how in (("utf-8", "valid UTF-8"), (declared, "declared in the file")):
        if encoding is None:
            continue
        try:
            return Decoded(content.decode(encoding), encoding.lower(), how)
        except (UnicodeDecodeError, LookupError, ValueError):
            continue
    return None


def _decode_wide(content: bytes) -> Decoded | None:
    """UTF-16 without a mark: zero bytes on one side of most pairs."""
    first, second = content[:_SAMPLE:2].count(0), content[1:_SAMPLE:2].count(0)
    if len(content) < _SHORTEST_WIDE:
        return None
    if max(first, second) <= 0.4 * (len(content[:_SAMPLE]) // 2) or min(first, second) > 1:
        return None
    wide = "utf-16-be" if first > second else "utf-16-le"
    return Decoded(content.decode(wide, "replace"), wide, "zero bytes on one side")


def _decode_best(content: bytes) -> Decoded:
    repaired = content.decode("utf-8", "replace")
    lost = repaired.count("\ufffd")
    if content.startswith(codecs.BOM_UTF8) or _wide_characters(content) > 2 * lost:
        return Decoded(repaired, "utf-8", f"UTF-8 with {lost} broken places")
    encoding = _guess_legacy(content)
    return Decoded(content.decode(encoding, "replace"), encoding, "guessed from the letters")


def _wide_characters(content: bytes) -> int:
    """How many whole characters of two bytes and more the bytes hold as UTF-8."""
    kept = content.decode("utf-8", "ignore")
    return len(kept) - len(kept.encode("ascii", "ignore"))


def _guess_legacy(content: bytes) -> str:
    from charset_normalizer import from_bytes

    start = next((at for at, byte in enumerate(content) if byte > 127), 0)
    sample = content[max(0, start - 1024) : start + _SAMPLE]
    best = from_bytes(sample, cp_isolation=_LEGACY, steps=10, chunk_size=1024).best()
    return best.encoding if best is not None else "cp1252"
