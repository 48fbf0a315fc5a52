"""Promise: a date is never torn in two by the end of a sentence that is none."""

import pytest
from tests.builders import a_document

from onrecord.claims import make_reader
from onrecord.claims.reader import Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    return make_reader()


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("10.Nov. 16, 2018, in the village of Vell, two farmers were killed.", ("2018-11-16",) * 2),
        (".Dec. 26, 2018, in the village of Vell, two farmers were killed.", ("2018-12-26",) * 2),
        ("On May 17/18, 2020, two farmers were killed in Vell.", ("2020-05-17", "2020-05-18")),
    ],
)
def test_an_abbreviated_month_ends_no_sentence(
    reader: Reader, text: str, days: tuple[str, str]
) -> None:
    claims = [claim for claim in reader.read(a_document(text=text)) if claim.counts]

    assert [
        (str(claim.when.from_), str(claim.when.to)) for claim in claims if claim.when is not None
    ] == [days]
