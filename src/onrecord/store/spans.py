"""A claim's record and its source → the words in it that do not stand there: there may be none."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

_NESTED: Final = ("attribution", "counts", "places", "parties", "weapons", "objects")


def find_misquotes(claim: Mapping[str, Any], source: str) -> list[str]:
    """Which of a claim's words are not `source[start:end]`; words without `start` are carried."""
    return [where for where, good in _check_words(claim, source) if not good]


def _check_words(claim: Mapping[str, Any], source: str) -> Iterator[tuple[str, bool]]:
    yield "quote", source[claim["start"] : claim["end"]] == claim["quote"]
    for name in _NESTED:
        for item in claim.get(name) or ():
            yield f"{name} text", _stands(item, source)
            if item.get("licensed_by"):
                yield f"{name} licensed_by", _stands(item["licensed_by"], source)
    for item in (claim.get("hedge") or {}).get("spans") or ():
        yield "hedge text", _stands(item, source)
    if claim.get("when"):
        yield "when text", _stands(claim["when"], source)


def _stands(words: Mapping[str, Any], source: str) -> bool:
    if words.get("start") is None:
        return True
    return bool(source[words["start"] : words["end"]] == words["text"])
