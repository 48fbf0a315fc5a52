"""Promise: a document reads the same in any company: one process or two, first or last."""

import json
from pathlib import Path

from tests.behaviour.demo_case import run_onrecord

NOTES = Path(__file__).parents[1] / "golden" / "english"


def some_lines() -> list[str]:
    """Documents of several genres, in the shape that comes in."""
    lines = [
        line
        for path in sorted(NOTES.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").split("\n")[:3]
        if line
    ]
    notes = [json.loads(line) for line in lines]
    return [
        json.dumps(
            {"id": note["id"], "text": note["text"], "published_date": note.get("published")}
        )
        for note in notes
    ]


def readings(lines: list[str], jobs: int) -> list[str]:
    ran = run_onrecord("extract", "-", "--jobs", str(jobs), given="\n".join(lines))
    assert ran.code == 0
    return ran.out.splitlines()


def test_two_processes_give_the_bytes_of_one() -> None:
    lines = some_lines()

    assert readings(lines, jobs=2) == readings(lines, jobs=1)


def test_the_order_of_documents_changes_no_reading() -> None:
    lines = some_lines()
    mixed = [*lines[1::2], *lines[::-2]]

    straight = dict(zip(lines, readings(lines, jobs=1), strict=True))
    assert dict(zip(mixed, readings(mixed, jobs=1), strict=True)) == {
        line: straight[line] for line in mixed
    }
