"""Explanations: why a claim says what it says, attribute by attribute."""

from dataclasses import dataclass

from onrecord.model.claim import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One thing that a claim says, the rule or source that decided it, and the deciding words.

    `about` is the attribute ("type", "number 1", "when" …), `says` its value in words, `because`
    the rule; `words` stand in the claim's document (in its title where the claim does).
    """

    about: str
    says: str
    because: str
    words: tuple[Words, ...] = ()
