"""Golden notes → scores of the reader by genre, for the open notes and for those kept aside.

    python benchmarks/golden.py [--genre G] [--part open|aside|both] [--misses N]
    python benchmarks/golden.py --update-floors [--allow-lower]

A note is kept aside when the number in its identifier is divisible by three; its words are never
printed. Claims are matched by their spans (intersection over union of at least one half).
"""

import argparse
import hashlib
import json
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from onrecord.claims import make_reader
from onrecord.documents import read_document
from onrecord.model.failure import Failed, Unreadable
from onrecord.pipeline.reading import read_alone
from onrecord.pipeline.real_rooms import real_rooms
from onrecord.publications.records import claim_record, incident_record

GOLDEN = Path(__file__).parents[1] / "tests" / "golden"
NOTES, FLOORS = GOLDEN / "english", GOLDEN / "floors.toml"
TOLERANCE = 0.005
LEAST_OVERLAP = 0.5
PARTS = ("open", "aside")
CEILING = "invented"
THINGS = ("weapons", "objects")
F1 = ("claims", "typed", "counts", "classed", "parties", "arguments", "weapons", "objects")
SHARES = {
    **dict.fromkeys(("originator", "polarity", "hedge", "unit"), "claims"),
    "when": "when_gold",
    **dict.fromkeys(("killed_exact", "killed_overlap"), "killed_gold"),
    "injured_exact": "injured_gold",
}
OF_CLAIMS, ALL = {name for name, of in SHARES.items() if of in ("claims", "when_gold")}, "all"
Record = Mapping[str, Any]
Tally = Counter[str]
Key = tuple[str, str]
Misses = list[tuple[str, str]]


@dataclass(slots=True)
class Scored:
    """The tallies of each genre and part, and the misses of the open part by kind."""

    tallies: dict[Key, Tally] = field(default_factory=lambda: defaultdict(Counter))
    misses: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


@dataclass(frozen=True, slots=True)
class Compared:
    """What was read in one note beside what is annotated, both as flat records with spans."""

    note: Record
    found: Sequence[Record]
    gold: Sequence[Record]
    incident: Record | None


def main() -> int:
    """Score the notes and print a table, or move the floors."""
    options = _options()
    if options.update_floors and (options.genre or options.part != "both"):
        print("--update-floors needs all notes: leave out --genre and --part", file=sys.stderr)
        return 2
    scored = score_notes(load_notes(options.genre, options.part))
    print(render(scored, PARTS if options.part == "both" else (options.part,)))
    if options.misses:
        for kind, words in sorted(scored.misses.items(), key=lambda item: (-len(item[1]), item[0])):
            print("\n".join([f"\n{kind}: {len(words)}", *words[: options.misses]]))
    return update_floors(scored, lower=options.allow_lower) if options.update_floors else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--genre")
    parser.add_argument("--part", choices=[*PARTS, "both"], default="both")
    parser.add_argument("--misses", type=int, default=0, help="N misses of each kind, open part")
    parser.add_argument("--update-floors", action="store_true")
    parser.add_argument("--allow-lower", action="store_true")
    return parser.parse_args()


def part_of(note: Record) -> str:
    """Open to developers, or kept aside."""
    return "open" if int(str(note["id"]).rsplit("-", 1)[1]) % 3 else "aside"


def load_notes(genre: str | None = None, part: str = "both") -> list[Record]:
    """The notes of a genre (all, if none is named) and part, in the order of their files."""
    files = sorted(NOTES.glob(f"{genre or '*'}.jsonl"))
    lines = (line for file in files for line in file.read_text(encoding="utf-8").splitlines())
    notes: list[Record] = [json.loads(line) for line in lines if line.strip()]
    return [note for note in notes if part in ("both", part_of(note))]


def score_notes(notes: Sequence[Record]) -> Scored:
    """The scores of the notes, each read by the real reader alone."""
    scored = Scored()
    for compared in read_notes(notes):
        tally, misses = compare(compared)
        part = part_of(compared.note)
        for genre in (compared.note["genre"], ALL):
            scored.tallies[genre, part].update(tally)
        if part == "open":
            for kind, words in misses:
                scored.misses[kind].append(f"  {compared.note['id']}: {words}")
    return scored


def read_notes(notes: Sequence[Record]) -> Iterator[Compared]:
    """Each note with what the reader finds in it."""
    rooms, reader = real_rooms(), make_reader([NOTES / "PLACES.csv"])
    for note in notes:
        kept = {key: note[key] for key in ("id", "title", "text", "publisher") if note[key]}
        line = json.dumps({**kept, "published_date": note["published"]}).encode()
        captured = rooms.capture_line(line, shown=note["id"])
        if isinstance(captured, Failed):
            raise Unreadable(captured.kind, captured.reason, captured.remedy)
        document = read_document(captured)
        reading = read_alone(document, reader=reader, rooms=rooms)
        if reading.failed:
            raise ValueError(f"{note['id']}: {reading.failed}")
        yield Compared(
            note,
            [_found_claim(claim_record(claim)) for claim in reading.claims],
            [place_claim(claim, note) for claim in note["claims"]],
            incident_record(reading.incidents[0]) if reading.incidents else None,
        )


def _found_claim(record: Record) -> Record:
    spread = {"in": record["in"], "unit": record["unit"]}
    return {**record, "numbers": [{**count, **spread} for count in record["counts"]]}


def place_claim(claim: Record, note: Record) -> Record:
    """An annotated claim with the offsets of its quote and counts."""
    inside = claim.get("in", "text")
    words, start = str(note[inside]), -1
    for _ in range(claim.get("nth") or 1):
        start = words.index(claim["quote"], start + 1)
    end = start + len(claim["quote"])
    counts: list[Record] = []
    for count in claim["counts"]:
        at = words.find(count["text"], start, end)
        at = words.find(count["text"]) if at < 0 else at
        stop = at + len(count["text"])
        if at >= 0:
            counts.append({**count, "start": at, "end": stop, "in": inside, "unit": claim["unit"]})
    return {**claim, "in": inside, "start": start, "end": end, "numbers": counts}


def overlap(one: Record, other: Record) -> float:
    """Intersection over union of two spans of the same text; 0 of different ones."""
    if one["in"] != other["in"] or None in (one["start"], other["start"]):
        return 0.0
    shared = min(one["end"], other["end"]) - max(one["start"], other["start"])
    whole = max(one["end"], other["end"]) - min(one["start"], other["start"])
    return float(max(0, shared) / max(1, whole))


def match(
    found: Sequence[Record],
    gold: Sequence[Record],
    *,
    least: float,
    agree: Callable[[Record, Record], bool] = lambda one, other: True,
) -> list[tuple[int, int]]:
    """Indices matched one to one, those that overlap best first."""
    candidates = sorted(
        (-overlap(one, other), i, j)
        for i, one in enumerate(found)
        for j, other in enumerate(gold)
        if agree(one, other) and overlap(one, other) >= least
    )
    left, right, pairs = set[int](), set[int](), list[tuple[int, int]]()
    for _, i, j in candidates:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((i, j))
    return pairs


def compare(compared: Compared) -> tuple[Tally, Misses]:
    """The tally of one note, and its misses as kind and words."""
    tally, misses = Counter[str](), Misses()
    found, gold = compared.found, compared.gold
    pairs = match(found, gold, least=LEAST_OVERLAP)
    tally["claims"] = len(pairs)
    missed = set(range(len(gold))) - {j for _, j in pairs}
    misses += [("missed claim", f"[{gold[j]['type']}] {gold[j]['quote']}") for j in sorted(missed)]
    for i, j in pairs:
        _compare_claims(found[i], gold[j], compared.note, tally, misses)
    for records, side in ((found, "found"), (gold, "gold")):
        tally.update({f"{name}_{side}": len(records) for name in ("claims", "typed")})
        tally[f"parties_{side}"] += sum(len(record["parties"]) for record in records)
        tally[f"arguments_{side}"] += sum(len(_arguments(record)) for record in records)
        tally.update({f"{k}_{side}": sum(len(_codes(r, k)) for r in records) for k in THINGS})
    _compare_counts(found, gold, tally, misses)
    _compare_incident(compared, tally, misses)
    return tally, misses


def _compare_claims(one: Record, other: Record, note: Record, tally: Tally, misses: Misses) -> None:
    read = {
        "type": (one["type"], other["type"], one["type"] in (other["type"], *other["also"])),
        "originator": _originators(one, other, note),
        "hedge": (one["hedge"]["kind"], other["hedge"], one["hedge"]["kind"] == other["hedge"]),
        **{key: (one[key], other[key], one[key] == other[key]) for key in ("polarity", "unit")},
    }
    if other["when"]:
        days, wanted = (
            [(when or {}).get(end) for end in ("from", "to")]
            for when in (one["when"], other["when"])
        )
        read["when"] = (days, wanted, days == wanted)
        tally["when_gold"] += 1
    for key, (got, wanted, agrees) in read.items():
        tally["typed" if key == "type" else key] += bool(agrees)
        if not agrees:
            misses.append((f"wrong {key}", f"{got} for {wanted}: {other['quote']}"))
    named = [(p["name"], p["role"]) for p in one["parties"]]
    for party in other["parties"]:
        hit = any(_same_name(name, party["name"]) and role == party["role"] for name, role in named)
        tally["parties"] += hit
        if not hit:
            misses.append(("missed party", f"{party['name']} {party['role']}: {other['quote']}"))
    tally.update({key: len(_codes(one, key) & _codes(other, key)) for key in THINGS})
    tally["arguments"] += len(_arguments(one) & _arguments(other))
    if lost := _arguments(other) - _arguments(one):
        misses.append(("missed argument", f"{sorted(lost)}: {other['quote']}"))


def _originators(one: Record, other: Record, note: Record) -> tuple[object, object, bool]:
    got, wanted = (one["speakers"] or [None])[-1], other["originator"]
    own = wanted is None and got in (None, note["publisher"])
    return got, wanted, own or _same_name(got, wanted)


def _same_name(one: str | None, other: str | None) -> bool:
    some, others = ("".join(filter(str.isalnum, (name or "").casefold())) for name in (one, other))
    return bool(some and others) and (some in others or others in some)


def _arguments(record: Record) -> set[str]:
    return set(record.get("arguments", (record.get("answer") or {}).get("arguments", ())))


def _codes(record: Record, key: str) -> set[str]:
    return {one if isinstance(one, str) else one[key[:-1]] for one in record[key]}


def _victims(records: Sequence[Record]) -> list[Record]:
    seen: dict[object, Record] = {}
    for count in (count for record in records for count in record["numbers"]):
        if count["harm"] and count["start"] is not None:
            key = (count["in"], count["start"], count["end"], *_number(count))
            seen.setdefault(key, count)
    return list(seen.values())


def _number(count: Record) -> tuple[object, ...]:
    return count["harm"], count["min"], count["max"]


def _compare_counts(
    found: Sequence[Record], gold: Sequence[Record], tally: Tally, misses: Misses
) -> None:
    got, wanted = _victims(found), _victims(gold)
    pairs = match(got, wanted, least=0.01, agree=lambda a, b: _number(a) == _number(b))
    classes = ("sex", "age", "status")
    classed = [all(got[i][key] == wanted[j][key] for key in classes) for i, j in pairs]
    for name, hit in (("counts", len(pairs)), ("classed", sum(classed))):
        tally.update({name: hit, f"{name}_found": len(got), f"{name}_gold": len(wanted)})
    for (i, j), agrees in zip(pairs, classed, strict=True):
        if not agrees:
            shown = [[count[key] for key in classes] for count in (got[i], wanted[j])]
            misses.append(("wrong class", f"{shown[0]} for {shown[1]}: {wanted[j]['text']}"))
    for j in sorted(set(range(len(wanted))) - {j for _, j in pairs}):
        read = [_number(one) for one in got if overlap(one, wanted[j])]
        kind = "count read otherwise" if read else "missed count"
        misses.append((kind, f"{read or ''} for {_number(wanted[j])}: {wanted[j]['text']}"))
    annotated = [count for record in gold for count in record["numbers"]]
    for one in got:
        if one["unit"] == "incident" and not any(overlap(one, count) for count in annotated):
            tally[CEILING] += 1
            misses.append(("invented count", f"{_number(one)}: {one['text']}"))


def _compare_incident(compared: Compared, tally: Tally, misses: Misses) -> None:
    wanted = compared.note["incident"] or {}
    for harm in ("killed", "injured"):
        bounds, got = wanted.get(harm), (compared.incident or {}).get(harm)
        if not bounds:
            continue
        tally[f"{harm}_gold"] += 1
        exact, touching = compare_ranges(got, bounds) if got else (False, False)
        tally[f"{harm}_exact"] += exact
        tally[f"{harm}_overlap"] += touching
        if not exact:
            shown = [(r["min"], r["max"]) if r else None for r in (got, bounds)]
            misses.append((f"wrong {harm} of the incident", f"{shown[0]} for {shown[1]}"))


def compare_ranges(got: Record, wanted: Record) -> tuple[bool, bool]:
    """Whether two ranges are the same, and whether they touch; no `max` is no ceiling."""
    most = wanted["max"]
    same = got["open"] if most is None else got["max"] == most
    exact = bool(got["min"] == wanted["min"] and same)
    ceiling = float("inf") if got["open"] else got["max"]
    touching = got["min"] <= (float("inf") if most is None else most) and wanted["min"] <= ceiling
    return exact, exact or bool(touching)


def measures(tally: Tally) -> dict[str, float]:
    """Every score of a tally between 0 and 1, and how many counts were invented."""
    sides = {name: tally[f"{name}_found"] + tally[f"{name}_gold"] for name in F1}
    scores = {name: round(2 * tally[name] / both, 3) for name, both in sides.items() if both}
    shares = {name: round(tally[name] / tally[of], 3) for name, of in SHARES.items() if tally[of]}
    return {**scores, **shares, CEILING: tally[CEILING]}


def render(scored: Scored, parts: Sequence[str]) -> str:
    """A table with one row for each genre and part."""
    names = [*F1, *SHARES, CEILING]
    rows = [f"{'genre':<17}" + "".join(f"{name[:10]:>11}" for name in names)]
    for part in parts:
        for genre in sorted({genre for genre, _ in scored.tallies}):
            scores = measures(scored.tallies.get((genre, part), Counter()))
            cells = "".join(f"{scores.get(name, '-'):>11}" for name in names)
            rows.append(f"{genre + ' ' + part:<17}{cells}")
    return "\n".join(rows)


def digest_notes() -> dict[str, str]:
    """A digest of each file of notes and of the places, by its stem."""
    files = sorted([*NOTES.glob("*.jsonl"), NOTES / "PLACES.csv"])
    return {file.stem: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def load_floors() -> dict[str, Any]:
    """The floors as kept; empty when there are none yet."""
    return tomllib.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}


def sunk(scored: Scored, floors: Mapping[str, Any]) -> list[str]:
    """The scores that lie below their floor, or above it for counts invented."""
    faults = []
    for genre, parts in sorted(floors.get("floors", {}).items()):
        for part, kept in sorted(parts.items()):
            tally = scored.tallies.get((genre, part), Counter())
            now = of_floors(tally)
            for name, floor in kept.items():
                score = now.get(name, 0.0)
                worse = score - floor if name == CEILING else floor - score
                if worse > (TOLERANCE if genre == ALL else _slack(name, tally)):
                    faults.append(f"{genre} {part}: {name} is {score}, its floor {floor}")
    return faults


def of_floors(tally: Tally) -> dict[str, float]:
    """The scores as floors: not the share of the claims found that are right, but how many."""
    return {k: tally[k] if k in OF_CLAIMS else score for k, score in measures(tally).items()}


def _slack(name: str, tally: Tally) -> float:
    """What one item more or less weighs in a genre: its notes are few. All together have none."""
    size = (tally[f"{name}_found"] + tally[f"{name}_gold"]) / 3 or tally[SHARES.get(name, "")]
    return 1.0 if name in OF_CLAIMS or name == CEILING else TOLERANCE + 1 / max(1, size)


def update_floors(scored: Scored, *, lower: bool) -> int:
    """Writes the scores as floors; 1 and nothing written if one would be lowered unasked."""
    kept = load_floors()
    if not lower and (faults := sunk(scored, kept)):
        print("\n".join([*faults, "floors not moved: see --allow-lower"]), file=sys.stderr)
        return 1
    digests = [f'{name} = "{digest}"' for name, digest in digest_notes().items()]
    lines = ["# Written by `python benchmarks/golden.py --update-floors`.", "[digests]", *digests]
    for (genre, part), tally in sorted(scored.tallies.items()):
        before = {} if lower else kept.get("floors", {}).get(genre, {}).get(part, {})
        lines += ["", f"[floors.{genre}.{part}]"]
        for name, score in of_floors(tally).items():
            best = min if name == CEILING else max
            lines.append(f"{name} = {best(score, before.get(name, score))}")
    FLOORS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
