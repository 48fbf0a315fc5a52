"""Claims → utterances: one originator on one occasion, in however many translations."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations

from onrecord.incidents.copies import Match, Passage, sort_by_age
from onrecord.incidents.places import NAMED, skeleton_of
from onrecord.incidents.sides import Sides
from onrecord.incidents.traits import Days, meet
from onrecord.incidents.voices import (
    Voice,
    are_one_voice,
    list_voice_keys,
    may_speak_for,
    read_voice,
)
from onrecord.incidents.wording import (
    Wording,
    list_words,
    pair_words,
    share_of_smaller,
    stem_words,
)
from onrecord.model.claim import Claim, When
from onrecord.model.document import Document
from onrecord.model.identity import ClaimId, DocumentId, UtteranceId, name_by_content
from onrecord.model.incident import Utterance
from onrecord.model.vocabulary import Argument

_OCCASION_DAYS = 3
_STOCK_DAYS = 7
_COPIED_SHARE, _COPIED_PAIRS = 0.5, 5
_ALIKE_SHARE, _ALIKE_STEMS = 0.4, 3
_ARGUED_SHARE, _ARGUED_STEMS = 0.2, 2
_FIGURE_STEMS, _TELLING_FIGURE = 2, 3
_MATCHING_CLAIM = 0.6


@dataclass(frozen=True, slots=True, eq=False)
class _Statement:
    """What one voice says in one document on one occasion, as far as it tells utterances apart."""

    document: DocumentId
    voice: Voice | None
    named: bool
    days: Days | None
    claims: tuple[Claim, ...]
    age: int
    stems: frozenset[str]
    pairs: Wording
    figures: frozenset[tuple[str, int]]
    arguments: frozenset[Argument]


def join_utterances(
    claims: Iterable[Claim],
    documents: Mapping[DocumentId, Document],
    *,
    matches: Sequence[Match],
    sides: Sides,
) -> tuple[Utterance, ...]:
    """Every claim in the utterances it comes from: one for each of its originators.

    In one document, what one voice says on one day is one utterance. Across documents the voice
    must be one (a spokesperson and the body spoken for may be), the days must meet, and text,
    figures or words be the same. A copied paragraph is the same utterance whatever its date, and
    the originator is that of the earliest version.
    """
    ages = {document.id: age for age, document in enumerate(sort_by_age(documents))}
    statements = _list_statements(claims, documents, ages, sides)
    joins = _Joins(len(statements))
    for one, other in _pair_copied(statements, matches):
        joins.add(one, other, "copied text")
    statements = _date_copies(statements, joins)
    for one, other in _pair_occasions(statements):
        if joins.find(one) != joins.find(other):
            reason = _find_likeness(statements[one], statements[other])
            if reason:
                joins.add(one, other, reason)
    made = [
        _make_utterance([statements[n] for n in group], reasons)
        for group, reasons in joins.list_groups()
    ]
    return tuple(sorted(made, key=lambda utterance: utterance.id))


def _list_statements(
    claims: Iterable[Claim],
    documents: Mapping[DocumentId, Document],
    ages: Mapping[DocumentId, int],
    sides: Sides,
) -> list[_Statement]:
    sayings: dict[tuple[DocumentId, str, bool, Days | None], list[Claim]] = {}
    voices: dict[str, Voice] = {}
    for claim in sorted(claims, key=lambda claim: claim.id):
        days = _find_days(claim, documents.get(claim.document))
        for chain in (claim.speakers, *claim.co_speakers):
            name = chain[-1] if chain else None
            named = len(chain) > 1 and name is not None
            spoken = name or ""
            key = (claim.document, spoken, named, days)
            sayings.setdefault(key, []).append(claim)
            if spoken and spoken not in voices:
                voices[spoken] = read_voice(
                    spoken, kind=claim.originator_kind, speaks_for=claim.speaks_for, sides=sides
                )
    return [
        _make_statement(key, said, voices.get(key[1]), ages.get(key[0], len(ages)))
        for key, said in sorted(sayings.items(), key=lambda item: (str(item[0]), item[1][0].id))
    ]


def _make_statement(
    key: tuple[DocumentId, str, bool, Days | None],
    claims: Sequence[Claim],
    voice: Voice | None,
    age: int,
) -> _Statement:
    document, _, named, days = key
    unique = tuple({claim.id: claim for claim in claims}.values())
    words = [list_words(claim.quote) for claim in unique]
    return _Statement(
        document=document,
        voice=voice,
        named=named,
        days=days,
        claims=unique,
        age=age,
        stems=frozenset().union(*map(stem_words, words)),
        pairs=frozenset().union(*map(pair_words, words)),
        figures=frozenset(figure for claim in unique for figure in _list_figures(claim)),
        arguments=frozenset(a for c in unique if c.answer for a in c.answer.arguments),
    )


def _list_figures(claim: Claim) -> Iterator[tuple[str, int]]:
    for count in claim.counts:
        kind = count.harm or count.of
        if kind is not None:
            yield kind.value, count.stated if count.stated is not None else count.min


def _find_days(claim: Claim, document: Document | None) -> Days | None:
    """When it was said; if unknown, when it was published."""
    if claim.said is not None:
        return claim.said.from_, claim.said.to
    if document is None or document.published is None:
        return None
    return document.published.from_, document.published.to


def _date_copies(statements: Sequence[_Statement], joins: "_Joins") -> list[_Statement]:
    """The statements, a copied one dated as its earliest version: nobody spoke on the day of a copy."""
    dated = list(statements)
    for group, _ in joins.list_groups():
        first = min((statements[n] for n in group), key=lambda statement: statement.age)
        for number in group:
            dated[number] = replace(statements[number], days=first.days)
    return dated


def _pair_occasions(statements: Sequence[_Statement]) -> list[tuple[int, int]]:
    """Pairs of statements that one voice may have made on one day.

    Of statements with equal words only the first is paired with others.
    """
    blocks: dict[tuple[str, date], dict[Hashable, int]] = {}
    pairs: set[tuple[int, int]] = set()
    for number, statement in enumerate(statements):
        if statement.voice is None or not statement.named:
            continue
        content = (statement.voice, statement.pairs)
        for key in list_voice_keys(statement.voice):
            for day in _list_days(statement.days):
                block = blocks.setdefault((key, day), {})
                pairs.add((block.setdefault(content, number), number))
    for block in blocks.values():
        for one, other in combinations(sorted(block.values()), 2):
            if _may_be_one_occasion(statements[one], statements[other]):
                pairs.add((one, other))
    return sorted(pair for pair in pairs if pair[0] != pair[1])


def _list_days(days: Days | None) -> list[date]:
    if days is None or (days[1] - days[0]).days >= _OCCASION_DAYS:
        return []
    return [days[0] + timedelta(days=n) for n in range((days[1] - days[0]).days + 1)]


def _may_be_one_occasion(one: _Statement, other: _Statement) -> bool:
    if one.voice is None or other.voice is None or one.days is None or other.days is None:
        return False
    together = are_one_voice(one.voice, other.voice) or may_speak_for(one.voice, other.voice)
    return together and meet(one.days, other.days) is not None


def _find_likeness(one: _Statement, other: _Statement) -> str | None:
    """Why two statements of one voice and day are one utterance; `None` if nothing says so."""
    if one.document == other.document and one.voice is not None and other.voice is not None:
        return "one document" if are_one_voice(one.voice, other.voice) else None
    fewest = min(len(one.pairs), len(other.pairs))
    if fewest >= _COPIED_PAIRS and share_of_smaller(one.pairs, other.pairs) >= _COPIED_SHARE:
        return "copied text"
    stems = len(one.stems & other.stems)
    share = share_of_smaller(one.stems, other.stems)
    if _share_figure(one, other) and stems >= _FIGURE_STEMS:
        return "same figures"
    if stems >= _ALIKE_STEMS and share >= _ALIKE_SHARE:
        return "similar words"
    argued = bool(one.arguments & other.arguments)
    if argued and stems >= _ARGUED_STEMS and share >= _ARGUED_SHARE:
        return "same arguments"
    return None


def _share_figure(one: _Statement, other: _Statement) -> bool:
    """Whether they share a figure that is not too small to be shared by chance."""
    return any(number >= _TELLING_FIGURE for _, number in one.figures & other.figures)


def _pair_copied(
    statements: Sequence[_Statement], matches: Sequence[Match]
) -> Iterator[tuple[int, int]]:
    """Statements whose claims stand in copied paragraphs, or in equal titles of such documents.

    Each claim of the later document goes with the likest one of the earlier.
    """
    numbers: dict[DocumentId, list[int]] = {}
    for number, statement in enumerate(statements):
        numbers.setdefault(statement.document, []).append(number)
    for match in matches:
        earlier = _list_standing(statements, numbers, match.earlier)
        for new, claim in _list_standing(statements, numbers, match.later):
            likest = max(
                (
                    (_compare(claim, other, statements[new], statements[old], match), -old)
                    for old, other in earlier
                ),
                default=((0.0, False, 0), 0),
            )
            if likest[0][0] >= _MATCHING_CLAIM:
                yield -likest[1], new


def _list_standing(
    statements: Sequence[_Statement], numbers: Mapping[DocumentId, list[int]], passage: Passage
) -> list[tuple[int, Claim]]:
    return [
        (number, claim)
        for number in numbers.get(passage.document, ())
        for claim in statements[number].claims
        if claim.in_ == "title" or (claim.start < passage.end and passage.start < claim.end)
    ]


def _compare(
    claim: Claim, other: Claim, new: _Statement, old: _Statement, match: Match
) -> tuple[float, bool, int]:
    """How like two claims of a copied paragraph are: words, then voice, then position.

    Two named voices that differ are never one: 0. Nor are claims of other figures, places or days:
    a paper that prints its text again with a new toll tells what was said later. A stock denial that
    names nothing is said anew after a week.
    """
    same = _are_same_voices(new, old)
    if claim.in_ != other.in_ or claim.type is not other.type or _tell_apart(claim, other):
        return 0.0, False, 0
    if new.named and old.named and not same:
        return 0.0, False, 0
    if _is_stock(claim) and _is_stock(other) and not _lie_near(new.days, old.days):
        return 0.0, False, 0
    ours, theirs = frozenset(list_words(claim.quote)), frozenset(list_words(other.quote))
    shift = (claim.start - match.later.start) - (other.start - match.earlier.start)
    return share_of_smaller(ours, theirs), same and new.named == old.named, -abs(shift)


def _is_stock(claim: Claim) -> bool:
    """Whether an answer names no day, place or figure: the same denial is used again and again."""
    named = claim.when is not None or bool(claim.places) or bool(claim.counts)
    return claim.answer is not None and not named


def _lie_near(one: Days | None, other: Days | None) -> bool:
    if one is None or other is None:
        return True
    return (max(one[0], other[0]) - min(one[1], other[1])).days <= _STOCK_DAYS


def _tell_apart(claim: Claim, other: Claim) -> bool:
    """Whether figures, named places or days of two claims show that they are not one statement."""
    if claim.when and other.when and not meet(_span(claim.when), _span(other.when)):
        return True
    ours, theirs = _name_places(claim), _name_places(other)
    if ours and theirs and not ours & theirs:
        return True
    figures, others = set(_list_figures(claim)), set(_list_figures(other))
    return bool({kind for kind, _ in figures} & {kind for kind, _ in others}) and figures != others


def _span(when: When) -> Days:
    return when.from_, when.to


def _name_places(claim: Claim) -> set[str]:
    return {skeleton_of(place.name) for place in claim.places if place.precision <= NAMED}


def _are_same_voices(one: _Statement, other: _Statement) -> bool:
    if not one.named and not other.named:
        return True
    if one.voice is None or other.voice is None:
        return False
    return are_one_voice(one.voice, other.voice)


class _Joins:
    """Statements that are one utterance, and the reasons."""

    def __init__(self, many: int) -> None:
        self._root = list(range(many))
        self._reasons: dict[int, set[str]] = {}

    def find(self, number: int) -> int:
        while self._root[number] != number:
            self._root[number] = self._root[self._root[number]]
            number = self._root[number]
        return number

    def add(self, one: int, other: int, reason: str) -> None:
        first, second = sorted((self.find(one), self.find(other)))
        self._root[second] = first
        merged = self._reasons.pop(second, set()) if first != second else set()
        self._reasons.setdefault(first, set()).update(merged, {reason})

    def list_groups(self) -> list[tuple[list[int], set[str]]]:
        groups: dict[int, list[int]] = {}
        for number in range(len(self._root)):
            groups.setdefault(self.find(number), []).append(number)
        return [(group, self._reasons.get(root, set())) for root, group in groups.items()]


def _make_utterance(statements: Sequence[_Statement], reasons: set[str]) -> Utterance:
    """The originator is the earliest named voice, in the fullest form of its name."""

    def age(statement: _Statement) -> tuple[bool, int, ClaimId]:
        return not statement.named, statement.age, statement.claims[0].id

    first = min(statements, key=age)
    anchor = min((statement.age, statement.claims[0].id) for statement in statements)[1]
    forms = [
        statement.voice.name
        for statement in statements
        if statement.voice and first.voice and are_one_voice(statement.voice, first.voice)
    ]
    originator = max(forms, key=lambda name: (len(name), name)) if forms else None
    alone = "one document" if len(statements) == 1 else ""
    claims = sorted({claim.id for statement in statements for claim in statement.claims})
    name = name_by_content("u", originator, anchor)
    return Utterance(
        id=UtteranceId(name),
        originator=originator,
        claims=tuple(claims),
        because=", ".join(sorted(reasons)) or alone,
    )
