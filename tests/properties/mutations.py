"""Notes → mutated notes: the damage that copying, scraping and haste do to texts."""

import random
from collections.abc import Callable

_MARKS = (
    "\u200f",
    "\u200e",
    "\u202b",
    "\u202c",
    "\u00ad",
    "\ufeff",
    "\u200b",
    "\u200c",
    "\u200d",
    "\u2060",
)
_SPACES = ("\u00a0", "\u2009", "\u202f", "\t", "  ", "\u3000", "\r\n")
_CONTROLS = ("\x00", "\x0b", "\x1b", "\x7f", "\x85", "\u2028")
_EMOJI = (
    "\U0001f54a",
    "\u2757",
    "\U0001f1fa\U0001f1f3",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467",
)
_SCRIPTS = (
    "قُتل سبعة أشخاص",
    "семь человек погибли",
    "七人が死亡した",
    "İIıſẞ",
    "ﬁ\u0301\u0308",
    "๓ คน",
    "٣٧ و ۴۲",
)
_QUOTES = "\"“”„«»‘’'"
_ODD = (
    "1,2,3,4 killed", "-7 dead", "between 9 and 4 were killed", "99999999999999999999 people were killed",
    "0 killed", "killed killed killed", "on 31 February 2021", "at 25:61", "of of of", "((((", "…" * 40,
    "no fewer than no more than", "a dozen dozen", "“““", "said, he said, she said", "1/2/3/4/5",
)  # fmt: skip
Change = Callable[[str, random.Random], str]


def _spot(text: str, dice: random.Random) -> int:
    return dice.randrange(len(text) + 1)


def _scattered(pieces: tuple[str, ...]) -> Change:
    def change(text: str, dice: random.Random) -> str:
        for _ in range(dice.randint(1, 12)):
            at = _spot(text, dice)
            text = text[:at] + dice.choice(pieces) + text[at:]
        return text

    return change


def _odd_spaces(text: str, dice: random.Random) -> str:
    return "".join(dice.choice(_SPACES) if c == " " and dice.random() < 0.2 else c for c in text)


def _other_quotes(text: str, dice: random.Random) -> str:
    return "".join(dice.choice(_QUOTES) if c in _QUOTES else c for c in text)


def _hard_wraps(text: str, dice: random.Random) -> str:
    return "".join("\n" if c == " " and dice.random() < 0.15 else c for c in text)


def _cut(text: str, dice: random.Random) -> str:
    one, other = sorted((_spot(text, dice), _spot(text, dice)))
    return text[one:other]


def _doubled(text: str, dice: random.Random) -> str:
    lines = text.split("\n")
    at = dice.randrange(len(lines))
    return "\n".join([*lines[: at + 1], *lines[at:]])


def _shuffled(text: str, dice: random.Random) -> str:
    words = text.split(" ")
    dice.shuffle(words)
    return " ".join(words)


def _without(marks: str) -> Change:
    return lambda text, dice: "".join(c for c in text if c not in marks or dice.random() < 0.3)


def _bracketed(text: str, dice: random.Random) -> str:
    for _ in range(dice.randint(1, 8)):
        one, other = sorted((_spot(text, dice), _spot(text, dice)))
        opening, closing = dice.choice(("()", "[]", "{}", "\u201c\u201d", "))"))
        text = f"{text[:one]}{opening}{text[one:other]}{closing}{text[other:]}"
    return text


def _huge_numbers(text: str, dice: random.Random) -> str:
    return "".join(c * dice.choice((1, 3, 30)) if c.isdigit() else c for c in text)


def _letters_lost(text: str, dice: random.Random) -> str:
    return "".join(c for c in text if dice.random() > 0.03)


CHANGES: tuple[Change, ...] = (
    _scattered(_MARKS),
    _scattered(_CONTROLS),
    _scattered(_EMOJI),
    _scattered(_SCRIPTS),
    _scattered(_ODD),
    _odd_spaces,
    _other_quotes,
    _hard_wraps,
    _cut,
    _doubled,
    _shuffled,
    _without(".,;:"),
    _without(_QUOTES),
    _without(" "),
    _letters_lost,
    _bracketed,
    _huge_numbers,
    lambda text, _: text.upper(),
    lambda text, _: text.lower(),
    lambda text, _: text.title(),
    lambda text, _: text.replace("\n", " "),
)


def mutate(text: str, seed: int) -> str:
    """A note after one to four kinds of damage; the same for the same seed."""
    dice = random.Random(seed)  # noqa: S311 - no secret, but the same damage at every run
    for change in dice.choices(CHANGES, k=dice.randint(1, 4)):
        text = change(text, dice)
    return text
