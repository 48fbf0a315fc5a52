"""Clauses → stance: hedges with their words, polarity, and what an answer argues."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.claims.patterns import ClauseBooks
from onrecord.model.claim import Answer, Hedge, Words
from onrecord.model.vocabulary import Argument, ClaimType, HedgeKind, Polarity, Scope

# Fewer words justify nothing.
_SHORTEST = 4
# Beside one of these, words that also sound like a concession concede nothing.
_NO_CONCESSION = frozenset(
    {"harm_denied", "event_denied", "responsibility_denied", "no_evidence", "unverifiable"}
)
# Who denies these often says in the same breath whose deed it was.
_NOT_OURS = frozenset({"responsibility_denied", "event_denied"})


@dataclass(frozen=True, slots=True)
class Stance:
    """How the speaker stands: polarity, and for answers their type and what they argue.

    A `weak` answer is one only if somebody accuses the speaker; a concession `of_harm` tells of
    what was done, and not only of regret or responsibility. `phrased` is the stance that set
    phrases alone give, where the meaning of the words makes it another.
    """

    polarity: Polarity
    type: ClaimType | None = None
    answer: Answer | None = None
    rule: str = ""
    weak: bool = False
    of_harm: bool = False
    phrased: "Stance | None" = None

    @property
    def firm(self) -> bool:
        """Whether this is an answer whoever speaks, and not only if somebody accuses him."""
        general = self.type in (ClaimType.JUSTIFICATION, ClaimType.COUNTER_ACCUSATION)
        return self.answer is not None and not general and not self.weak


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


def find_stance(
    text: str, books: ClauseBooks, meant: Sequence[str] = (), *, accused: bool, denying: bool
) -> Stance:
    """The stance of a clause; `meant` are the codes that its syntax and families of words give.

    `accused` is true if the speaker speaks for somebody who can be accused; `denying` if the verb
    that reports the clause denies it. Silence ("did not comment") and questions sent on to others
    are answers in anybody's words; so is a denial that says what it denies.
    """
    if not accused and not denying:
        return _told(text, books, meant)
    codes = list(dict.fromkeys([*(hit.name for hit in books.arguments.search(text)), *meant]))
    if denying:
        denials = [code for code in codes if code in books.stance["denial"]]
        if accused or denials:
            codes = denials or _bare(text)
            return _made(Polarity.DENIES, ClaimType.DENIAL, codes, text, books)
        return Stance(Polarity.ASSERTS)
    return _of_accused(codes, text, books) if codes else Stance(Polarity.ASSERTS)


def concession(text: str, books: ClauseBooks) -> Stance:
    """The stance of what the accused is said to acknowledge: it stays what it tells.

    Who admits the deed but no harm, or only a possible or smaller one, concedes in part.
    """
    codes = [found.name for found in books.arguments.search(text)]
    whole = books.told.has("harm", text) and "partial_acknowledgement" not in codes
    kept = [code for code in codes if code in books.stance["justification"]]
    code = "acknowledgement" if whole else "partial_acknowledgement"
    return _made(Polarity.ASSERTS, None, [code, *kept], text, books)


def left_open(text: str, books: ClauseBooks) -> Stance:
    """The stance of what the accused "did not deny": no answer to it, and no concession either."""
    return _made(Polarity.NONE, ClaimType.NO_COMMENT, ["no_comment"], text, books)


def finding(text: str, books: ClauseBooks) -> Stance | None:
    """The stance of what the accused finds or confirms: a concession if it is its own deed.

    "The coalition assessed that four civilians died" concedes; without such harm or such a deed
    it is no concession.
    """
    if not books.told.has("conceded", text):
        return None
    codes = {found.name for found in books.arguments.search(text)}
    return None if codes & books.stance["denial"] else replace(concession(text, books), weak=True)


def _told(text: str, books: ClauseBooks, meant: Sequence[str]) -> Stance:
    """The stance of words that somebody else tells of an answer."""
    if books.arguments.has("no_comment", text):
        return _made(Polarity.NONE, ClaimType.NO_COMMENT, ["no_comment"], text, books)
    for code in ("deferral", "investigating"):
        if books.told.has(code, text):
            return _made(Polarity.NONE, ClaimType.DEFERRAL, [code], text, books)
    outright = _told_outright(text, books)
    return _of_accused(meant, text, books) if meant and not outright.answer else outright


def _told_outright(text: str, books: ClauseBooks) -> Stance:
    """The stance of "the army denied shelling the town", "the ministry called the report a lie"."""
    denying, dismissing = books.told.has("denial", text), books.told.has("dismissal", text)
    if denying or dismissing:
        codes = [found.name for found in books.arguments.search(text)]
        denials = [code for code in codes if code in books.stance["denial"]]
        if denying or set(denials) & books.stance["contemptuous"]:
            codes = denials or _bare(text)
            return _made(Polarity.DENIES, ClaimType.DENIAL, codes, text, books)
    if books.told.has("apology", text):
        return _made(Polarity.ASSERTS, None, ["acknowledgement"], text, books)
    return Stance(Polarity.ASSERTS)


def _of_accused(codes: Sequence[str], text: str, books: ClauseBooks) -> Stance:
    stance = books.stance
    conceding = [code for code in codes if code in ("acknowledgement", "partial_acknowledgement")]
    denials = [code for code in codes if code in stance["denial"]]
    justifying = [code for code in codes if code in stance["justification"]]
    if conceding and not _NO_CONCESSION & set(denials):
        return _conceded(conceding, denials, justifying, text, books)
    if "no_comment" in codes and set(denials) <= stance["doubting"]:
        return _made(Polarity.NONE, ClaimType.NO_COMMENT, ["no_comment"], text, books)
    counter = [code for code in codes if code == "counter_accusation"]
    if denials:
        polarity = Polarity.DOUBTS if _doubts(denials, text, books) else Polarity.DENIES
        others = counter if set(denials) <= _NOT_OURS else []
        return _made(polarity, ClaimType.DENIAL, [*denials, *others, *justifying], text, books)
    if counter or "human_shields" in justifying:
        codes = [*counter, *justifying]
        return _made(Polarity.ASSERTS, ClaimType.COUNTER_ACCUSATION, codes, text, books)
    if justifying and len(text.split()) >= _SHORTEST:
        return _made(Polarity.ASSERTS, ClaimType.JUSTIFICATION, justifying, text, books)
    if not {"deferral", "investigating"} & set(codes):
        return Stance(Polarity.ASSERTS)
    code = "deferral" if "deferral" in codes else "investigating"
    return _made(Polarity.NONE, ClaimType.DEFERRAL, [code], text, books)


def _conceded(
    conceding: Sequence[str],
    denials: Sequence[str],
    justifying: Sequence[str],
    text: str,
    books: ClauseBooks,
) -> Stance:
    """A concession; one that is weakened or disputes how many is one in part."""
    part = "partial_acknowledgement" in conceding or "scale_disputed" in denials
    code = "partial_acknowledgement" if part else "acknowledgement"
    scale = [code for code in denials if code == "scale_disputed"]
    return _made(Polarity.ASSERTS, None, [code, *scale, *justifying], text, books)


def _doubts(denials: Sequence[str], text: str, books: ClauseBooks) -> bool:
    """Whether a denial only says that information or evidence is lacking."""
    lacking = set(denials) <= books.stance["doubting"] and set(denials) != {"harm_denied"}
    return lacking and books.doubt.has("doubt", text) and not books.doubt.has("contempt", text)


def _bare(text: str) -> list[str]:
    """The argument of a denial that gives none: it denies what it names."""
    words = text.lower()
    if any(word in words for word in ("cluster", "chemical", "phosphorus", "barrel", "incendiar")):
        return ["weapon_use_denied"]
    if any(word in words for word in ("civilian", "casualt", "death", "killed", "harm")):
        return ["harm_denied"]
    if any(word in words for word in ("weapon", "bomb", "munition", "chemical", "gas")):
        return ["weapon_use_denied"]
    if any(word in words for word in ("responsib", "involve", "behind", "blame")):
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
    return Stance(
        polarity, type, answer, "answer:" + "+".join(codes), of_harm=books.told.has("deed", text)
    )


def _scope(text: str, type: ClaimType | None, books: ClauseBooks) -> Scope:
    """How much an answer covers; one that names nothing is about the report, or how it fights."""
    found = books.scopes.first(text)
    if found is not None:
        return Scope(found.name)
    general = type in (ClaimType.JUSTIFICATION, ClaimType.COUNTER_ACCUSATION)
    return Scope.PATTERN if general else Scope.REPORT
