"""Invented notes about invented places, and commands run in a process of their own."""

import os
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).parents[2]
TOWNS = ("Tarvel", "Ostren", "Belmar", "Kosvin", "Durresh", "Amreth")
TARGETS = ("market", "hospital", "school", "bakery")
WEAPONS = ("an air strike", "artillery shells", "a drone strike")
EXPORTS = ("claims", "incidents", "tallies", "answers")


def invented_note(number: int) -> str:
    """A note on one attack of an invented war, different for every number."""
    town, target = TOWNS[number % len(TOWNS)], TARGETS[number % len(TARGETS)]
    weapon, day = WEAPONS[number % len(WEAPONS)], 1 + number % 27
    killed, hurt = 2 + number % 9, 3 + number % 14
    return (
        f"{town}, {day} March 2021 (Invented News) - At least {killed} civilians, including "
        f"{1 + number % 2} children, were killed when {weapon} hit a {target} in {town} "
        f"on {day} March 2021, the Ostren Monitor said.\n\n"
        f"{hurt} people were injured, according to a medic. The Varnian defence ministry denied "
        f"that its aircraft had struck {town}.\n\nNote {number} of an exercise; all invented.\n"
    )


def write_invented(folder: Path, count: int) -> Path:
    """A folder of invented notes with their `documents.csv`."""
    folder.mkdir(parents=True)
    rows = ["file,publisher,published"]
    for number in range(count):
        name = f"note-{number:04}.txt"
        (folder / name).write_text(invented_note(number), encoding="utf-8")
        rows.append(f"{name},Invented News,2021-03-{2 + number % 27:02}")
    (folder / "documents.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return folder


def start_onrecord(*arguments: str | Path) -> subprocess.Popen[bytes]:
    """A command begun in a process of its own, its words thrown away."""
    return subprocess.Popen(  # noqa: S603 - our own interpreter
        [sys.executable, "-m", "onrecord", *map(str, arguments)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
        env=plain_environment(),
        cwd=PROJECT,
    )


def plain_environment() -> dict[str, str]:
    """The environment without our own settings in it."""
    return {name: value for name, value in os.environ.items() if not name.startswith("ONRECORD_")}
