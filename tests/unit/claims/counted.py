"""What is counted in a sentence, in short."""

from collections.abc import Callable

from onrecord.claims.harm_words import load_harm
from onrecord.claims.numbers import find_quantities
from onrecord.claims.syntax import Sentence
from onrecord.claims.victims import find_victims

Parser = Callable[[str], Sentence]

Found = list[tuple[str, int, int | None]]


def read(parse: Parser, text: str) -> Found:
    """The harm, the least and the most of each count of the first sentence."""
    found = find_victims(parse(text), find_quantities(text, articles=True), load_harm())
    return [(str(v.count.harm), v.count.min, v.count.max) for v in found]
