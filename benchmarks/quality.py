"""How well the reader reads: scores on coded data made by others, floors and aims beside.

    python benchmarks/quality.py [--shared ../shared] [--sets isaf,ucdp_headlines] [--limit 300] [--jobs 2]

Reads the evaluation data where it lies, writes nothing into the project, and skips a set that is
not there, aloud. One JSON line a set on standard output; a table on standard error.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

# So many letters tell provinces apart, however they are spelled.
_STEM = 5
SETS = {
    "airwars_gaza": "counts",
    "isaf": "counts",
    "ucdp_headlines": "counts",
    "gva": "counts",
    "civcas_statements": "statements",
}
# Which incident of an imported table a statement answers: statements, table, recorder, accused.
ANSWERED = {
    "civcas_answers": ("civcas_statements", "civcas_incidents", "Airwars", "US-led Coalition"),
}

# Which documents tell of one incident: the documents, read and linked as one case.
LINKED = {"gva_clusters": "gva"}


@dataclass(frozen=True, slots=True)
class Goal:
    """One measure of a set: where it stands in the report, the floor of a plain rule, our aim.

    `least`: the less, the better, and the aim is to stay under it.
    """

    name: str
    path: tuple[str, ...]
    floor: float | None
    aim: float
    least: bool = False


# Floors are those of a plain regular expression or the obvious rule, as the evaluation data gives them.
GOALS = {
    "gold": (
        Goal("claims by span", ("claims_found_by_span", "f1"), None, 0.85),
        Goal("claims of right type", ("claims_of_right_type", "f1"), None, 0.80),
        Goal("victim counts", ("victim_counts (harm, min, max)", "f1"), None, 0.95),
        Goal("arguments", ("denial_arguments", "f1"), None, 0.80),
    ),
    "airwars_gaza": (
        Goal("killed overlap", ("killed", "overlap"), 0.62, 0.85),
        Goal("injured overlap", ("injured", "overlap"), 0.45, 0.75),
        Goal("children killed", ("children killed", "exact"), 0.67, 0.88),
        Goal("women killed", ("women killed", "exact"), 0.67, 0.88),
    ),
    "isaf": (Goal("killed exact", ("killed", "exact"), 0.81, 0.95),),
    "ucdp_headlines": (Goal("killed in range", ("killed", "in_range"), 0.73, 0.85),),
    "gva": (
        Goal("killed exact", ("killed", "exact"), 0.67, 0.88),
        Goal("injured exact", ("injured", "exact"), None, 0.80),
    ),
    "civcas_statements": (Goal("deny or concede, macro f1", ("macro f1",), 0.96, 0.98),),
    "civcas_answers": (
        Goal("right incident", ("right",), 0.65, 0.85),
        Goal("wrong incident", ("wrong",), None, 0.05, least=True),
    ),
    "gva_clusters": (
        Goal("same incident, B-cubed f1", ("b3", "f1"), 0.888, 0.94),
        Goal("same incident, pairwise f1", ("pairwise", "f1"), 0.665, 0.85),
        Goal("killed error", ("killed", "error"), 6.5, 0.05, least=True),
    ),
}


def main() -> int:
    """Score the gold readings and each coded set that is there."""
    options = _options()
    shared = Path(options.shared)
    if not shared.is_dir():
        print(f"skipped: no evaluation data at {shared}", file=sys.stderr)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        rows = [("set", "measure", "floor", "ours", "aim", "")]
        for name, report in _reports(shared, Path(folder), options):
            print(json.dumps({"set": name, **report}), flush=True)
            rows += [_row(name, goal, report) for goal in GOALS[name]]
    _print_table(rows)
    return 0


def _row(name: str, goal: Goal, report: object) -> tuple[str, ...]:
    for key in goal.path:
        report = report.get(key) if isinstance(report, dict) else None
    ours = float(report) if isinstance(report, (int, float)) else None
    floor = f"{goal.floor:.2f}" if goal.floor is not None else "none"
    reached = ours is not None and (ours < goal.aim if goal.least else ours >= goal.aim)
    shown = f"{ours:.3f}" if ours is not None else "not scored"
    return name, goal.name, floor, shown, f"{goal.aim:.2f}", "reached" if reached else "below aim"


def _print_table(rows: Sequence[tuple[str, ...]]) -> None:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        print("  ".join(cells).rstrip(), file=sys.stderr)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    default = Path(__file__).parents[1].parent / "shared"
    parser.add_argument("--shared", default=str(default), help="folder with gold/ and bench/")
    parser.add_argument(
        "--sets", default=",".join(["gold", *SETS, *ANSWERED, *LINKED]), help="which, by comma"
    )
    parser.add_argument("--limit", type=int, default=0, help="only the first N documents of a set")
    parser.add_argument("--jobs", type=int, default=2, help="reading processes")
    parser.add_argument("--keep", help="keep the readings and linked cases in this folder")
    return parser.parse_args()


def _reports(
    shared: Path, folder: Path, options: argparse.Namespace
) -> Iterator[tuple[str, dict[str, object]]]:
    for name in options.sets.split(","):
        if name == "gold":
            yield name, _score_gold(shared, folder)
        elif name in SETS:
            yield name, _score_set(shared, name, folder, options)
        elif name in ANSWERED:
            yield name, _score_answers(shared, folder, *ANSWERED[name])
        elif name in LINKED:
            yield name, _score_linked(shared, LINKED[name], folder, options)


def _score_gold(shared: Path, folder: Path) -> dict[str, object]:
    case, found = folder / "gold.case", folder / "gold.jsonl"
    _onrecord("run", str(case), str(shared / "founding"))
    _onrecord("export", str(case), "--what", "claims", "--format", "jsonl", "--to", str(found))
    gold = sorted(str(path) for path in (shared / "gold").glob("*.claims.jsonl"))
    return _score(shared / "bench" / "score_claims.py", str(found), *gold)


def _score_linked(
    shared: Path, name: str, folder: Path, options: argparse.Namespace
) -> dict[str, object]:
    """Reads and links a set as one case; a case kept with --keep is only brought up to date."""
    lines = (shared / "bench" / f"{name}.jsonl").read_text(encoding="utf-8").split("\n")
    lines = [line for line in lines if line][: options.limit or None]
    given, found = folder / f"{name}.jsonl", folder / f"{name}.incidents.jsonl"
    given.write_text("\n".join(lines) + "\n", encoding="utf-8")
    case = (Path(options.keep) if options.keep else folder) / f"{name}.case"
    _onrecord("run", str(case), str(given), "--jobs", str(options.jobs))
    _onrecord("export", str(case), "--what", "incidents", "--format", "jsonl", "--to", str(found))
    return _score(shared / "bench" / "score_sets.py", "clusters", str(given), str(found))


def _score_answers(
    shared: Path, folder: Path, statements: str, table: str, *named: str
) -> dict[str, object]:
    """Imports the table as claims of its recorder, runs the statements, scores whom they answer."""
    case, found = folder / f"{table}.case", folder / f"{table}.answers.jsonl"
    gold = shared / "bench" / f"{statements}.jsonl"
    recorder, accused = named
    given = ("--as", "recorder", "--recorder", recorder, "--accused", accused)
    _onrecord("import", str(case), str(shared / "bench" / f"{table}.csv"), *given)
    _onrecord("run", str(case), str(gold))
    _onrecord("export", str(case), "--what", "answers", "--format", "jsonl", "--to", str(found))
    return _score(shared / "bench" / "score_sets.py", "answers", str(gold), str(found))


def _score_set(
    shared: Path, name: str, folder: Path, options: argparse.Namespace
) -> dict[str, object]:
    lines = (shared / "bench" / f"{name}.jsonl").read_text(encoding="utf-8").split("\n")
    lines = [line for line in lines if line][: options.limit or None]
    keep = Path(options.keep) if options.keep else folder
    given, found = folder / f"{name}.jsonl", keep / f"{name}.found.jsonl"
    given.write_text("\n".join(lines) + "\n", encoding="utf-8")
    started = time.monotonic()
    with given.open("rb") as source, found.open("wb") as target:
        command = [sys.executable, "-m", "onrecord", "extract", "-", "--jobs", str(options.jobs)]
        subprocess.run(command, stdin=source, stdout=target, stderr=subprocess.DEVNULL, check=False)
    seconds = time.monotonic() - started
    report = _score(shared / "bench" / "score_sets.py", SETS[name], str(given), str(found))
    report |= _score_scenes(lines, found.read_text(encoding="utf-8").splitlines())
    return {**report, "documents_per_second": round(len(lines) / seconds, 1)}


def _score_scenes(lines: Sequence[str], found: Sequence[str]) -> dict[str, object]:
    """How often the main incident's days hold the coded day, and its province is the coded one."""
    readings = {reading["document"]: reading for reading in map(json.loads, found)}
    held: dict[str, list[bool]] = {"day held": [], "province": []}
    for document in map(json.loads, lines):
        coded = document["gold"]
        incidents = (readings.get(document["id"]) or {}).get("incidents") or [{}]
        if day := _iso_day(coded.get("date")):
            when = incidents[0].get("when")
            held["day held"].append(bool(when) and when["from"] <= day <= when["to"])
        if provinces := coded.get("admin1") or coded.get("adm1"):
            place = incidents[0].get("place") or {}
            names = [provinces] if isinstance(provinces, str) else provinces
            name = _stem(place.get("admin1") or place.get("name") or "")
            held["province"].append(bool(name) and name in map(_stem, names))
    return {key: round(sum(hits) / len(hits), 3) for key, hits in held.items() if hits}


def _iso_day(words: str | None) -> str | None:
    if not words or words[:4].isdigit():
        return words
    return datetime.strptime(words, "%B %d, %Y").replace(tzinfo=UTC).date().isoformat()


def _stem(name: str) -> str:
    """The first letters of a name, which spellings agree on."""
    return "".join(filter(str.isalpha, name.casefold()))[:_STEM]


def _score(script: Path, *arguments: str) -> dict[str, object]:
    result = subprocess.run(
        [sys.executable, str(script), *arguments], capture_output=True, text=True, check=True
    )
    report: dict[str, object] = json.loads(result.stdout)
    return report


def _onrecord(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "onrecord", *arguments], capture_output=True, check=False)


if __name__ == "__main__":
    sys.exit(main())
