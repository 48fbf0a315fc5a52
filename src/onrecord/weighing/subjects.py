"""Answers → what they are about: the day and place that they, or a line before them, name.

Statements of the accused go over many attacks, each named by its day and place in a line of its own
("4 May 2021, near Orlo"); what follows that line answers for it.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.model.claim import Claim, PlaceMention, When
from onrecord.model.identity import DocumentId
from onrecord.model.vocabulary import Harm, Mode, ObjectKind, Unit, Weapon
from onrecord.weighing.likeness import bones_of, is_point

_DISTRICT = 3
_LONGEST_DAYS = 7
_KINDS = {
    ObjectKind.RESIDENTIAL_AREA: ObjectKind.HOME,
    ObjectKind.MEDICAL_FACILITY: ObjectKind.HOSPITAL,
    ObjectKind.AMBULANCE: ObjectKind.HOSPITAL,
}
_PEOPLE = frozenset({Harm.KILLED, Harm.INJURED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What an answer is about: its day or days, and its places down from the district.

    `points` are the places among them given by coordinates. `figures` are the numbers that it
    gives of people killed or injured; `targets` and `weapons` are what it says was hit, and with what.
    `words` are all words of the line that names the place, reduced to what spellings agree on.
    """

    when: When
    places: tuple[PlaceMention, ...]
    points: tuple[PlaceMention, ...] = ()
    figures: frozenset[tuple[Harm, int]] = frozenset()
    words: frozenset[str] = frozenset()
    targets: frozenset[ObjectKind] = frozenset()
    weapons: frozenset[Weapon] = frozenset()


class Course:
    """The claims of each text in reading order, to look before and behind an answer."""

    def __init__(self, by_document: Mapping[DocumentId, Iterable[Claim]]) -> None:
        self._texts: dict[tuple[DocumentId, str], list[Claim]] = {}
        for document, claims in by_document.items():
            for claim in sorted(claims, key=_position):
                self._texts.setdefault((document, claim.in_), []).append(claim)

    def find_subject(self, claim: Claim) -> Subject | None:
        """The day and place of an answer: its own, else those its speaker named last before it.

        Coordinates may stand anywhere between that line and the next one that names a day.
        """
        text = self._texts.get((claim.document, claim.in_), [claim])
        at = bisect_left(text, _position(claim), key=_position)
        for place in range(at, -1, -1):
            one = text[place] if place < len(text) else claim
            if one.originator != claim.originator or one.mode is Mode.RELATED_HEADLINE:
                continue
            subject = _read_subject(one, claim, _stretch(text, place, at))
            if subject is not None:
                return subject
            if one is not claim and one.unit is Unit.INCIDENT and one.answer is None:
                return None
        return None


def _position(claim: Claim) -> tuple[int, str]:
    return claim.start, claim.id


def _stretch(text: Sequence[Claim], first: int, at: int) -> list[Claim]:
    """The claims from the line that names the day on, to the next that does so behind the answer."""
    stretch = list(text[first : at + 1])
    for one in text[at + 1 :]:
        if one.when is not None and one.when.carried is None:
            break
        stretch.append(one)
    return stretch


def _read_subject(one: Claim, claim: Claim, stretch: Sequence[Claim]) -> Subject | None:
    when = one.when
    if when is None or (when.to - when.from_).days > _LONGEST_DAYS:
        return None
    places = tuple(p for p in one.places if p.precision <= _DISTRICT and not is_point(p))
    if one is claim and not (places or any(map(is_point, one.places))):
        return None
    figures = {
        (count.harm, count.stated if count.stated is not None else count.min)
        for other in stretch
        if other.answer is not None
        for count in other.counts
        if count.harm in _PEOPLE
    }
    points = {p: None for other in stretch for p in other.places if is_point(p)}
    return Subject(
        when=when,
        places=places,
        points=tuple(points),
        figures=frozenset(figures),
        words=bones_of(one.quote),
        targets=list_targets((claim, one)),
        weapons=frozenset(used.weapon for used in (*one.weapons, *claim.weapons)),
    )


def list_targets(claims: Iterable[Claim]) -> frozenset[ObjectKind]:
    """The kinds of object that claims name, near kinds as one."""
    named = {hit.object for claim in claims for hit in claim.objects} - {ObjectKind.UNKNOWN}
    return frozenset(_KINDS.get(kind, kind) for kind in named)
