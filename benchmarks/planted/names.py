"""Invented names: towns, people, papers and organisations of a country that does not exist."""

from random import Random

_ONSETS = (
    "b",
    "br",
    "d",
    "dr",
    "f",
    "g",
    "gr",
    "h",
    "k",
    "kh",
    "kr",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "sh",
    "st",
    "t",
    "tr",
    "v",
    "y",
    "z",
)
_VOWELS = ("a", "a", "a", "e", "e", "i", "i", "o", "o", "u", "ae", "ei", "ou")
_CODAS = ("l", "m", "n", "r", "s", "t", "k", "sh", "rn", "nd", "lk", "st", "v", "d")
_SPELLINGS = (
    ("sh", "ch"), ("kh", "h"), ("ou", "u"), ("ei", "ey"), ("ae", "a"), ("i", "ee"), ("u", "oo"),
    ("k", "q"), ("o", "u"), ("e", "i"), ("y", "i"), ("s", "ss"), ("t", "tt"), ("l", "ll"),
    ("m", "mm"), ("a", "aa"), ("z", "dh"), ("g", "gh"),
)  # fmt: skip
_PAPER_KINDS = (
    "Post", "Herald", "Courier", "Gazette", "Tribune", "Mirror", "Daily", "Star", "Radio", "Online",
)  # fmt: skip
_PEOPLE_KINDS = (
    "a shopkeeper",
    "a teacher",
    "a nurse",
    "a farmer",
    "a driver",
    "a surgeon",
    "a mechanic",
    "a retired judge",
    "a mother of four",
    "a pharmacist",
    "a student",
    "a tailor",
)


def invent_name(rng: Random, syllables: int = 2) -> str:
    """A capitalised name of so many syllables."""
    parts = [rng.choice(_ONSETS) + rng.choice(_VOWELS) for _ in range(syllables)]
    return ("".join(parts) + rng.choice(_CODAS)).capitalize()


def respell(name: str, rng: Random) -> str:
    """Another spelling of a name, as a second transliteration would give it."""
    plain = name.casefold()
    fitting = [pair for pair in _SPELLINGS if pair[0] in plain[1:]]
    if not fitting:
        return f"{name}a"
    old, new = rng.choice(fitting)
    at = plain.index(old, 1)
    return (plain[:at] + new + plain[at + len(old) :]).capitalize()


def invent_person(rng: Random) -> str:
    """A first and a family name."""
    return f"{invent_name(rng, 1)} {invent_name(rng, 2)}"


def invent_papers(rng: Random, many: int) -> list[str]:
    """So many papers and stations, no two of one name."""
    found: dict[str, None] = {}
    while len(found) < many:
        found[f"{invent_name(rng)} {rng.choice(_PAPER_KINDS)}"] = None
    return list(found)


def describe_person(rng: Random) -> str:
    """What somebody is: "a nurse"."""
    return rng.choice(_PEOPLE_KINDS)
