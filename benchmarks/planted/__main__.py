"""How well planted attacks, copies, answers and numbers come out of the rooms again.

    python -m benchmarks.planted [--claims 20000] [--seed 1] [--hard] [--splink] [--case FOLDER]

One JSON line on standard output, a table on standard error. `--splink` runs Splink's own clustering
beside ours on the same claims. `--case FOLDER` writes the corpus into a case instead, as if it had been
read, and scores nothing.
"""

import argparse
import json
import resource
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks.planted.keeping import put_into_case
from benchmarks.planted.planting import plant, plant_parts
from benchmarks.planted.scoring import run_rooms, score_answers, score_copies, score_linking
from benchmarks.planted.sums import count_planted, score_ranges

_AIMS = (
    ("linking, B-cubed f1", ("linking", "b_cubed", "f1"), 0.95),
    ("linking, pairwise f1", ("linking", "pairwise", "f1"), None),
    ("copies found", ("copies", "found"), 0.98),
    ("copies found at 30 % rewriting", ("copies", "found_by_share_rewritten", "30%"), 0.98),
    ("answers right", ("answers", "right"), 0.95),
    ("answers right, given the groups", ("answers", "right_given_groups"), 0.95),
    ("ranges right, given the groups", ("ranges", "right"), 1.0),
    ("sums right, given the groups", ("ranges", "sums_given_groups", "right"), 1.0),
)


def main() -> int:
    """Plants, then scores or keeps."""
    options = _options()
    if options.case:
        parts = plant_parts(options.claims, seed=options.seed, hard=options.hard)
        print(f"{put_into_case(parts, Path(options.case)):,} claims", file=sys.stderr)
        return 0
    planted = plant(options.claims, seed=options.seed, hard=options.hard)
    run = run_rooms(planted)
    numbered = count_planted(run)
    given = {number: incident.support for number, incident in numbered.items()}
    report: dict[str, Any] = {
        "set": "planted, hard" if options.hard else "planted",
        "claims": len(planted.claims),
        "documents": len(planted.documents),
        "seed": options.seed,
        "seconds": dict(run.seconds),
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "linking": score_linking(run),
        "copies": score_copies(run),
        "answers": score_answers(run, given),
        "ranges": score_ranges(run, numbered),
    }
    if options.splink:
        from benchmarks.planted.beside import score_splink

        report["splink"] = score_splink(planted)
    print(json.dumps(report))
    _print_table(report)
    return 0


def _print_table(report: Mapping[str, Any]) -> None:
    print(f"{report['set']}, {report['claims']:,} claims, {report['seconds']}", file=sys.stderr)
    for name, path, aim in _AIMS:
        found: Any = report
        for key in path:
            found = found[key]
        reached = "" if aim is None else "reached" if found >= aim else f"below {aim}"
        print(f"{name:<34}{found:>8.4f}  {reached}".rstrip(), file=sys.stderr)
    if "splink" in report:
        _print_splink(report)


def _print_splink(report: Mapping[str, Any]) -> None:
    """Pairwise f1 and seconds of linking, ours and Splink's at its best threshold."""
    theirs = report["splink"]
    rows = (
        ("ours", report["linking"]["pairwise"], report["seconds"]["link"]),
        ("Splink", theirs["pairwise"], theirs["seconds"]["all"]),
    )
    print(
        f"claims brought together, pairwise; Splink on {theirs['accounts']:,} records at its best "
        f"threshold ({theirs['threshold_bits']} bits)",
        file=sys.stderr,
    )
    for name, pairs, seconds in rows:
        words = ", ".join(f"{key} {value:.3f}" for key, value in pairs.items())
        print(f"  {name:<8}{words}, {seconds} s", file=sys.stderr)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--claims", type=int, default=20_000, help="at least so many")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--hard", action="store_true", help="vaguer, more mistaken reports")
    parser.add_argument("--splink", action="store_true", help="run Splink beside ours")
    parser.add_argument("--case", help="put the corpus into this new case folder")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
