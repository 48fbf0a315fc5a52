"""Lock files → exit code 1 where a pin is missing, without a hash, or of a planted version."""

import re
import sys
from pathlib import Path

PINNED = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)")
# A public package that shadows somebody's private one gets a version above all others.
PLANTED = re.compile(r"^9{3,}(\.|$)")


def find_faults(text: str) -> list[str]:
    """Every requirement that is not one sane version with at least one hash."""
    faults = []
    for block in re.split(r"\n(?=[A-Za-z0-9])", text):
        first = block.splitlines()[0] if block.strip() else ""
        if not first or first.startswith(("#", " ")):
            continue
        found = PINNED.match(first)
        if found is None:
            faults.append(f"not pinned: {first}")
        elif PLANTED.match(found["version"]):
            faults.append(f"planted version: {found[0]}")
        elif "--hash=sha256:" not in block:
            faults.append(f"no hash: {found[0]}")
    return faults


def main() -> int:
    """1 if any file has a fault, else 0."""
    faults = [
        f"{name}: {fault}" for name in sys.argv[1:] for fault in find_faults(Path(name).read_text())
    ]
    sys.stderr.writelines(f"{fault}\n" for fault in faults)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
