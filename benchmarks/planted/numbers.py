"""A true number → how one voice says it: exact, a floor, a range, or a vague word."""

from random import Random

from benchmarks.planted.drafts import Figure

from onrecord.model.vocabulary import Basis

_WORDS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
)  # fmt: skip
_VAGUE = ((20, 12, "dozens of"), (3, 2, "several"))
_FLOOR_WORDS = ("at least", "no fewer than")


def say_number(number: int, rng: Random, *, first: bool) -> tuple[str, Figure]:
    """The words of a number and what they bound; only a first word on it is "more than".

    A later "more than two" after "three" would leave open which of them the voice stands by.
    """
    share = rng.random()
    said = spell(number, rng)
    if share < 0.33:
        return f"{rng.choice(_FLOOR_WORDS)} {said}", Figure(number, None, Basis.AT_LEAST, number)
    if share < 0.37 and number > 1 and first:
        low = number - 1
        return f"more than {spell(low, rng)}", Figure(number, None, Basis.MORE_THAN, None)
    if share < 0.41 and number > 2:
        top = number + rng.randint(1, 1 + number // 8)
        words = f"between {spell(number, rng)} and {spell(top, rng)}"
        return words, Figure(number, top, Basis.RANGE, None)
    return said, Figure(number, number, Basis.EXACT, number)


def say_exactly(number: int, rng: Random) -> tuple[str, Figure]:
    """The words of a number that stands for itself."""
    return spell(number, rng), Figure(number, number, Basis.EXACT, number)


def say_vaguely(number: int) -> tuple[str, Figure] | None:
    """A vague word that a number allows, `None` if it is too small for one."""
    for least, low, words in _VAGUE:
        if number >= least:
            return words, Figure(low, None, Basis.VAGUE, None)
    return None


def spell(number: int, rng: Random) -> str:
    """A small number in words more often than not, others in digits."""
    if number < len(_WORDS) and rng.random() < 0.7:
        return _WORDS[number]
    return str(number)
