"""Answers that accept harm → how much of it: what is conceded has its own range.

"Two civilians were killed in our strike" concedes two; "no civilian was hurt" concedes none, and
that is a number too. Who says nothing of harm, or knows of none, concedes no number.
"""

from onrecord.model.claim import Claim, Count
from onrecord.model.incident import Concession
from onrecord.model.vocabulary import Argument, Harm, Status

_ACCEPTING = frozenset({Argument.ACKNOWLEDGEMENT, Argument.PARTIAL_ACKNOWLEDGEMENT})
_FIGHTING = frozenset({Status.ARMED_FORCES_MEMBER, Status.DIRECT_PARTICIPANT})


def find_concessions(claim: Claim) -> tuple[Concession, ...]:
    """What an answer concedes for each harm; zero where it says that nobody was harmed."""
    if claim.answer is None:
        return ()
    arguments = frozenset(claim.answer.arguments)
    counts = [count for count in claim.counts if _counts_victims(count)]
    if arguments & _ACCEPTING or any(count.max == 0 for count in counts):
        return tuple(_sum_up(harm, counts) for harm in Harm if any(c.harm is harm for c in counts))
    if Argument.HARM_DENIED in arguments and not counts:
        return (Concession(harm=Harm.KILLED_OR_INJURED, min=0, max=0),)
    return ()


def _counts_victims(count: Count) -> bool:
    return count.harm is not None and count.subset_of is None and count.status not in _FIGHTING


def _sum_up(harm: Harm, counts: list[Count]) -> Concession:
    """Several counts of one harm in one sentence are joined ("two men and a boy"): their sum."""
    mine = [count for count in counts if count.harm is harm]
    tops = [count.max for count in mine]
    most = None if None in tops else sum(top for top in tops if top is not None)
    return Concession(harm=harm, min=sum(count.min for count in mine), max=most)
