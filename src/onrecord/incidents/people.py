"""Text → the people it names with their ages: what tells two stories apart when all else is alike.

Whom a report names with an age is nearly always one who was harmed or accused, hardly ever an officer
or a speaker. Two reports that each name such people, none of whom the other mentions, are of two
attacks unless many were harmed.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

_WORD = r"(?:(?:[Aa]l|[Ee]l|[Aa]bu|[Bb]in|[Ii]bn|de|van|von|la)[- ])?[^\W\d_a-z][^\W\d_]+"
_NAME = re.compile(rf"(?<![^\W_]){_WORD}(?: (?:[A-Z]\. )?{_WORD}){{1,4}}(?![^\W_])")
_AGE_AFTER = re.compile(r"(?:, (?:aged? )?| \(|,? aged? )(\d{1,2})(?=[,.;)]| years?\b| and\b)")
_AGE_BEFORE = re.compile(r"\b(\d{1,2})[- ]years?[- ]old(?: [a-z]+){0,4},? $")
_AGE = re.compile(r"\b(\d{1,2})[- ]years?[- ]old\b|,\s(\d{1,2}),|\baged? (\d{1,2})\b")
_REACH = 60
_MONTHS = frozenset(
    re.findall(
        r"\w+",
        """january february march april may june july august september october november december jan
        feb mar apr jun jul aug sept sep oct nov dec""",
    )
)


@dataclass(frozen=True, slots=True)
class Cast:
    """The people of one text: the age of each by first and last name, folded, and all ages given."""

    aged: Mapping[str, int]
    ages: frozenset[int]

    @property
    def words(self) -> frozenset[str]:
        """All words of the names."""
        return frozenset(word for name in self.aged for word in name.split())


def read_cast(text: str, runs: Iterable[re.Match[str]] | None = None) -> Cast:
    """Whom a text names with an age, and which ages it gives to anybody.

    `runs` are its runs of capitalised words, where they are known already.
    """
    ages = frozenset(int(next(filter(None, found.groups()))) for found in _AGE.finditer(text))
    aged = dict(_list_aged(text, list_name_runs(text) if runs is None else runs))
    return Cast(aged, ages | frozenset(aged.values()))


def list_name_runs(text: str) -> Iterator[re.Match[str]]:
    """Runs of two to five capitalised words."""
    return _NAME.finditer(text)


def _list_aged(text: str, runs: Iterable[re.Match[str]]) -> Iterator[tuple[str, int]]:
    for run in runs:
        found = _AGE_AFTER.match(text, run.end()) or _find_before(text, run.start())
        if found:
            words = run.group().casefold().split()
            if _MONTHS.isdisjoint(words):
                yield f"{words[0]} {words[-1]}", int(found.group(1))


def _find_before(text: str, end: int) -> re.Match[str] | None:
    before = text[max(0, end - _REACH) : end]
    return _AGE_BEFORE.search(before) if "year" in before else None
