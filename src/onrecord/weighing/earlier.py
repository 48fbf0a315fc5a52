"""What one speaker says now, against what the same speaker said before.

A toll that rises is growth, and a detail told later is no change. A lower figure, another day,
place, weapon or party, a military target where there was a civilian one, or an admission after a
denial takes back what was said.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from onrecord.model.identity import ClaimId
from onrecord.model.incident import Contradiction, Figure, Reply, Voice
from onrecord.model.vocabulary import Age, Argument, Basis, Harm, Sex, Status
from onrecord.weighing.hearing import SPECIFIC, Hearing
from onrecord.weighing.sides import Topic, Value, contrast, name_voice
from onrecord.weighing.topics_of_claims import DAY, PARTY, PLACE, TARGET, WEAPON

_NOT_WE = frozenset({Argument.EVENT_DENIED, Argument.RESPONSIBILITY_DENIED})
_NO_HARM = frozenset({Argument.HARM_DENIED})
_ADMITTED = frozenset({Argument.ACKNOWLEDGEMENT, Argument.PARTIAL_ACKNOWLEDGEMENT})
_STRUCK = _ADMITTED | {Argument.LAWFUL_TARGET, Argument.PROTECTED_STATUS_LOST}
# What cannot both be argued: that nothing was struck, or not by us, and that it was.
_EXCLUDING = ((_NOT_WE, _STRUCK), (_NO_HARM, _ADMITTED))
Standing = tuple[Harm, Status, Sex, Age]


def find_taken_back(hearing: Hearing) -> Iterator[Contradiction]:
    """Every statement of one speaker that an earlier one of the same speaker excludes."""
    for voice in hearing.voices:
        yield from _lower_tolls(voice, hearing.scene.retired)
        for compare in (_compare(DAY), _compare(PLACE), _compare(WEAPON), _compare(PARTY)):
            yield from compare(hearing, voice)
        yield from _compare(TARGET)(hearing, voice)
    yield from _compare_answers(hearing)


def _lower_tolls(voice: Voice, retired: frozenset[str]) -> Iterator[Contradiction]:
    """A later figure below an earlier one; one person told of later is not the new toll."""
    stated = [
        one
        for one in voice.figures
        if one.basis is not Basis.VAGUE and one.said is not None and one.claim not in retired
    ]
    standing = {_standing(one): one for one in stated if one.live}
    told: dict[str, tuple[set[ClaimId], set[ClaimId]]] = {}
    for gone in stated:
        stands = standing.get(_standing(gone))
        if stands is not None and not gone.live and _is_lower(stands, gone):
            harm = gone.harm.value.replace("_", " ")
            words = f"{name_voice(voice)} on the {harm}: first {_say(gone)}, then {_say(stands)}"
            first, then = told.setdefault(words, (set(), set()))
            first.add(gone.claim)
            then.add(stands.claim)
    for words, (first, then) in told.items():
        yield contrast(first, then, words)


def _standing(figure: Figure) -> Standing:
    return (figure.harm, figure.status, figure.sex, figure.age)


def _is_lower(later: Figure, earlier: Figure) -> bool:
    return later.max is not None and later.max < earlier.min and later.max != 1


def _say(figure: Figure) -> str:
    if figure.max is None:
        return f"at least {figure.min}"
    return str(figure.min) if figure.min == figure.max else f"{figure.min} to {figure.max}"


def _compare(topic: Topic[Value]) -> Callable[[Hearing, Voice], Iterator[Contradiction]]:
    """Compares what a voice says of one field from one day of speaking to the next."""

    def compare(hearing: Hearing, voice: Voice) -> Iterator[Contradiction]:
        told = _order_by_day(hearing, voice, topic)
        for (_, before), (_, after) in pairwise(told):
            if all(topic.excludes(one, other) for one in before for other in after):
                first, then = (_list(values, topic) for values in (before, after))
                words = (
                    f"{name_voice(voice)} on the {_NAMES[topic.kind]}: first {first}, then {then}"
                )
                yield contrast(_claims(before), _claims(after), words)

    return compare


_NAMES = {
    "date": "day",
    "place": "place",
    "weapon": "weapon",
    "party": "party",
    "target_status": "target",
}


def _order_by_day(
    hearing: Hearing, voice: Voice, topic: Topic[Value]
) -> list[tuple[date, dict[Value, set[ClaimId]]]]:
    """What a voice says of a field on each day on which it says something of it."""
    days: dict[date, dict[Value, set[ClaimId]]] = {}
    for claim in hearing.claims_of(voice):
        said, value = hearing.scene.said.get(claim.id), topic.read(claim)
        if said is not None and value is not None:
            days.setdefault(said.to, {}).setdefault(value, set()).add(claim.id)
    return sorted(days.items(), key=lambda one: one[0])


def _claims(values: dict[Value, set[ClaimId]]) -> set[ClaimId]:
    return {id for held in values.values() for id in held}


def _list(values: dict[Value, set[ClaimId]], topic: Topic[Value]) -> str:
    return " and ".join(sorted(topic.say(value) for value in values))


def _compare_answers(hearing: Hearing) -> Iterator[Contradiction]:
    """One party that denies having struck, and says at another time that it did."""
    spoken = sorted(
        (
            (said.to, reply)
            for reply in hearing.replies
            if reply.scope in SPECIFIC and (said := hearing.scene.said.get(reply.claim)) is not None
        ),
        key=lambda one: (one[0], one[1].claim),
    )
    by_side: dict[str, list[tuple[date, Reply]]] = {}
    for day, reply in spoken:
        name = reply.party or reply.originator
        if name is not None:
            side = min(hearing.scene.parties.side_of(name))
            by_side.setdefault(side, []).append((day, reply))
    for side in sorted(by_side):
        yield from _turn_round(side, by_side[side])


def _turn_round(side: str, replies: Sequence[tuple[date, Reply]]) -> Iterator[Contradiction]:
    for denying, owning in _EXCLUDING:
        denials = [(day, one) for day, one in replies if denying & set(one.arguments)]
        owned = [(day, one) for day, one in replies if owning & set(one.arguments)]
        if not denials or not owned or denials[0][0] == owned[0][0]:
            continue
        first, then = sorted((denials, owned), key=lambda one: one[0][0])
        told = [
            " and ".join(sorted({a.replace("_", " ") for _, one in part for a in one.arguments}))
            for part in (first, then)
        ]
        before, after = ([one.claim for _, one in part] for part in (first, then))
        yield contrast(before, after, f"{side}: first {told[0]}, then {told[1]}")
