"""One served copy of the demonstration case for all tests of a file that change nothing in it."""

from collections.abc import Iterator

import pytest
from tests.behaviour.served_case import Visitor, serve_copy


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    """A visitor who came in by the private address."""
    with serve_copy(tmp_path_factory.mktemp("shown")) as visitor:
        visitor.enter()
        yield visitor
