"""Clauses → stance: hedges with their words, polarity, and what an answer argues."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.claims.patterns import ClauseBooks
from onrecord.model.claim import Answer, Hedge, Words
from onrecord.model.vocabulary import Argument, ClaimType, HedgeKind, Polarity, Scope

# Beside one of these, words that also sound like a concession concede nothing.
_NO_CONCESSION = frozenset(
    {"harm_denied", "event_denied", "responsibility_denied", "no_evidence", "unverifiable"}
)


@dataclass(frozen=True, slots=True)
class Stance:
    """How the speaker stands: polarity, and for answers their type and what they argue."""

    polarity: Polarity
    type: ClaimType | None = None
    answer: Answer | None = None
    rule: str = ""


def find_hedge(text: str, offset: int, books: ClauseBooks) -> Hedge:
    """The strongest hedge in a stretch of text, with the words of every hedge of that kind."""
    found = books.hedges.search(text)
    if not found:
        return Hedge()
    first = found[0]
    spans = tuple(
        Words(text=text[hit.start : hit.end], start=offset + hit.start, end=offset + hit.end)
        for hit in found
        if hit.name == first.name
    )
    return Hedge(kind=HedgeKind(first.name), spans=spans)


def find_stance(text: str, books: ClauseBooks, *, accused: bool, denying: bool) -> Stance:
    """The stance of a clause.

    `accused` is true if the speaker speaks for a belligerent; `denying` if the verb that reports
    the clause denies it. Silence ("did not comment") is an answer in anybody's words.
    """
    codes = [found.name for found in books.arguments.search(text)]
    silent = [code for code in codes if code == "no_comment"]
    if silent and not accused:
        return _made(Polarity.NONE, ClaimType.NO_COMMENT, silent, text, books)
    if denying:
        denials = [code for code in codes if code in books.stance["denial"]]
        return _made(Polarity.DENIES, ClaimType.DENIAL, denials or _bare(text), text, books)
    if not accused or not codes:
        return Stance(Polarity.ASSERTS)
    return _of_accused(codes, text, books)


def concession(text: str, books: ClauseBooks) -> Stance:
    """The stance of what the accused is said to acknowledge: it stays what it tells."""
    return _made(Polarity.ASSERTS, None, ["acknowledgement"], text, books)


def _of_accused(codes: Sequence[str], text: str, books: ClauseBooks) -> Stance:
    stance = books.stance
    conceding = [code for code in codes if code in ("acknowledgement", "partial_acknowledgement")]
    denials = [code for code in codes if code in stance["denial"]]
    denied = _NO_CONCESSION & set(denials)
    if conceding and not denied:
        return _made(Polarity.ASSERTS, None, conceding, text, books)
    if "no_comment" in codes:
        return _made(Polarity.NONE, ClaimType.NO_COMMENT, ["no_comment"], text, books)
    justifying = [code for code in codes if code in stance["justification"]]
    if denials:
        doubting = set(denials) <= stance["doubting"] and "no_information" in denials
        polarity = Polarity.DOUBTS if doubting else Polarity.DENIES
        return _made(polarity, ClaimType.DENIAL, [*denials, *justifying], text, books)
    if "counter_accusation" in codes and not justifying:
        return _made(
            Polarity.ASSERTS, ClaimType.COUNTER_ACCUSATION, ["counter_accusation"], text, books
        )
    if justifying:
        extra = [code for code in codes if code == "counter_accusation"]
        return _made(Polarity.ASSERTS, ClaimType.JUSTIFICATION, [*justifying, *extra], text, books)
    if "deferral" in codes:
        return _made(Polarity.NONE, ClaimType.DEFERRAL, ["deferral"], text, books)
    return _made(Polarity.NONE, ClaimType.DEFERRAL, ["investigating"], text, books)


def _bare(text: str) -> list[str]:
    """The argument of a denial that gives none: it denies what it names."""
    words = text.lower()
    if any(word in words for word in ("cluster", "chemical", "phosphorus", "barrel", "incendiar")):
        return ["weapon_use_denied"]
    if any(word in words for word in ("civilian", "casualt", "death", "killed", "harm")):
        return ["harm_denied"]
    if any(word in words for word in ("weapon", "bomb", "munition", "chemical", "gas")):
        return ["weapon_use_denied"]
    if any(word in words for word in ("responsib", "involve", "behind")):
        return ["responsibility_denied"]
    return ["event_denied"]


def _made(
    polarity: Polarity,
    type: ClaimType | None,
    codes: Sequence[str],
    text: str,
    books: ClauseBooks,
) -> Stance:
    answer = Answer(
        arguments=tuple(Argument(code) for code in codes), scope=_scope(text, type, books)
    )
    return Stance(polarity, type, answer, "answer:" + "+".join(codes))


def _scope(text: str, type: ClaimType | None, books: ClauseBooks) -> Scope:
    """How much an answer covers; one that names nothing is about the report, or how it fights."""
    found = books.scopes.first(text)
    if found is not None:
        return Scope(found.name)
    general = type in (ClaimType.JUSTIFICATION, ClaimType.COUNTER_ACCUSATION)
    return Scope.PATTERN if general else Scope.REPORT
