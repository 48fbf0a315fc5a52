"""One parser for all tests of the reader: it takes a second to load."""

from collections.abc import Callable

import pytest

from onrecord.claims.analyzer import EnglishAnalyzer
from onrecord.claims.syntax import Sentence


@pytest.fixture(scope="session")
def analyzer() -> EnglishAnalyzer:
    return EnglishAnalyzer()


@pytest.fixture
def parse(analyzer: EnglishAnalyzer) -> Callable[[str], Sentence]:
    """The first sentence of a text."""

    def parsed(text: str) -> Sentence:
        return next(analyzer.parse([(text, 0)]))[0]

    return parsed
