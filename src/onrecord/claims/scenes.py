"""Documents → scenes: sentences and headings that only say when something happened.

"It happened around 5 a.m. Sunday." and "Orlo, 9 October 2024 (source: local media)." report no
harm themselves, but date what is told beside them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum

from onrecord.claims.date_standing import Standing, standing_of
from onrecord.claims.dates import find_dates, resolve_date
from onrecord.claims.dating import DAYS
from onrecord.claims.number_lexicon import any_of, read_toml
from onrecord.claims.patterns import make_plain
from onrecord.model.claim import When
from onrecord.model.document import Document, Segment
from onrecord.model.vocabulary import DatePrecision, SegmentKind

_WORDS = read_toml("en_dates")["standing"]
_ATTACK = rf"(?:{any_of(_WORDS['attacks'])})(?:e?s)?"
_HAPPENED = (
    r"(?:happened|occurred|occured|took place|unfolded|broke out|began|started|came|was reported|were reported"
    r"|(?:is|are|was|were) (?:said|believed|thought|reported|understood) to have (?:happened|occurred|taken place|begun))"
)
_TOLD = re.compile(
    rf"(?:^|(?<=[.!?\n\"] ))\s*(?:it|this|that|all this|(?:the|this|that|these|those) (?:[\w-]+ ){{0,3}}?{_ATTACK})"
    rf"\s+(?:all |reportedly |apparently |allegedly |first )?{_HAPPENED}\b[^.\n]{{0,40}}(?:\.m\.)?[^.\n]{{0,160}}"
)
_FIELD = re.compile(
    rf"^[^\w\n]{{0,4}}(?:(?:incident |event )?date(?:/time)?(?: of (?:the )?(?:incident|event|{_ATTACK}))?|when|date and time)\s*[:\u2013\u2014-]\s*"
    r"[^\n]{0,60}",
    re.MULTILINE,
)
# "2. Near Orlo, June 8, 2024, via …": a number, words in capitals, and the date.
_HEADING_WORD = re.compile(r"[^\W_][\w'\u2019.-]*")
_SMALL = frozenset(
    {
        "near",
        "in",
        "of",
        "the",
        "al",
        "el",
        "and",
        "on",
        "at",
        "de",
        "del",
        "du",
        "district",
        "province",
        "city",
        "village",
        "town",
    }
)
_MOST_HEADING_WORDS = 10
_HEADING_ENDS = re.compile(r"^\s*(?:[.:;,(\[\u2013\u2014|]|-\s|$)")
_LONGEST_HEADING = 80
_TITLE_ATTACK = re.compile(rf"\b{_ATTACK}\b")
_PERIODIC = re.compile(
    r"\b(?:report|bulletin|summary|review|digest|roundup|round-up|overview|monthly|weekly|quarterly|annual|daily"
    r"|quarter|fatalities|casualties|victims|deaths|toll|figures?|count|tally|killed|documented|recorded|attacks|strikes|incidents|violations|massacres)\b"
)
_BODIES = frozenset({SegmentKind.BODY, SegmentKind.UPDATE})
_LONG = frozenset(
    {DatePrecision.WEEK, DatePrecision.MONTH, DatePrecision.INTERVAL, DatePrecision.SPAN}
)


class Kind(StrEnum):
    """What a scene dates: what was `told` before it, its own `entry`, the whole text (`title`), or a `period`."""

    TOLD = "told"
    ENTRY = "entry"
    TITLE = "title"
    PERIOD = "period"


@dataclass(frozen=True, slots=True)
class Scene:
    """Days said at `[start, end)` of the document's text; an entry's scene reaches to its end."""

    kind: Kind
    start: int
    end: int
    when: When


def find_scenes(document: Document) -> list[Scene]:
    """The scenes of a document in text order; those of its title first, without offsets."""
    found: list[Scene] = []
    for segment in document.segments:
        words = document.words_of(segment)
        if segment.kind is SegmentKind.TITLE:
            found += _of_title(document, words)
        elif segment.kind in _BODIES and segment.in_ == "text":
            found += _of_paragraph(document, segment, words)
    return sorted(found, key=lambda scene: (scene.kind is not Kind.TITLE, scene.start))


def _of_title(document: Document, words: str) -> Iterator[Scene]:
    plain = make_plain(words)
    attack, periodic = _TITLE_ATTACK.search(plain), _PERIODIC.search(plain)
    for when, _ in _dates(document, words):
        bare = replace(when, text=None, start=None, end=None, how=f"the title: {when.how}")
        if when.precision in _LONG and periodic:
            yield Scene(Kind.PERIOD, -1, -1, bare)
        elif when.precision in DAYS and attack and not periodic:
            yield Scene(Kind.TITLE, -1, -1, bare)


def _of_paragraph(document: Document, segment: Segment, words: str) -> Iterator[Scene]:
    plain = make_plain(words)
    heading = _heading(document, words)
    if heading is not None:
        yield Scene(Kind.ENTRY, segment.start, segment.end, _moved(heading, segment.start))
        return
    for pattern in (_TOLD, _FIELD):
        for match in pattern.finditer(plain):
            for when, standing in _dates(document, words[match.start() : match.end()]):
                if when.precision in DAYS and standing is not Standing.ASIDE:
                    at = segment.start + match.start()
                    moved = _moved(when, at)
                    yield Scene(Kind.TOLD, moved.start or at, moved.end or at, moved)
                    break


def _heading(document: Document, words: str) -> When | None:
    """The day in the heading of an entry, which stands before the first sentence."""
    for mention in find_dates(words[:_LONGEST_HEADING]):
        if mention.kind not in ("day", "days", "numeric", "month"):
            continue
        if not _is_heading(words[: mention.start]) or not _HEADING_ENDS.match(words[mention.end :]):
            return None
        return resolve_date(mention, published=document.published)
    return None


def _is_heading(words: str) -> bool:
    """Whether words name a place as headings do: a number, names in capitals, nothing else."""
    found = _HEADING_WORD.findall(words)
    names = [word for word in found if not word[0].isdigit()]
    if not any(name[0].isupper() for name in names) or len(found) > _MOST_HEADING_WORDS:
        return False
    return all(name[0].isupper() or name.lower() in _SMALL for name in names)


def _dates(document: Document, words: str) -> Sequence[tuple[When, Standing]]:
    found = [
        (when, standing_of(words, mention.start, mention.end))
        for mention in find_dates(words)
        if (when := resolve_date(mention, published=document.published)) is not None
    ]
    return [(when, standing) for when, standing in found if standing is not Standing.OTHER]


def _moved(when: When, by: int) -> When:
    return replace(when, start=by + (when.start or 0), end=by + (when.end or 0))


# "17:42", "[18:31]", "Posted 17:20 |", "UPDATE 3 (13:20 GMT):" at the head of an entry.
_STAMPED = re.compile(
    r"^\W*(?:(?:posted|updated?|update \d+|original|pinned|at)\W{1,3})?(?:[01]?\d|2[0-3])[:.h][0-5]\d(?!\d)"
)
_FEWEST_STAMPED = 2


def infer_day(document: Document, *, headline_only: bool) -> When | None:
    """The day of an attack that nothing dates, as far as the kind of text lets one infer it.

    A live page tells of the day it was written; a bare headline of that day or the one before.
    """
    clock = document.published
    if clock is None or clock.precision is not DatePrecision.DAY:
        return None
    if headline_only:
        before = clock.from_ - timedelta(days=1)
        how = "news of the day or the day before"
        return When(from_=before, to=clock.to, precision=DatePrecision.SPAN, how=how)
    if not _is_live(document):
        return None
    return When(from_=clock.from_, to=clock.to, precision=DatePrecision.DAY, how="day of live page")


def _is_live(document: Document) -> bool:
    stamped = [
        segment
        for segment in document.segments
        if segment.kind in _BODIES
        and (
            segment.stamp is not None
            or _STAMPED.match(make_plain(document.words_of(segment)[:40])) is not None
        )
    ]
    return len(stamped) >= _FEWEST_STAMPED
