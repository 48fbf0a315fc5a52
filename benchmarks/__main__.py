"""Quality, speed and memory on this machine, with one command: python -m benchmarks."""

import subprocess
import sys
from pathlib import Path


def main() -> int:
    """Run the benchmarks one after the other; each prints one JSON line a measurement."""
    folder = Path(__file__).parent
    for script in ("quality.py", "reading.py"):
        subprocess.run([sys.executable, str(folder / script)], check=False, cwd=folder.parent)
    return 0


if __name__ == "__main__":
    sys.exit(main())
