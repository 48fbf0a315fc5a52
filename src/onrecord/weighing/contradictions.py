"""Voices of one incident → where they cannot both be right. Growth of a toll is none."""

from collections.abc import Iterator

from onrecord.model.identity import ClaimId
from onrecord.model.incident import Contradiction, Voice
from onrecord.model.vocabulary import Argument
from onrecord.weighing.earlier import find_taken_back
from onrecord.weighing.hearing import Hearing
from onrecord.weighing.sides import (
    Topic,
    Value,
    contradict,
    find_opposed,
    gather_sides,
    join_words,
    make_side,
)
from onrecord.weighing.tolls import compare_tolls
from onrecord.weighing.topics_of_claims import CIVILIAN, DAY, MILITARY, PLACE, TARGET, WEAPON

_LAWFUL = frozenset({Argument.LAWFUL_TARGET, Argument.PROTECTED_STATUS_LOST})


def find_contradictions(hearing: Hearing) -> tuple[Contradiction, ...]:
    """Every contradiction between the voices of an incident, and within one voice, by kind.

    Number, date, place, weapon, party, target status, and what one speaker said before; each with
    the claims of every side.
    """
    found = (
        *compare_tolls(hearing),
        *_compare(hearing, DAY),
        *_compare(hearing, PLACE),
        *_compare(hearing, WEAPON),
        *_compare_parties(hearing),
        *_compare_targets(hearing),
        *find_taken_back(hearing),
    )
    return tuple(sorted(found, key=lambda one: (one.kind, one.words, one.claims)))


def _compare(hearing: Hearing, topic: Topic[Value]) -> Iterator[Contradiction]:
    """What two voices say of one field, where both cannot be."""
    sides = find_opposed(gather_sides(hearing, topic), topic.excludes)
    if sides:
        yield contradict(topic.kind, sides)


def _compare_parties(hearing: Hearing) -> Iterator[Contradiction]:
    """The parties that each voice names, where not all name the same."""
    held: dict[str, tuple[frozenset[str], set[ClaimId], set[int]]] = {}
    for place, voice in enumerate(hearing.voices):
        parties = hearing.parties_of(voice)
        if parties:
            side = held.setdefault(join_words(parties), (parties, set(), set()))
            side[1].update(_list_naming(hearing, voice))
            side[2].add(place)
    if len(held) > 1:
        sides = [make_side(hearing, says, *held[says]) for says in sorted(held)]
        yield contradict("party", sides)


def _list_naming(hearing: Hearing, voice: Voice) -> list[ClaimId]:
    return [claim.id for claim in hearing.claims_of(voice) if claim.parties]


def _compare_targets(hearing: Hearing) -> Iterator[Contradiction]:
    """One says that a civilian object was hit, another (or an answer) a military one."""
    by_value = {side.value: side for side in gather_sides(hearing, TARGET)}
    answers = {one.claim: one for one in hearing.replies if _LAWFUL & set(one.arguments)}
    civilian, military = by_value.get(CIVILIAN), by_value.get(MILITARY)
    said = military.claims if military else frozenset()
    voices = military.voices if military else frozenset()
    if civilian is None or not (said or answers):
        return
    if answers or len(voices | civilian.voices) > 1:
        side = make_side(hearing, TARGET.say(MILITARY), MILITARY, {*said, *answers}, voices)
        names = {one.originator or "the accused" for one in answers.values()}
        yield contradict("target_status", [civilian, side.joined_by(names)])
