"""Comparisons with a figure missing → inequalities in words, and what they are about."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from onrecord.model.claim import Claim
from onrecord.model.tally import TallyPart
from onrecord.model.vocabulary import ClaimType
from onrecord.tallies.aggregates import list_accused, list_victims


def list_inequalities(claims: Sequence[Claim], parts: Sequence[TallyPart]) -> tuple[str, ...]:
    """Each comparison as `more > less`, with the figures that are known.

    A comparison that names one party, which has no figure, is with the last figure given before
    it in its document.
    """
    figures = {part.party: part for part in parts}
    lines = []
    for claim in claims:
        if claim.type is not ClaimType.COMPARISON:
            continue
        subject, others = _split(claim, claims, figures)
        sign = _find_sign(claim)
        if subject is not None and sign is not None:
            lines += [
                f"{_show(subject, figures)} {sign} {_show(other, figures)}" for other in others
            ]
    return tuple(dict.fromkeys(lines))


def list_unfigured(claims: Sequence[Claim], parts: Sequence[TallyPart]) -> tuple[str, ...]:
    """The parties that comparisons name and no part gives a figure for."""
    named = {
        party
        for claim in claims
        if claim.type is ClaimType.COMPARISON
        for party in _list_compared(claim)
    }
    return tuple(sorted(named - {part.party for part in parts}))


def _split(
    claim: Claim, claims: Sequence[Claim], figures: Mapping[str, TallyPart]
) -> tuple[str | None, list[str]]:
    parties = _list_compared(claim)
    if len(parties) != 1 or parties[0] in figures:
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
