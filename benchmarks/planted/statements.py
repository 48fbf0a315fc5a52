"""An attack → what its voices say of its toll, day by day, and what paper has heard of it when."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from benchmarks.planted.attacks import Attack
from benchmarks.planted.drafts import Counted, Piece
from benchmarks.planted.numbers import say_exactly, say_number, say_vaguely
from benchmarks.planted.world import Organ, World

from onrecord.model.vocabulary import Age, Harm, Sex, SpeakerKind, Status

_GROWTH = 0.55
_MOST_UTTERANCES = 3
_WOUNDED_UNSAID = 0.4
_UNNAMED = (
    Organ("residents", SpeakerKind.WITNESS),
    Organ("witnesses", SpeakerKind.WITNESS),
    Organ("a doctor", SpeakerKind.MEDICAL),
)
_KINDS = {"civilians": Status.CIVILIAN, "people": Status.UNKNOWN, "mixed": Status.CIVILIAN}

Said = tuple[tuple[Piece, ...], tuple[Counted, ...]]
"""The words of a number, and what they count."""


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """What one voice says on one day: the words of the toll and what they count."""

    voice: Organ
    day: date
    killed: tuple[Piece, ...]
    injured: tuple[Piece, ...]
    counts: tuple[Counted, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Talk:
    """All statements on one attack, each voice's in order of day."""

    by_voice: tuple[tuple[Statement, ...], ...]

    def known(self, day: date) -> list[Statement]:
        """The newest statement of every voice that has spoken by that day."""
        found = []
        for statements in self.by_voice:
            newest = [one for one in statements if one.day <= day]
            if newest:
                found.append(newest[-1])
        return found


def make_talk(attack: Attack, world: World, rng: Random) -> Talk:
    """Who speaks of an attack, when, and with which numbers."""
    voices = _choose_voices(attack, world, rng)
    rising = rng.random() < world.habits.rising_toll
    return Talk(tuple(_speak(voice, attack, world, rng, rising=rising) for voice in voices))


def _choose_voices(attack: Attack, world: World, rng: Random) -> list[Organ]:
    local = world.local[attack.town.district]
    many = min(1 + int(rng.paretovariate(1.6)), len(local))
    voices = rng.sample(local, many)
    if rng.random() < 0.4:
        voices.append(rng.choice(world.national))
    if rng.random() < 0.3:
        voices.append(rng.choice(_UNNAMED))
    return voices


def _speak(
    voice: Organ, attack: Attack, world: World, rng: Random, *, rising: bool
) -> tuple[Statement, ...]:
    """One voice's statements; its error stays the same while the toll that it knows grows.

    A number that has not grown is said in the same words again.
    """
    day = attack.day + timedelta(days=rng.choice((0, 0, 0, 1, 1, 2, 4)))
    error = 1.0
    if rng.random() < world.habits.differing_count:
        error = rng.choice((0.8, 0.9, 1.1, 1.25, 1.5))
    share = 1.0 if not rising else rng.uniform(0.5, 0.9)
    made: list[Statement] = []
    known = (-1, -1)
    toll: Said = ((), ())
    hurt: Said = ((), ())
    for turn in range(rng.randint(2, _MOST_UTTERANCES) if rising else 1):
        killed, injured = (_scale(n, share * error) for n in (attack.killed, attack.injured))
        if killed != known[0]:
            toll = _count_killed(attack, killed, rng, first=turn == 0)
        if injured != known[1]:
            hurt = _count_injured(injured, rng, alone=not killed, first=turn == 0)
        if (killed, injured) != known:
            made.append(Statement(voice, day, toll[0], hurt[0], toll[1] + hurt[1]))
        known = killed, injured
        share += (1 - share) * _GROWTH
        day += timedelta(days=rng.randint(1, 2))
    return tuple(made)


def _count_injured(injured: int, rng: Random, *, alone: bool, first: bool) -> Said:
    if not injured or rng.random() < _WOUNDED_UNSAID:
        return (), ()
    words, figure = say_number(injured, rng, first=first)
    noun = "people" if alone else "others"
    return ((f"{words} {noun}", "injured"),), (Counted("injured", Harm.INJURED, figure),)


def _scale(number: int, share: float) -> int:
    return max(1, round(number * share)) if number else 0


def _count_killed(attack: Attack, killed: int, rng: Random, *, first: bool) -> Said:
    if not killed:
        return (), ()
    status = _KINDS[attack.wording]
    if attack.wording == "mixed" and killed > attack.fighters:
        return _count_mixed(attack, killed, rng)
    noun = "civilian" if status is Status.CIVILIAN else "person"
    vague = say_vaguely(killed) if first and rng.random() < 0.05 else None
    words, figure = vague or say_number(killed, rng, first=first)
    pieces: list[Piece] = [(f"{words} {_inflect(noun, killed)}", "killed")]
    counts = [Counted("killed", Harm.KILLED, figure, status=status)]
    children = min(attack.children, killed)
    if children and vague is None and rng.random() < 0.6:
        words, figure = say_exactly(children, rng)
        pieces += [(", including ", None), (f"{words} {_inflect('child', children)}", "children")]
        counts.append(Counted("children", Harm.KILLED, figure, age=Age.CHILD, part=True))
    women = min(attack.women, killed - children)
    if women and len(counts) > 1 and rng.random() < 0.7:
        words, figure = say_exactly(women, rng)
        pieces += [(" and ", None), (f"{words} {_inflect('woman', women)}", "women")]
        counts.append(
            Counted("women", Harm.KILLED, figure, sex=Sex.WOMAN, age=Age.ADULT, part=True)
        )
    if len(counts) > 1:
        pieces.append((",", None))
    return tuple(pieces), tuple(counts)


def _count_mixed(attack: Attack, killed: int, rng: Random) -> Said:
    civilians, fighters = killed - attack.fighters, attack.fighters
    first, counted = say_exactly(civilians, rng)
    second, fighting = say_exactly(fighters, rng)
    return (
        (f"{first} {_inflect('civilian', civilians)}", "killed"),
        (" and ", None),
        (f"{second} {_inflect('fighter', fighters)}", "fighters"),
    ), (
        Counted("killed", Harm.KILLED, counted, status=Status.CIVILIAN),
        Counted("fighters", Harm.KILLED, fighting, status=Status.DIRECT_PARTICIPANT),
    )


_PLURALS = {"person": "people", "child": "children", "woman": "women"}


def _inflect(noun: str, number: int) -> str:
    return noun if number == 1 else _PLURALS.get(noun, f"{noun}s")
