"""A range and its claims → where each bound comes from: the words that state it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from onrecord.model.claim import Claim, Count
from onrecord.model.identity import ClaimId
from onrecord.model.incident import Range
from onrecord.model.vocabulary import Age, Harm, Sex, Status, VictimClass


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """One claim under a range, with the words of its counts that speak of that harm and class."""

    claim: ClaimId
    originator: str | None
    words: tuple[str, ...]


def find_grounds(
    range: Range, claims: Mapping[ClaimId, Claim], *, harm: Harm, victims: VictimClass | None
) -> tuple[Ground, ...]:
    """The claims a range rests on, each with the number it states, in order of the range."""
    return tuple(
        Ground(
            claim=id,
            originator=claims[id].originator,
            words=tuple(dict.fromkeys(_words_of(claims[id], harm, victims))),
        )
        for id in range.claims
        if id in claims
    )


def _words_of(claim: Claim, harm: Harm, victims: VictimClass | None) -> Iterable[str]:
    counts = [count for count in claim.counts if count.harm is harm]
    spoken = [count for count in counts if _speaks_of(count, victims)]
    whole = [count for count in counts if count.subset_of is None]
    return (count.text for count in (spoken or whole or counts))


def _speaks_of(count: Count, victims: VictimClass | None) -> bool:
    if victims is None:
        return count.subset_of is None
    return _CLASS_TESTS[victims](count)


_CIVIL = (Status.CIVILIAN, Status.OTHER_PROTECTED)
_FIGHTING = (Status.ARMED_FORCES_MEMBER, Status.DIRECT_PARTICIPANT)
_CLASS_TESTS: Mapping[VictimClass, Callable[[Count], bool]] = {
    VictimClass.CIVILIAN: lambda count: count.status in _CIVIL,
    VictimClass.FIGHTER: lambda count: count.status in _FIGHTING,
    VictimClass.CHILD: lambda count: count.age is Age.CHILD,
    VictimClass.WOMAN: lambda count: count.sex is Sex.WOMAN and count.age is not Age.CHILD,
    VictimClass.MAN: lambda count: count.sex is Sex.MAN and count.age is not Age.CHILD,
    VictimClass.UNKNOWN: lambda count: count.status is Status.UNKNOWN,
}
