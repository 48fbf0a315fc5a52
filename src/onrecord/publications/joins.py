"""Joins of an incident → why documents are one attack: what speaks for it, what against it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.model.claim import Claim
from onrecord.model.identity import ClaimId, DocumentId
from onrecord.model.incident import Join

_WEIGHED = re.compile(r"^(?P<words>.*) \((?P<bits>[+-]\d+(?:\.\d+)?)\)$", re.DOTALL)
_STRONG, _VERY_STRONG = 9.0, 14.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """Why two documents tell of one attack, by their best pair of claims.

    `for_` and `against` are reasons in words, weightiest first; `strength` says how much they
    weigh together.
    """

    one: DocumentId
    other: DocumentId
    claims: tuple[ClaimId, ClaimId]
    strength: str
    for_: tuple[str, ...]
    against: tuple[str, ...]


def bind_documents(joins: Iterable[Join], claims: Mapping[ClaimId, Claim]) -> list[Bond]:
    """One bond for each pair of documents that the incident's joins bring together."""
    best: dict[tuple[DocumentId, DocumentId], Join] = {}
    for join in joins:
        if join.one in claims and join.other in claims:
            one, other = claims[join.one].document, claims[join.other].document
            pair = (min(one, other), max(one, other))
            if one != other and (pair not in best or join.bits > best[pair].bits):
                best[pair] = join
    return [_make_bond(pair, join) for pair, join in sorted(best.items())]


def split_reasons(because: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Reasons for and against, without their weights."""
    weighed = [(_WEIGHED.match(reason), reason) for reason in because]
    for_ = tuple(m["words"] if m else reason for m, reason in weighed if not _is_against(m))
    return for_, tuple(m["words"] for m, _ in weighed if m is not None and _is_against(m))


def say_strength(bits: float) -> str:
    """How much the evidence weighs, in words."""
    if bits >= _VERY_STRONG:
        return "very strong"
    return "strong" if bits >= _STRONG else "enough"


def _is_against(match: re.Match[str] | None) -> bool:
    return match is not None and float(match["bits"]) < 0


def _make_bond(pair: tuple[DocumentId, DocumentId], join: Join) -> Bond:
    for_, against = split_reasons(join.because)
    return Bond(
        one=pair[0],
        other=pair[1],
        claims=(join.one, join.other),
        strength=say_strength(join.bits),
        for_=for_,
        against=against,
    )
