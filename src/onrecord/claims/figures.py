"""Clauses → figures that count no harmed people: populations, shares, attacks, agreements."""

from collections.abc import Iterator, Sequence

from onrecord.claims.counted import find_counted
from onrecord.claims.harm_words import HarmLexicon
from onrecord.claims.numbers import Quantity
from onrecord.claims.patterns import ClauseBooks, make_plain
from onrecord.claims.syntax import Sentence, Token
from onrecord.model.claim import Count, ObjectMention
from onrecord.model.vocabulary import Basis, Counted

_NOUNS = {
    Counted.MUNITIONS: frozenset(
        {"bomb", "missile", "rocket", "shell", "mortar", "munition", "drone", "submunition", "round"}
    ),
    Counted.AGREEMENTS: frozenset({"agreement", "ceasefire", "truce", "accord", "deal", "cease-fire"}),
    Counted.REPORTS: frozenset({"report", "allegation", "claim", "complaint", "case"}),
    Counted.PLACES: frozenset(
        {"city", "town", "village", "province", "district", "area", "site", "location", "neighborhood",
         "neighbourhood", "place", "governorate"}
    ),
}  # fmt: skip
_PEOPLE = frozenset(
    {"people", "person", "civilian", "resident", "inhabitant", "population", "citizen"}
)


def find_figures(
    sentence: Sentence,
    quantities: Sequence[Quantity],
    words: HarmLexicon,
    books: ClauseBooks,
) -> list[Count]:
    """The figures of one sentence that count no harmed people; texts are filled in later."""
    return sorted(_figures(sentence, quantities, words, books), key=lambda count: count.start or 0)


def _figures(
    sentence: Sentence, quantities: Sequence[Quantity], words: HarmLexicon, books: ClauseBooks
) -> Iterator[Count]:
    said = make_plain(" ".join(token.text for token in sentence.tokens))
    for quantity in quantities:
        if quantity.kind == "share":
            yield _figure(quantity, _share_of(said, words), _end_of_share(sentence, quantity))
        elif quantity.kind in ("number", "determiner"):
            counted = find_counted(sentence, quantity, words)
            noun = counted.noun if counted is not None else None
            of = _kind_of(noun, said, books, exact=quantity.kind == "number")
            if of is not None and counted is not None:
                yield _figure(quantity, of, counted.end)


def _kind_of(noun: Token | None, said: str, books: ClauseBooks, *, exact: bool) -> Counted | None:
    if noun is None:
        return None
    for of, nouns in _NOUNS.items():
        if noun.lemma in nouns:
            return of
    if noun.lemma in books.attack_nouns:
        return Counted.ATTACKS
    if exact and noun.lemma in _PEOPLE and books.aggregate.has("population", said):
        return Counted.POPULATION
    return None


def _share_of(said: str, words: HarmLexicon) -> Counted:
    if "explode" in said or "fail" in said or "detonate" in said:
        return Counted.FAILURE_RATE
    if any(cue in said for cue in ("displace", "from their homes", "fled", "uprooted")):
        return Counted.DISPLACED
    return Counted.SHARE


def _end_of_share(sentence: Sentence, quantity: Quantity) -> int:
    """The end of the noun phrase behind "half of", on the same line of syntax."""
    inside = [t for t in sentence.tokens if quantity.start <= t.start and t.end <= quantity.end]
    last = inside[-1] if inside else None
    if last is None or last.lower in ("%", "percent", "cent"):
        return quantity.end
    below = [t for t in last.subtree() if t.i >= last.i]
    return max([quantity.end, *(t.end for t in below if t.i - last.i < 8)])


def object_figures(objects: Sequence[ObjectMention], sentence: Sentence) -> list[Count]:
    """Objects hit as figures: "a mosque" is one, a bare plural two or more."""
    found = []
    for mention in objects:
        token = next((t for t in sentence.tokens if t.end == mention.end), None)
        if token is None or mention.start is None or mention.end is None:
            continue
        one = token.tag == "NN" and token.has_child("a", "det")
        if one or (token.tag == "NNS" and token.child("nummod") is None):
            first = min(
                (t.start for t in token.children if t.dep == "det" or t.tag == "JJ"),
                default=mention.start,
            )
            basis = Basis.EXACT if one else Basis.VAGUE
            found.append(
                Count(
                    harm=None,
                    of=Counted.OBJECTS_HIT,
                    min=1 if one else 2,
                    max=1 if one else None,
                    basis=basis,
                    stated=1 if one else None,
                    text="",
                    start=min(first, mention.start),
                    end=mention.end,
                )
            )
    return found


def _figure(quantity: Quantity, of: Counted, end: int) -> Count:
    return Count(
        harm=None, of=of, min=quantity.min, max=quantity.max, basis=quantity.basis,
        stated=quantity.stated, text="", start=quantity.start, end=max(end, quantity.end),
    )  # fmt: skip
