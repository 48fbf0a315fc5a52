"""Which words of a clause stand under a negation."""

from collections.abc import Callable

import pytest

from onrecord.claims.negation import find_negated
from onrecord.claims.syntax import Sentence

Parse = Callable[[str], Sentence]


def _negated(parse: Parse, text: str) -> set[str]:
    tokens = parse(text).tokens
    found = find_negated(tokens)
    return {token.lower for token in tokens if token.i in found}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Our gunners did not shell the mill.", "shell"),
        ("No ferry was hit that night.", "hit"),
        ("Nobody in the mill was hurt.", "hurt"),
        ("The mill was struck without warning.", "warning"),
        ("The bureau failed to name a witness.", "name"),
        ("The council has yet to show a document.", "show"),
        ("There was not a single soldier in the orchard.", "soldier"),
        ("We rule out that a shepherd was hit.", "hit"),
    ],
)
def test_what_is_denied_is_negated(parse: Parse, text: str, word: str) -> None:
    assert word in _negated(parse, text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("No fewer than nine ferrymen were hurt.", "hurt"),
        ("Seven shepherds were hurt, not six as first announced.", "hurt"),
        ("On Monday our gunners did not shell the mill.", "gunners"),
    ],
)
def test_what_stands_beside_a_negation_is_not_negated(parse: Parse, text: str, word: str) -> None:
    assert word not in _negated(parse, text)
