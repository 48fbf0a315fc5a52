"""Damaged texts → what reading them breaks: nothing may be raised, no law may be broken.

    python -m benchmarks.fuzzing [--texts 10000] [--seed 0]

Each text is a note of the golden corpus after one to four kinds of damage (`tests/properties/mutations.py`),
with a seed of its own, `--seed` being the first. One line for each breach, and one JSON line at the end.
Ends with 1 if there was a breach. A run may be cut in parts: `--texts 2500 --seed 2500` is the second quarter.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterator

from tests.properties.mutations import mutate
from tests.properties.test_mutated_notes import NOTES, TEXTS, document_of, lawless

from onrecord.claims import Reader, make_reader

# Longer for a note than any takes: a rule that runs away shows before it hangs.
_SLOW_S = 5.0


def main() -> int:
    """Read the damaged texts, and tell what broke."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--texts", type=int, default=10_000, help="how many texts")
    parser.add_argument("--seed", type=int, default=0, help="the seed of the first text")
    options = parser.parse_args()
    reader = make_reader([NOTES / "PLACES.csv"])
    reader.read(document_of("Seven people were killed."))
    started, broken = time.process_time(), 0
    for seed in range(options.seed, options.seed + options.texts):
        for breach in _breaches(reader, seed):
            broken += 1
            print(f"seed {seed}: {breach}", flush=True)
    seconds = round(time.process_time() - started, 1)
    report = {"mutated_texts": options.texts, "breaches": broken, "seconds": seconds}
    print(json.dumps({"first_seed": options.seed, **report}))
    return 1 if broken else 0


def _breaches(reader: Reader, seed: int) -> Iterator[str]:
    text = f"{mutate(TEXTS[seed % len(TEXTS)], seed)}\nEnd."
    started = time.process_time()
    try:
        document = document_of(text, text[:60] if seed % 5 == 0 else None)
        yield from lawless(document, reader.read(document))
    except Exception as error:  # noqa: BLE001 - whatever a text raises is what we look for
        yield f"raised {type(error).__name__}: {error}"
    if (seconds := time.process_time() - started) > _SLOW_S:
        yield f"took {seconds:.1f} s"


if __name__ == "__main__":
    sys.exit(main())
