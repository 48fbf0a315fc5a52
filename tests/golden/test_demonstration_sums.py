"""Promise: no change of reading adds an attack to the demonstration, or moves a sum, unseen."""

import json

import pytest
from tests.behaviour.demo_case import demo_folder, in_folder, run_onrecord


@pytest.fixture(scope="module")
def sums() -> dict[tuple[str, str | None], tuple[int, int]]:
    """For each harm and class the least of the sum, and how many incidents give no figure."""
    with in_folder(demo_folder()):
        ran = run_onrecord("export", "demo.case", "--what", "sums", "--format", "jsonl")
    rows = [json.loads(line) for line in ran.out.split("\n") if line]
    return {(row["harm"], row["class"]): (row["min"], len(row["without"])) for row in rows}


def test_the_demonstration_has_nine_attacks() -> None:
    with in_folder(demo_folder()):
        ran = run_onrecord("export", "demo.case", "--what", "incidents", "--format", "jsonl")

    assert len([line for line in ran.out.split("\n") if line]) == 9


@pytest.mark.parametrize(
    ("harm", "class_", "least", "without"),
    [
        ("killed", None, 116, 1),
        ("killed", "civilian", 111, 1),
        ("killed", "child", 38, 6),
    ],
)
def test_the_sums_of_the_demonstration_stay(
    sums: dict[tuple[str, str | None], tuple[int, int]],
    harm: str,
    class_: str | None,
    least: int,
    without: int,
) -> None:
    assert sums[harm, class_] == (least, without)
