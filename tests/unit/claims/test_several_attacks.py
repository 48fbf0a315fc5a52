"""Figures shared by several attacks are the toll of no single one."""

import pytest
from tests.builders import a_document

from onrecord.claims import Reader, make_reader
from onrecord.model.vocabulary import Unit


@pytest.fixture(scope="module")
def reader() -> Reader:
    return make_reader()


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Six people were killed in shootings across Vell on Friday.", Unit.MULTI_INCIDENT),
        ("Nine died in explosions throughout the valley on 4 March 2021.", Unit.MULTI_INCIDENT),
        ("Weekend shootings left four people dead in Tarvel.", Unit.MULTI_INCIDENT),
        ("Two men were killed in shootings on the north and west sides.", Unit.MULTI_INCIDENT),
        ("Six people were killed in a shooting in Vell on Friday.", Unit.INCIDENT),
    ],
)
def test_a_toll_of_several_attacks_is_of_no_single_one(
    reader: Reader, text: str, unit: Unit
) -> None:
    counted = [claim for claim in reader.read(a_document(text)) if claim.counts]

    assert {claim.unit for claim in counted} == {unit}
