"""How long a large case takes: linked, weighed and tallied whole, and again with a few new documents.

    python benchmarks/scale.py [--claims 100000] [--add 100] [--seed 1] [--case FOLDER]

Plants a corpus of invented reports, enters it into a case with some documents held back, runs
`onrecord link` and `onrecord tally` as a user would, enters the rest, and runs both again. One JSON
line a measurement on standard output; a table beside the limits that we set ourselves on standard
error. Memory is the proportional share of all processes of a command, so that what forked processes
have in common counts once. `--case FOLDER` keeps the case; one that is there already is only run.
"""

import argparse
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.planted.keeping import put_into_case
from benchmarks.planted.planting import Planted, plant_parts

_LOOK_S = 0.5
_MOST_MB = 2048
_WHOLE_S, _ADDED_S = 60.0, 5.0
_PLANNED = 100_000


@dataclass(frozen=True, slots=True)
class Measured:
    """One command: seconds by the clock, seconds of all processors, and most memory in use."""

    step: str
    command: str
    seconds: float
    processor_seconds: float
    peak_mb: int


def main() -> int:
    """Plants, runs, and shows."""
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        case = Path(options.case or folder) / "case"
        held = [] if case.exists() else _enter(case, options)
        found = list(_run("whole", case))
        if held:
            put_into_case(held, case)
            found += _run("added", case)
        claims = _count_claims(case)
    for measured in found:
        print(json.dumps({"set": f"planted {claims}", **asdict(measured)}))
    _print_table(found, claims)
    return 0


def _count_claims(case: Path) -> int:
    with sqlite3.connect(f"file:{case / 'case.db'}?mode=ro", uri=True) as connection:
        return int(connection.execute("select count(*) from claims").fetchone()[0])


def _enter(case: Path, options: argparse.Namespace) -> list[Planted]:
    """Enters all but the documents held back, which are from all over the corpus."""
    held: list[Planted] = []

    def keep_back() -> Iterator[Planted]:
        for number, part in enumerate(plant_parts(options.claims, seed=options.seed)):
            if number % 3 == 0 and len(held) < options.add:
                held.append(_take_one(part))
            yield part

    case.parent.mkdir(parents=True, exist_ok=True)
    entered = put_into_case(keep_back(), case)
    print(f"{entered:,} claims entered, {len(held)} documents held back", file=sys.stderr)
    return held


def _take_one(part: Planted) -> Planted:
    """One document with its claims out of a part."""
    id = min(part.documents)
    taken = Planted(documents={id: part.documents.pop(id)})
    taken.claims = [claim for claim in part.claims if claim.document == id]
    part.claims = [claim for claim in part.claims if claim.document != id]
    return taken


def _run(step: str, case: Path) -> Iterator[Measured]:
    for command in ("link", "tally"):
        yield _measure(step, command, case)


def _measure(step: str, command: str, case: Path) -> Measured:
    began, used = time.perf_counter(), os.times()
    words = [sys.executable, "-m", "onrecord", command, str(case)]
    with subprocess.Popen(words) as process:
        peak = 0
        while process.poll() is None:
            peak = max(peak, sum(_weigh(each) for each in _list_family(process.pid)))
            time.sleep(_LOOK_S)
        if process.returncode:
            sys.exit(f"onrecord {command} ended with {process.returncode}")
    spent = os.times()
    return Measured(
        step=step,
        command=command,
        seconds=round(time.perf_counter() - began, 1),
        processor_seconds=round(
            spent.children_user + spent.children_system - used.children_user - used.children_system,
            1,
        ),
        peak_mb=peak // 1024,
    )


def _list_family(process: int) -> list[int]:
    children = Path(f"/proc/{process}/task/{process}/children")
    try:
        found = [int(child) for child in children.read_text().split()]
    except OSError:
        return [process]
    return [process, *(one for child in found for one in _list_family(child))]


def _weigh(process: int) -> int:
    """The kilobytes of a process, what it shares with others divided among them."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def _print_table(found: Sequence[Measured], claims: int) -> None:
    shown = [f"{each.step:6} {each.command:6}" for each in found]
    for name, each in zip(shown, found, strict=True):
        print(
            f"{name} {each.seconds:8.1f} s {each.processor_seconds:8.1f} s of processors"
            f" {each.peak_mb:6} MB",
            file=sys.stderr,
        )
    as_planned = abs(claims - _PLANNED) <= _PLANNED // 20
    for step, limit in (("whole", _WHOLE_S), ("added", _ADDED_S)):
        seconds = sum(each.seconds for each in found if each.step == step)
        scaled = f"limit {limit:.0f} s" if as_planned else f"limit {limit:.0f} s at 100,000"
        print(f"{step:6} {'both':6} {seconds:8.1f} s ({scaled})", file=sys.stderr)
    print(f"memory {max(each.peak_mb for each in found)} MB (limit {_MOST_MB})", file=sys.stderr)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--claims", type=int, default=_PLANNED)
    parser.add_argument("--add", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--case")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
