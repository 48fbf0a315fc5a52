"""An incident and its claims → the matrix: a question a row, an originator a column.

A cell holds our reading of what one originator says and the words it says it with. Values that
cannot both hold carry letters, so that agreement and contradiction are seen at a glance.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.model.claim import Claim, Count
from onrecord.model.identity import ClaimId, DocumentId
from onrecord.model.incident import Incident, Voice
from onrecord.model.vocabulary import (
    Age,
    Harm,
    ObjectKind,
    PartyRole,
    Polarity,
    Sex,
    Status,
    Weapon,
)
from onrecord.publications.wording import say_code, say_day

_ACCUSED = (PartyRole.ALLEGED_PERPETRATOR, PartyRole.PERPETRATOR)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one originator says to one question: our reading, its words, and where they stand."""

    value: str
    words: str
    claim: ClaimId
    document: DocumentId
    lang: str | None
    key: frozenset[str]
    letter: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One row: a cell for each voice, `None` where it says nothing, and how the cells agree.

    `agreement` is `agree`, `differ`, `one` or `nobody`.
    """

    name: str
    cells: tuple[Cell | None, ...]
    agreement: str


def build_questions(incident: Incident, claims: Mapping[ClaimId, Claim]) -> tuple[Question, ...]:
    """The rows of the matrix, their cells in the order of the incident's voices."""
    voices = incident.support.voices
    rows = [
        (name, [_ask(voice, claims, read) for voice in voices], always)
        for name, read, always in _QUESTIONS
    ]
    return tuple(_judge(name, cells) for name, cells, always in rows if always or any(cells))


def _ask(
    voice: Voice, claims: Mapping[ClaimId, Claim], read: Callable[[Claim], Cell | None]
) -> Cell | None:
    """What a voice says, by its latest claim that still stands and speaks to the question."""
    live = [id for id in voice.claims if id in voice.live]
    rest = [id for id in voice.claims if id not in voice.live]
    for id in (*reversed(live), *reversed(rest)):
        claim = claims.get(id)
        if claim is not None and claim.polarity is Polarity.ASSERTS and (cell := read(claim)):
            return cell
    return None


def _judge(name: str, cells: Sequence[Cell | None]) -> Question:
    told = [cell for cell in cells if cell is not None]
    if len(told) < 2:
        return Question(name=name, cells=tuple(cells), agreement="one" if told else "nobody")
    groups: list[frozenset[str]] = []
    letters: dict[int, int] = {}
    for place, cell in enumerate(cells):
        if cell is None:
            continue
        meets = next((n for n, group in enumerate(groups) if group & cell.key), None)
        if meets is None:
            groups.append(cell.key)
            letters[place] = len(groups) - 1
        else:
            groups[meets] &= cell.key
            letters[place] = meets
    if len(groups) == 1:
        return Question(name=name, cells=tuple(cells), agreement="agree")
    lettered = tuple(
        cell and replace(cell, letter=chr(ord("A") + min(letters[place], 25)))
        for place, cell in enumerate(cells)
    )
    return Question(name=name, cells=lettered, agreement="differ")


def _cell(claim: Claim, value: str, words: str | None, key: Iterable[str]) -> Cell:
    return Cell(
        value=value,
        words=words or claim.quote,
        claim=claim.id,
        document=claim.document,
        lang=claim.lang,
        key=frozenset(key),
    )


def _read_count(harm: Harm, speaks: Callable[[Count], bool]) -> Callable[[Claim], Cell | None]:
    def read(claim: Claim) -> Cell | None:
        counts = [one for one in claim.counts if one.harm is harm and speaks(one)]
        if not counts:
            return None
        count = max(counts, key=lambda one: (one.subset_of is None, one.min))
        words = next((one.text for one in (count,) if one.start is not None), None)
        return _cell(claim, _say_count(count), words, [f"{count.min}–{count.max}"])

    return read


def _say_count(count: Count) -> str:
    if count.max is None:
        return f"{count.min} or more"
    return str(count.min) if count.min == count.max else f"{count.min}–{count.max}"


def _read_place(claim: Claim) -> Cell | None:
    if not claim.places:
        return None
    place = min(claim.places, key=lambda one: one.precision)
    value = ", ".join(dict.fromkeys(part for part in (place.name, place.admin1) if part))
    names = {place.name, place.admin1, place.country} if place.precision > 3 else {place.name}
    return _cell(claim, value, place.text, [name for name in names if name])


def _read_time(claim: Claim) -> Cell | None:
    when = claim.when
    if when is None:
        return None
    value = say_day(when.from_)
    if when.from_ != when.to:
        value = f"{value} to {say_day(when.to)}"
    last = min(when.to.toordinal(), when.from_.toordinal() + 400)
    days = (str(day) for day in range(when.from_.toordinal(), last + 1))
    return _cell(claim, value, when.text, days)


def _read_party(claim: Claim) -> Cell | None:
    named = [party for party in claim.parties if party.role in _ACCUSED]
    if not named:
        return None
    names = list(dict.fromkeys(party.name for party in named))
    return _cell(claim, "; ".join(names), named[0].text, names)


def _read_weapon(claim: Claim) -> Cell | None:
    named = [one for one in claim.weapons if one.weapon is not Weapon.UNKNOWN]
    if not named:
        return None
    kinds = list(dict.fromkeys(one.weapon for one in named))
    ways = [f"by {one.delivery}" for one in named if one.delivery.value != "unknown"]
    return _cell(claim, ", ".join(map(say_code, kinds)), named[0].text, [*kinds, *ways])


def _read_object(claim: Claim) -> Cell | None:
    named = [one for one in claim.objects if one.object is not ObjectKind.UNKNOWN]
    if not named:
        return None
    kinds = list(dict.fromkeys(one.object for one in named))
    return _cell(claim, ", ".join(map(say_code, kinds)), named[0].text, kinds)


def _is_whole(count: Count) -> bool:
    return count.subset_of is None


def _is_civilian(count: Count) -> bool:
    return count.status in (Status.CIVILIAN, Status.OTHER_PROTECTED)


def _is_fighter(count: Count) -> bool:
    return count.status in (Status.ARMED_FORCES_MEMBER, Status.DIRECT_PARTICIPANT)


_QUESTIONS: tuple[tuple[str, Callable[[Claim], Cell | None], bool], ...] = (
    ("Killed", _read_count(Harm.KILLED, _is_whole), True),
    ("Injured", _read_count(Harm.INJURED, _is_whole), True),
    ("Civilians killed", _read_count(Harm.KILLED, _is_civilian), False),
    ("Fighters killed", _read_count(Harm.KILLED, _is_fighter), False),
    ("Children killed", _read_count(Harm.KILLED, lambda one: one.age is Age.CHILD), False),
    ("Women killed", _read_count(Harm.KILLED, lambda one: one.sex is Sex.WOMAN), False),
    ("Place", _read_place, True),
    ("Time", _read_time, True),
    ("Party", _read_party, True),
    ("Weapon", _read_weapon, True),
    ("Target", _read_object, False),
)
