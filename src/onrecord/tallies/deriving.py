"""Solved bounds → proofs and clashes in words: each end with the figures that it follows from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.model.identity import ClaimId
from onrecord.model.incident import Clash, Proof, Range
from onrecord.model.vocabulary import Harm, VictimClass
from onrecord.tallies.constraints import Conflict, End, Solution
from onrecord.tallies.people import People

Says = Mapping[ClaimId, str]
# So many voices are named under one figure; of more only the number.
_VOICES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """A solution beside the ranges as stated; `says` names the voice of each claim."""

    solution: Solution
    ranges: Mapping[tuple[Harm, VictimClass | None], Range]
    says: Says

    def prove(
        self,
        name: str,
        harm: Harm,
        *,
        class_: VictimClass | None = None,
        apart_from: tuple[VictimClass, ...] = (),
    ) -> Proof | None:
        """What follows of these people beyond what is stated; `None` where nothing does.

        Of people whom nobody counts, only that there are some: a ceiling alone says little.
        """
        stated = None if apart_from else self.ranges.get((harm, class_))
        least, most = self.solution.bounds(name)
        higher = least > (stated.min if stated else 0)
        lower = stated is not None and _is_lower(most, stated)
        if not higher and not lower:
            return None
        ends = [self.solution.lows.get(name)]
        if lower or stated is None or stated.capped:
            ends.append(self.solution.highs.get(name))
        held = [end for end in ends if end is not None]
        lines = (line for end in held if end.rule for line in explain(end, self.says))
        return Proof(
            what=name,
            harm=harm,
            class_=class_,
            apart_from=apart_from,
            min=least,
            max=most if len(held) == len(ends) > 1 else None,
            because=tuple(dict.fromkeys(lines)),
            claims=tuple(sorted({id for end in held for id in end.grounds})),
        )


def _is_lower(most: int | None, stated: Range) -> bool:
    """Whether a proved ceiling is lower than the largest number stated, or the first one."""
    return most is not None and (stated.open or stated.max is None or most < stated.max)


def oppose(
    conflict: Conflict, people: Mapping[str, People], says: Says, *, where: str | None
) -> Clash:
    """A conflict with the claims on both sides, and how each side is derived."""
    sides = (conflict.floors, conflict.roofs)
    lines = [[line for end in side for line in explain(end, says)] for side in sides]
    harms = [people[end.name].harm for side in sides for end in side if end.name in people]
    return Clash(
        harm=min(harms, default=Harm.KILLED, key=list(Harm).index),
        where=where,
        rule=conflict.rule.words,
        words="; but ".join("; ".join(side) for side in lines if side),
        sides=tuple(
            tuple(sorted({id for end in side for id in end.grounds})) for side in sides if side
        ),
    )


def explain(end: End, says: Says) -> tuple[str, ...]:
    """How an end follows, a line a step, the steps that it needs first."""
    if end.rule is None:
        return (say_end(end, says),)
    steps = [line for source in end.sources if source.rule for line in explain(source, says)]
    return (*dict.fromkeys(steps), f"{say_end(end, says)}: {_reckon(end, says)}")


def say_end(end: End, says: Says) -> str:
    """An end in words, with those who state it: "killed: at least 46 (Ostren Monitor)"."""
    stated = f" ({name_voices(end.claims, says)})" if end.rule is None and end.claims else ""
    return f"{end.name}: at {'most' if end.upper else 'least'} {end.value}{stated}"


def name_voices(claims: Iterable[ClaimId], says: Says) -> str:
    """The voices of some claims, each once; only their number where they are many."""
    names = sorted({says.get(id, id) for id in claims})
    more = len(names) - _VOICES
    shown = names if more <= 1 else [*names[:_VOICES], f"{more} more"]
    return ", ".join(shown)


def _reckon(end: End, says: Says) -> str:
    """The sum that gives an end: what adds to it, less what is taken off."""
    rule = end.rule
    weights = dict(rule.weights) if rule else {}
    own = weights.get(end.name)
    if own is None:
        return f"no whole numbers beyond it fit: {rule.words}" if rule else ""
    told = [source for source in end.sources if source.value or source.rule]
    adding = [_cite(one, says) for one in told if weights[one.name] * own < 0]
    taking = [_cite(one, says) for one in told if weights[one.name] * own > 0]
    less = f", less {' and '.join(taking)}" if taking else ""
    plain = f"{' plus '.join(adding) or 'nothing'}{less}"
    stated = f"; {rule.words} ({name_voices(rule.claims, says)})" if rule and rule.claims else ""
    return plain + stated


def _cite(end: End, says: Says) -> str:
    voices = f" ({name_voices(end.claims, says)})" if end.rule is None and end.claims else ""
    return f"{end.name} at {'most' if end.upper else 'least'} {end.value}{voices}"
