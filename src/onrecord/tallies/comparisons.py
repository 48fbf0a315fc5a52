"""Comparisons with a figure missing → inequalities in words, and what they are about."""

import re
import tomllib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.model.claim import Claim
from onrecord.model.identity import ClaimId
from onrecord.model.tally import TallyPart
from onrecord.model.vocabulary import ClaimType
from onrecord.tallies.aggregates import list_accused, list_victims


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One party is said to have a larger figure than another."""

    more: str
    less: str
    claim: ClaimId
    subject: str

    @property
    def parties(self) -> tuple[str, str]:
        """Both parties, the one that the claim speaks of first."""
        return (self.more, self.less) if self.subject == self.more else (self.less, self.more)


def list_comparisons(claims: Sequence[Claim], parts: Sequence[TallyPart]) -> list[Comparison]:
    """Each comparison whose parties and direction are known.

    A comparison that names one party, which has no figure, is with the last figure given before
    it in its document.
    """
    figured = {part.party for part in parts}
    found = []
    for claim in claims:
        if claim.type is not ClaimType.COMPARISON:
            continue
        subject, others = _split(claim, claims, figured)
        sign = _find_sign(claim)
        if subject is not None and sign is not None:
            pairs = [(subject, other) if sign == ">" else (other, subject) for other in others]
            found += [
                Comparison(more=more, less=less, claim=claim.id, subject=subject)
                for more, less in pairs
                if more != less
            ]
    return found


def say_inequalities(
    comparisons: Iterable[Comparison], parts: Sequence[TallyPart]
) -> tuple[str, ...]:
    """Each comparison as `more > less`, with the figures that are known."""
    figures = {part.party: part for part in parts}
    lines = []
    for one in comparisons:
        subject, other = one.parties
        sign = ">" if subject == one.more else "<"
        lines.append(f"{_show(subject, figures)} {sign} {_show(other, figures)}")
    return tuple(dict.fromkeys(lines))


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What a recorder compares: known directions, and all parties named without a figure."""

    comparisons: tuple[Comparison, ...]
    unfigured: tuple[str, ...]


def read_comparisons(claims: Sequence[Claim], parts: Sequence[TallyPart]) -> Compared:
    """The comparisons among a recorder's claims."""
    return Compared(
        comparisons=tuple(list_comparisons(claims, parts)),
        unfigured=_list_unfigured(claims, parts),
    )


def _list_unfigured(claims: Sequence[Claim], parts: Sequence[TallyPart]) -> tuple[str, ...]:
    """The parties that comparisons name and no part gives a figure for."""
    named = {
        party
        for claim in claims
        if claim.type is ClaimType.COMPARISON
        for party in _list_compared(claim)
    }
    return tuple(sorted(named - {part.party for part in parts}))


def _split(
    claim: Claim, claims: Sequence[Claim], figured: Collection[str]
) -> tuple[str | None, list[str]]:
    parties = _list_compared(claim)
    if len(parties) != 1 or parties[0] in figured:
        return (parties[0] if parties else None), parties[1:]
    before = [
        party
        for one in claims
        if one.document == claim.document and one.start < claim.start and list_victims(one)
        for party in list_accused(one)
        if party not in parties
    ]
    return (before[-1] if before else None), parties


def _list_compared(claim: Claim) -> list[str]:
    """The parties that a comparison names, whatever their part, in the order of the text."""
    placed = sorted(claim.parties, key=lambda one: (one.start is None, one.start or 0))
    return list(dict.fromkeys(party.name for party in placed))


def _find_sign(claim: Claim) -> str | None:
    """`>` or `<` by the first comparing word; `None` where no known word says which."""
    words = _load_words(claim.lang or "en")
    hits = [
        (found.start(), sign)
        for key, sign in (("more", ">"), ("less", "<"))
        for word in words.get(key, ())
        if (found := re.search(rf"\b{re.escape(word)}", claim.quote.casefold()))
    ]
    return min(hits)[1] if hits else None


def _show(party: str, figures: Mapping[str, TallyPart]) -> str:
    part = figures.get(party)
    if part is None:
        return f"{party} (no figure)"
    if part.max is None:
        return f"{party} ({part.min}+)"
    return f"{party} ({part.min})" if part.min == part.max else f"{party} ({part.min}-{part.max})"


@cache
def _load_words(lang: str) -> dict[str, tuple[str, ...]]:
    source = files("onrecord.tallies").joinpath("lexicons", f"{lang}.toml")
    if not source.is_file():
        return {}
    return {kind: tuple(words) for kind, words in tomllib.loads(source.read_text("utf-8")).items()}
