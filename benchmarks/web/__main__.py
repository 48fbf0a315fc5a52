"""How quickly the workbench answers on a large case: 4 clients, a mixed load.

    python -m benchmarks.web [--claims 1000000] [--incidents 200000] [--case FOLDER] [--requests 250]

Makes the case (see `tiling`), serves it as a user would, looks around, opens the first page of every
list, then sends the mixed load. Beside it stands a static file of the same server in the same run:
what the server itself takes. One JSON line on standard output, a table on standard error.
`--case FOLDER` keeps the case; one that is there already is only served.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.web.load import Answered, Client, group, load, look_around
from benchmarks.web.tiling import make_large_case

_MOST_S, _FIRST_PAGE_S = 0.150, 0.300
_CLIENTS = 4
_FIRST = ("", "incidents", "d", "review", "t", "search?q=school", "log")


def main() -> int:
    """Makes, serves, loads, and shows."""
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        case = Path(options.case or folder) / "large"
        if not case.exists():
            case.parent.mkdir(parents=True, exist_ok=True)
            began = time.perf_counter()
            made = make_large_case(case, claims=options.claims, incidents=options.incidents)
            print(f"made in {time.perf_counter() - began:.0f} s: {made}", file=sys.stderr)
        began = time.perf_counter()
        with _serving(case) as (address, key):
            ready = time.perf_counter() - began
            client = Client(address, key)
            base = f"/c/{case.name}"
            first = [client.get(path or "overview", f"{base}/{path}")[0] for path in _FIRST]
            static = [client.get("static file", "/static/tokens.css")[0] for _ in range(50)]
            known = look_around(client, base, seed=options.seed)
            number, seed = options.requests, options.seed
            enter = partial(Client, address, key)
            found = load(enter, known, clients=_CLIENTS, requests=number, seed=seed)
    _show(found, first, static, ready)
    return 0


@contextmanager
def _serving(case: Path) -> Iterator[tuple[str, str]]:
    """A workbench in a process of its own: its address and the path that lets in."""
    words = [sys.executable, "-m", "onrecord", "serve", str(case), "--port", "0"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as it:
        assert it.stdout is not None  # noqa: S101 - it was asked for
        told = ""
        try:
            for line in it.stdout:
                told += line
                if found := re.search(r"http://(127\.0\.0\.1:\d+)(/open/\S+)", line):
                    yield found[1], found[2]
                    return
            sys.exit(f"the workbench did not start:\n{told}")
        finally:
            it.terminate()


def _show(
    found: Sequence[Answered], first: Sequence[Answered], static: Sequence[Answered], ready: float
) -> None:
    seconds = sorted(one.seconds for one in found)
    most = _quantile(seconds, 0.95)
    failed = sum(one.status >= 400 for one in found)
    report = {
        "set": "workbench",
        "requests": len(found),
        "clients": _CLIENTS,
        "failed": failed,
        "ready_s": round(ready, 1),
        "p50_ms": _ms(_quantile(seconds, 0.5)),
        "p95_ms": _ms(most),
        "static_p95_ms": _ms(_quantile(sorted(one.seconds for one in static), 0.95)),
        "first_pages_ms": {one.kind: _ms(one.seconds) for one in first},
        "kinds_p95_ms": {kind: _ms(_quantile(each, 0.95)) for kind, each in group(found)},
    }
    print(json.dumps(report))
    tell = "{:24} {:>7} {:>9} {:>9}".format
    print(tell("", "number", "p50 ms", "p95 ms"), file=sys.stderr)
    for kind, each in group(found):
        row = (kind, len(each), _ms(_quantile(each, 0.5)), _ms(_quantile(each, 0.95)))
        print(tell(*row), file=sys.stderr)
    row = ("all", len(seconds), report["p50_ms"], report["p95_ms"])
    print(tell(*row), f"limit {_ms(_MOST_S)}", file=sys.stderr)
    for one in first:
        late = "" if one.seconds <= _FIRST_PAGE_S else f"  over {_ms(_FIRST_PAGE_S)}"
        print(f"first page of {one.kind:20} {_ms(one.seconds):>7} ms{late}", file=sys.stderr)
    print(f"a static file {report['static_p95_ms']} ms; {failed} failed", file=sys.stderr)


def _quantile(ordered: Sequence[float], share: float) -> float:
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)] if ordered else 0.0


def _ms(seconds: float) -> int:
    return round(seconds * 1000)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--incidents", type=int, default=200_000)
    parser.add_argument("--requests", type=int, default=250, help="of each client")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--case")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
