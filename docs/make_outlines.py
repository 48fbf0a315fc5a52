"""Natural Earth's countries (TopoJSON) → the outlines that the workbench draws maps on.

Natural Earth is in the public domain. Run it where the npm package `world-atlas` is unpacked:
`python docs/make_outlines.py package/countries-50m.json`. Coordinates become hundredths of a degree.
"""

import json
import sys
from itertools import pairwise
from pathlib import Path

OUTLINES = Path(__file__).parents[1] / "src" / "onrecord" / "web" / "drawing" / "outlines.json"
FEWEST_POINTS = 4


def decode_arcs(topology: dict) -> list[list[tuple[int, int]]]:
    """Every arc as points in hundredths of a degree, without repeats."""
    (scale_x, scale_y), (move_x, move_y) = (
        topology["transform"]["scale"],
        topology["transform"]["translate"],
    )
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            points.append(
                (round((x * scale_x + move_x) * 100), round((y * scale_y + move_y) * 100))
            )
        arcs.append([points[0], *(b for a, b in pairwise(points) if a != b)])
    return arcs


def join_ring(indices: list[int], arcs: list[list[tuple[int, int]]]) -> list[int]:
    """One closed ring as a flat list of numbers: its first point, then steps from point to point."""
    ring: list[tuple[int, int]] = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring += arc[1:] if ring else arc
    steps = [ring[0], *((b[0] - a[0], b[1] - a[1]) for a, b in pairwise(ring))]
    return [number for step in steps for number in step]


def main() -> None:
    """Writes the outlines, the largest ring first."""
    topology = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    arcs = decode_arcs(topology)
    rings = []
    for country in topology["objects"]["countries"]["geometries"]:
        polygons = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        rings += [join_ring(ring, arcs) for polygon in polygons for ring in polygon[:1]]
    kept = sorted(
        (ring for ring in rings if len(ring) >= 2 * FEWEST_POINTS), key=lambda r: (-len(r), r)
    )
    OUTLINES.write_text(json.dumps(kept, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
