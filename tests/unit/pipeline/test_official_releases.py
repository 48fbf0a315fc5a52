"""What a command's releases say of the operation that they are about."""

import pytest
from tests.unit.pipeline.conftest import ReadHarm


@pytest.mark.parametrize(
    ("release", "killed"),
    [
        (
            "The security force killed seven rebel fighters and captured more than 30 suspected"
            " rebels during the operation in Orlan district on Monday.",
            7,
        ),
        (
            "Coalition forces killed two commanders responsible for numerous attacks in Orlan"
            " district yesterday.",
            2,
        ),
        (
            "Several rebels were killed in separate sweeps and searches across the"
            " south over the past 24 hours. In Orlan district, a patrol came under fire yesterday"
            " and shot back, killing one rebel.",
            1,
        ),
    ],
)
def test_an_operation_has_its_own_toll(count_harmed: ReadHarm, release: str, killed: int) -> None:
    assert count_harmed(release) == killed


def test_a_toll_of_several_operations_is_no_toll_of_one(count_harmed: ReadHarm) -> None:
    release = (
        "Security forces detained a smuggler in Orlan district yesterday. Such patrols have killed"
        " two and caught more than 30 people in six operations there since Dec. 1."
    )

    assert not count_harmed(release)
