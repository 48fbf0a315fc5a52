"""Protected words: names and places that only the store and publications may open."""


class Protected:
    """Words that no rendering shows. A plain class: a dataclass would spell them in `asdict`."""

    __slots__ = ("_words",)

    def __init__(self, words: str) -> None:
        self._words = words

    def __repr__(self) -> str:
        return "Protected(…)"

    __str__ = __repr__

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Protected) and other._words == self._words

    def __hash__(self) -> int:
        return hash(self._words)


def reveal(protected: Protected) -> str:
    """The words themselves; imports of this module are limited by contract."""
    return protected._words
