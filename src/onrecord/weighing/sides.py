"""Claims with what they say of one field → the sides that cannot all be right, in words."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from onrecord.model.claim import Claim
from onrecord.model.identity import ClaimId
from onrecord.model.incident import Contradiction, Voice
from onrecord.weighing.hearing import Hearing

Value = TypeVar("Value")
# So many voices are named on one side; of more only the number.
_NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Side(Generic[Value]):
    """All who say one thing: their claims, and the places of their voices in the hearing."""

    value: Value
    says: str
    claims: frozenset[ClaimId]
    voices: frozenset[int]
    names: frozenset[str]

    @property
    def words(self) -> str:
        """What is said, and by whom."""
        names = sorted(self.names)
        more = len(names) - _NAMED
        shown = names if more <= 1 else [*names[:_NAMED], f"{more} more"]
        return f"{self.says} ({', '.join(shown)})"

    def joined_by(self, names: Iterable[str]) -> "Side[Value]":
        """The side with others who say the same elsewhere."""
        return replace(self, names=self.names.union(names))


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic(Generic[Value]):
    """One field on which claims can contradict each other.

    `read` gives what a claim says of it in its own words (`None`: nothing), `excludes` whether two
    such values cannot both be right, `say` puts one in words.
    """

    kind: str
    read: Callable[[Claim], Value | None]
    excludes: Callable[[Value, Value], bool]
    say: Callable[[Value], str]


def name_voice(voice: Voice) -> str:
    """The name of a voice in words."""
    return voice.originator or "an unknown publisher"


def gather_sides(hearing: Hearing, topic: Topic[Value]) -> list[Side[Value]]:
    """What the voices of an incident say of a topic, one side for each value, by its words."""
    held: dict[str, tuple[Value, set[ClaimId], set[int]]] = {}
    for place, voice in enumerate(hearing.voices):
        for claim in hearing.claims_of(voice):
            value = topic.read(claim)
            if value is not None:
                side = held.setdefault(topic.say(value), (value, set(), set()))
                side[1].add(claim.id)
                side[2].add(place)
    return [make_side(hearing, says, *held[says]) for says in sorted(held)]


def make_side(
    hearing: Hearing, says: str, value: Value, claims: Iterable[ClaimId], voices: Iterable[int]
) -> Side[Value]:
    """A side with the names of its voices."""
    places = frozenset(voices)
    return Side(
        value=value,
        says=says,
        claims=frozenset(claims),
        voices=places,
        names=frozenset(name_voice(hearing.voices[place]) for place in places),
    )


def find_opposed(
    sides: Sequence[Side[Value]], excludes: Callable[[Value, Value], bool]
) -> list[Side[Value]]:
    """The sides that some other side excludes; what one voice alone says both of is no contradiction.

    Sides are the few different things said of one field, not the many claims that say them.
    """
    return [
        one
        for one in sides
        if any(
            other is not one
            and len(one.voices | other.voices) > 1
            and excludes(one.value, other.value)
            for other in sides
        )
    ]


def contradict(
    kind: str, sides: Sequence[Side[Value]], *, about: str = "", status: str = "open"
) -> Contradiction:
    """The contradiction between some sides: their claims apart, and in words."""
    words = [side.words for side in sides]
    return Contradiction(
        kind=kind,
        claims=tuple(sorted({id for side in sides for id in side.claims})),
        words=about + " or ".join(part for part in (", ".join(words[:-1]), words[-1]) if part),
        status=status,
        sides=tuple(tuple(sorted(side.claims)) for side in sides),
    )


def contrast(first: Iterable[ClaimId], then: Iterable[ClaimId], words: str) -> Contradiction:
    """What one speaker said before, against what it says now."""
    sides = (tuple(sorted(set(first))), tuple(sorted(set(then))))
    return Contradiction(
        kind="earlier_statement",
        claims=tuple(sorted({*sides[0], *sides[1]})),
        words=words,
        sides=sides,
    )


def join_words(words: Iterable[str]) -> str:
    """Codes and names as one list in words."""
    return " and ".join(sorted(word.replace("_", " ") for word in words))
