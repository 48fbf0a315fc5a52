"""One ground for or against one attack, in bits and in words."""

from typing import NamedTuple


class Evidence(NamedTuple):
    """One ground for or against one attack: log2 of the likelihood ratio, in plain words.

    `matter` and `level` say what was compared and how it came out: "place", "same". A tuple, as a
    large case makes millions of them.
    """

    bits: float
    because: str
    matter: str
    level: str
