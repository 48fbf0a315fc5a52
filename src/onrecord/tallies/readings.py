"""Voices → readings: what each voice says of all people, or of one class, at an incident."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from onrecord.model.identity import ClaimId
from onrecord.model.incident import Figure, Voice
from onrecord.model.vocabulary import Age, Basis, EvidenceClass, Harm, Sex, Status, VictimClass

FIGHTING = frozenset({Status.ARMED_FORCES_MEMBER, Status.DIRECT_PARTICIPANT})
PROTECTED = frozenset({Status.CIVILIAN, Status.OTHER_PROTECTED})
INVESTIGATED = frozenset(
    {
        EvidenceClass.NAMED_LIST,
        EvidenceClass.FIELD_INVESTIGATION,
        EvidenceClass.REMOTE_INVESTIGATION,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One voice's bounds on one class: at least `min`, at most `max` (`None`: no ceiling).

    `number` is the one stated. `loose`: only a vague word gives it. `weak`: it counts people by
    sex or age alone, so that others may have been harmed too. `presumed`: its words give no
    status. `telling`: an investigated or itemised count. `ceiling`: a publisher's own
    "up to n", which only sums up the sources that it relays.
    """

    min: int
    max: int | None
    number: int | None
    loose: bool
    voice: str
    said: date | None
    claims: tuple[ClaimId, ...]
    credible: bool = True
    counts: bool = True
    headline: bool = False
    weak: bool = False
    presumed: bool = False
    telling: bool = False
    ceiling: bool = False

    @property
    def top(self) -> int:
        """The largest number stated: the upper end, or the lower end of an open interval."""
        return self.min if self.max is None else self.max

    @property
    def closed(self) -> bool:
        """Whether it sets a ceiling; a headline has lost its "at least" and sets none."""
        return self.max is not None and not self.headline


def read_voice(voice: Voice, harm: Harm, class_: VictimClass | None) -> list[Reading]:
    """What a voice says of one harm and class (`None`: all people) with its live figures."""
    figures = [
        figure
        for figure in voice.figures
        if figure.live and figure.harm is harm and _counts(figure, class_)
    ]
    figures = [one for one in figures if voice.credible or one.max != 0]
    if not figures:
        return []
    if class_ is None:
        whole = [figure for figure in figures if not figure.part]
        if not whole:
            return _itemise(figures, voice)
        figures = whole
    else:
        figures = [one for one in figures if not one.item and one.person is None]
    plain = [figure for figure in figures if _is_plain(figure, class_)]
    if plain:
        return [_read(figure, voice) for figure in plain]
    return _combine(figures, voice, class_)


def list_harms(voices: Iterable[Voice]) -> list[Harm]:
    """The harms that any live figure of these voices counts, in the order of the vocabulary."""
    told = {figure.harm for voice in voices for figure in voice.figures if figure.live}
    return [harm for harm in Harm if harm in told]


def join_persons(readings: Sequence[Reading], voices: Iterable[Voice], harm: Harm) -> list[Reading]:
    """The readings, where all are mere floors raised to the number of persons that they tell of.

    Voices of one document that tell of different persons do not disagree; the reader names each
    person of a document once (`document#n`). Persons of several documents are not added.
    """
    if not all(reading.weak for reading in readings):
        return list(readings)
    least = count_individuals(
        figure
        for voice in voices
        if voice.credible
        for figure in voice.figures
        if figure.live and figure.harm is harm
    )
    return [
        replace(one, min=least, max=None, number=None) if one.min < least else one
        for one in readings
    ]


def count_individuals(figures: Iterable[Figure]) -> int:
    """How many persons the figures tell of, as the document that tells of most names them."""
    persons = {figure.individual for figure in figures if figure.individual is not None}
    told = Counter(person.rpartition("#")[0] for person in persons)
    return max(told.values(), default=0)


def counts_without_status(voice: Voice, harm: Harm) -> bool:
    """Whether a voice has a live figure of people, not a part of another, without status."""
    return any(
        figure.live
        and figure.harm is harm
        and figure.status is Status.UNKNOWN
        and not figure.part
        and (voice.credible or figure.max != 0)
        for figure in voice.figures
    )


def denies_harm(voice: Voice, harm: Harm) -> bool:
    """Whether a voice says that nobody, or no civilian, was harmed."""
    return any(
        figure.live and figure.harm is harm and figure.max == 0 and figure.status not in FIGHTING
        for figure in voice.figures
    )


def _counts(figure: Figure, class_: VictimClass | None) -> bool:
    child = figure.age is Age.CHILD
    match class_:
        case None:
            return True
        case VictimClass.CIVILIAN:
            return figure.status in PROTECTED
        case VictimClass.FIGHTER:
            return figure.status in FIGHTING
        case VictimClass.CHILD:
            return child
        case VictimClass.WOMAN:
            return figure.sex is Sex.WOMAN and not child
        case VictimClass.MAN:
            return figure.sex is Sex.MAN and not child
        case VictimClass.UNKNOWN:
            return False


def _is_plain(figure: Figure, class_: VictimClass | None) -> bool:
    """Whether a figure counts the class as such, not a part of it."""
    statusless, sexless = figure.status is Status.UNKNOWN, figure.sex is Sex.UNKNOWN
    match class_:
        case None:
            return statusless and sexless and figure.age is Age.UNKNOWN
        case VictimClass.CIVILIAN | VictimClass.FIGHTER:
            return sexless and figure.age is Age.UNKNOWN
        case VictimClass.CHILD:
            return statusless and sexless
        case VictimClass.WOMAN | VictimClass.MAN:
            return statusless
        case VictimClass.UNKNOWN:
            return False


def _read(figure: Figure, voice: Voice) -> Reading:
    return Reading(
        min=figure.min,
        max=figure.max,
        number=figure.stated,
        loose=figure.basis is Basis.VAGUE and figure.stated is None,
        voice=voice.originator or "an unknown publisher",
        said=figure.said,
        claims=(figure.claim,),
        credible=voice.credible,
        counts=voice.counts_as_source,
        headline=figure.headline,
        telling=voice.evidence in INVESTIGATED or _is_itemised(figure, voice),
        ceiling=figure.basis in (Basis.AT_MOST, Basis.FEWER_THAN) and not voice.certain,
    )


def _is_itemised(figure: Figure, voice: Voice) -> bool:
    """Whether the parts that its claim names make up the whole figure."""
    parts = [
        one
        for one in voice.figures
        if one.part and one.claim == figure.claim and one.harm is figure.harm
    ]
    exact = figure.basis is Basis.EXACT and all(one.basis is Basis.EXACT for one in parts)
    return bool(parts) and exact and sum(one.min for one in _pick(parts)) == figure.min


def _itemise(figures: Sequence[Figure], voice: Voice) -> list[Reading]:
    """A floor from a voice that only tells parts or persons: so many at least, others unsaid."""
    persons = {figure.person for figure in figures if figure.person is not None}
    groups = [figure for figure in figures if figure.person is None]
    combined = _combine(groups, voice, None)
    named = count_individuals(figures) or count_distinct(persons)
    floor = max(named, min((reading.min for reading in combined), default=0))
    if not figures or not floor:
        return []
    base = _read(figures[0], voice)
    claims = tuple(sorted({figure.claim for figure in figures}))
    return [
        replace(
            base,
            min=floor,
            max=None,
            number=None,
            loose=False,
            weak=True,
            claims=claims,
            said=max((one.said for one in figures if one.said is not None), default=None),
        )
    ]


def count_distinct(persons: Iterable[str]) -> int:
    """How many people these words name: "Dorn" and "Mara Dorn" are one, "him" is one of them.

    Those told by kinship alone count only where nobody is named: "his wife" may be one of these.
    """
    told = {frozenset(person.split()) for person in persons}
    named = {words for words in told if any(word[:1].isupper() for word in words)}
    known: list[frozenset[str]] = []
    for words in sorted(named or told, key=_most_words):
        if not any(words <= other for other in known):
            known.append(words)
    return len(known)


def _most_words(words: frozenset[str]) -> tuple[int, list[str]]:
    return (-len(words), sorted(words))


def read_roster(voices: Iterable[Voice], harm: Harm, class_: VictimClass) -> Reading | None:
    """The single persons of a class whom all credible voices tell of: so many at least."""
    told = [
        (figure, voice)
        for voice in voices
        if voice.credible
        for figure in voice.figures
        if figure.live
        and figure.harm is harm
        and figure.person is not None
        and not figure.item
        and _counts(figure, class_)
    ]
    number = count_distinct(figure.person or "" for figure, _ in told)
    if not told or not number:
        return None
    claims = tuple(sorted({figure.claim for figure, _ in told}))
    base = _read(*told[0])
    return replace(base, min=number, max=None, number=number, loose=False, claims=claims)


def _combine(figures: Sequence[Figure], voice: Voice, class_: VictimClass | None) -> list[Reading]:
    """Readings from figures that count disjoint parts of the class, added up.

    Figures of one part alone stay side by side, so that the largest number stated is not lost.
    """
    picked = _pick(figures)
    if not picked:
        return []
    known = any(figure.status is not Status.UNKNOWN for figure in picked)
    weak = class_ is None and not known
    cells = [[_read(one, voice) for one in figures if _key(one) == _key(each)] for each in picked]
    if len(cells) == 1:
        return [replace(reading, weak=weak) for reading in cells[0]]
    return [replace(_add_readings([_span(cell) for cell in cells]), weak=weak)]


def _pick(figures: Sequence[Figure]) -> list[Figure]:
    """One figure of each cell, of cells that no one can be in twice, status first, largest."""
    picked: list[Figure] = []
    for figure in sorted(figures, key=_rank):
        if all(_are_disjoint(figure, other) for other in picked):
            picked.append(figure)
    return picked


def _rank(figure: Figure) -> tuple[bool, bool, int, str]:
    general = figure.sex is Sex.UNKNOWN and figure.age is Age.UNKNOWN
    return (figure.status is Status.UNKNOWN, not general, -figure.min, figure.claim)


def _key(figure: Figure) -> tuple[Status, Sex, Age]:
    return (figure.status, figure.sex, figure.age)


def _are_disjoint(one: Figure, other: Figure) -> bool:
    if Status.UNKNOWN not in (one.status, other.status):
        if (one.status in FIGHTING) is not (other.status in FIGHTING):
            return True
        if one.status is not other.status:
            return True
    if Sex.UNKNOWN not in (one.sex, other.sex) and one.sex is not other.sex:
        return True
    return _is_child(one) is not _is_child(other) and _is_aged(one) and _is_aged(other)


def _is_child(figure: Figure) -> bool:
    return figure.age is Age.CHILD


def _is_aged(figure: Figure) -> bool:
    """Whether its words tell child from adult: women and men are not counted as children."""
    return figure.age is not Age.UNKNOWN or figure.sex is not Sex.UNKNOWN


def _span(readings: Sequence[Reading]) -> Reading:
    """One reading for alternatives of one cell: as wide as all of them."""
    tops = [reading.max for reading in readings]
    numbers = {reading.number for reading in readings}
    return replace(
        readings[0],
        min=min(reading.min for reading in readings),
        max=None if None in tops else max(top for top in tops if top is not None),
        number=numbers.pop() if len(numbers) == 1 else None,
        loose=all(reading.loose for reading in readings),
        headline=all(reading.headline for reading in readings),
        said=_latest(readings),
        claims=_all_claims(readings),
    )


def _add_readings(readings: Sequence[Reading]) -> Reading:
    tops = [reading.max for reading in readings]
    numbers = [reading.number for reading in readings]
    return replace(
        readings[0],
        min=sum(reading.min for reading in readings),
        max=None if None in tops else sum(top for top in tops if top is not None),
        number=None if None in numbers else sum(one for one in numbers if one is not None),
        loose=any(reading.loose for reading in readings),
        headline=any(reading.headline for reading in readings),
        said=_latest(readings),
        claims=_all_claims(readings),
    )


def _latest(readings: Iterable[Reading]) -> date | None:
    return max((one.said for one in readings if one.said is not None), default=None)


def _all_claims(readings: Iterable[Reading]) -> tuple[ClaimId, ...]:
    return tuple(sorted({claim for reading in readings for claim in reading.claims}))
