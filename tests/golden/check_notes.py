"""Golden notes → faults: what is malformed, miscoded or not in the words of its note.

Run as `python tests/golden/check_notes.py [FILE.jsonl …]`; without files it checks `english/`.
Exit code 1 if there is any fault.
"""

import csv
import json
import re
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from onrecord.model import vocabulary as words

NOTES = Path(__file__).parent / "english"
PLACES_HEADER = ["name", "alternate_names", "lat", "lon", "admin1", "country", "population"]
NOTE_KEYS = (
    "id",
    "genre",
    "published",
    "publisher",
    "title",
    "text",
    "claims",
    "incident",
    "traps",
)
CLAIM_KEYS = (
    "quote type also originator chain mode polarity hedge unit "
    "counts when places parties weapons objects arguments scope"
).split()
COUNT_KEYS = ("text", "harm", "of", "min", "max", "basis", "sex", "age", "status", "subset_of")
CODES_OF_CLAIM = {
    "type": words.ClaimType,
    "mode": words.Mode,
    "polarity": words.Polarity,
    "hedge": words.HedgeKind,
    "unit": words.Unit,
}
CODES_OF_CLAIM_LISTS = {
    "also": words.ClaimType,
    "weapons": words.Weapon,
    "objects": words.ObjectKind,
    "arguments": words.Argument,
}
CODES_OF_COUNT = {
    "basis": words.Basis,
    "sex": words.Sex,
    "age": words.Age,
    "status": words.Status,
}
Record = dict[str, Any]


def is_code(vocabulary: Iterable[str], value: object) -> bool:
    return value in set(vocabulary)


def is_day(value: object) -> bool:
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def missing_keys(record: Record, keys: Iterable[str]) -> Iterator[str]:
    yield from (f"has no key {key!r}" for key in keys if key not in record)


def faults_of_interval(value: Record) -> Iterator[str]:
    least, most, best = value.get("min"), value.get("max"), value.get("best")
    if not isinstance(least, int) or least < 0:
        yield f"min is no number of people: {least!r}"
        return
    if most is not None and (not isinstance(most, int) or most < least):
        yield f"max {most!r} is below min {least}"
    elif best is not None and not least <= best <= (best if most is None else most):
        yield f"best {best!r} lies outside {least}-{most}"


def faults_of_kind(count: Record) -> Iterator[str]:
    harm, of = count.get("harm"), count.get("of")
    if (harm is None) == (of is None):
        yield "needs exactly one of harm and of"
    if harm is not None and not is_code(words.Harm, harm):
        yield f"harm: no such code {harm!r}"
    if of is not None and not is_code(words.Counted, of):
        yield f"of: no such code {of!r}"
    for key, vocabulary in CODES_OF_COUNT.items():
        if not is_code(vocabulary, count.get(key)):
            yield f"{key}: no such code {count.get(key)!r}"


def faults_of_count(counts: list[Record], index: int, source: str) -> Iterator[str]:
    count = counts[index]
    yield from missing_keys(count, COUNT_KEYS)
    yield from faults_of_kind(count)
    yield from faults_of_interval(count)
    if not count.get("text") or count["text"] not in source:
        yield f"words do not occur: {count.get('text')!r}"
    whole = count.get("subset_of")
    if whole is not None and (whole == index or whole not in range(len(counts))):
        yield f"subset_of {whole!r} is no other count of the claim"


def faults_of_quote(claim: Record, source: str) -> Iterator[str]:
    quote, nth = claim.get("quote"), claim.get("nth")
    found = source.count(quote) if quote else 0
    if not found:
        yield f"quote does not occur: {quote!r}"
    elif nth is None and found > 1:
        yield f"quote occurs {found} times and has no nth: {quote!r}"
    elif nth is not None and nth not in range(1, found + 1):
        yield f"nth {nth!r} of {found}: {quote!r}"


def faults_of_codes(claim: Record) -> Iterator[str]:
    for key, vocabulary in CODES_OF_CLAIM.items():
        if not is_code(vocabulary, claim.get(key)):
            yield f"{key}: no such code {claim.get(key)!r}"
    for key, vocabulary in CODES_OF_CLAIM_LISTS.items():
        values = claim.get(key) or []
        yield from (f"{key}: no such code {v!r}" for v in values if not is_code(vocabulary, v))
    if claim.get("scope") is not None and not is_code(words.Scope, claim["scope"]):
        yield f"scope: no such code {claim['scope']!r}"
    if claim.get("arguments") and claim.get("scope") is None:
        yield "has arguments and no scope"
    for party in claim.get("parties") or []:
        if not party.get("name") or not is_code(words.PartyRole, party.get("role")):
            yield f"party without name or known role: {party!r}"


def faults_of_when(when: Record | None) -> Iterator[str]:
    if when is None:
        return
    if not (is_day(when.get("from")) and is_day(when.get("to"))):
        yield f"when is no pair of days: {when!r}"
    elif when["from"] > when["to"]:
        yield f"when ends before it begins: {when!r}"


def faults_of_speakers(claim: Record) -> Iterator[str]:
    originator, chain = claim.get("originator"), claim.get("chain") or []
    if originator != (chain[-1] if chain else None):
        yield f"originator {originator!r} does not end the chain {chain!r}"


def faults_of_claim(claim: Record, note: Record) -> Iterator[str]:
    source = (note.get("title") if claim.get("in") == "title" else note.get("text")) or ""
    yield from missing_keys(claim, CLAIM_KEYS)
    yield from faults_of_quote(claim, source)
    yield from faults_of_codes(claim)
    yield from faults_of_when(claim.get("when"))
    yield from faults_of_speakers(claim)
    everything = f"{note.get('title') or ''}\n{note.get('text') or ''}"
    for place in claim.get("places") or []:
        if place not in everything:
            yield f"place does not occur: {place!r}"
    counts = claim.get("counts") or []
    for index in range(len(counts)):
        for fault in faults_of_count(counts, index, source):
            yield f"counts[{index}] {fault}"


def faults_of_incident(incident: Record | None) -> Iterator[str]:
    if incident is None:
        return
    for harm in ("killed", "injured"):
        if incident.get(harm) is not None:
            yield from (f"{harm}: {fault}" for fault in faults_of_interval(incident[harm]))
    if incident.get("date") is not None and not is_day(incident["date"]):
        yield f"date is no day: {incident['date']!r}"


def faults_of_note(note: Record, genre: str) -> Iterator[str]:
    yield from missing_keys(note, NOTE_KEYS)
    if note.get("genre") != genre or not re.fullmatch(rf"{genre}-\d\d", str(note.get("id"))):
        yield f"genre or id does not fit the file {genre}.jsonl"
    if note.get("published") is not None and not is_day(note["published"]):
        yield f"published is no day: {note['published']!r}"
    for index, claim in enumerate(note.get("claims") or []):
        for fault in faults_of_claim(claim, note):
            yield f"claims[{index}] {fault}"
    yield from (f"incident {fault}" for fault in faults_of_incident(note.get("incident")))


def faults_of_file(path: Path, seen: set[str]) -> Iterator[str]:
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        if not line.strip():
            continue
        try:
            note = json.loads(line)
        except ValueError as error:
            yield f"{path.name}:{number}: no JSON: {error}"
            continue
        if note.get("id") in seen:
            yield f"{path.name}:{number}: id {note['id']} stands twice"
        seen.add(note.get("id"))
        for fault in faults_of_note(note, path.stem):
            yield f"{path.name}:{number} {note.get('id')}: {fault}"


def faults_of_place(row: Record) -> Iterator[str]:
    if not re.fullmatch(r"X[A-Z]", row["country"] or ""):
        yield f"country {row['country']!r} is not one of XA to XZ"
    try:
        if abs(float(row["lat"])) > 90 or abs(float(row["lon"])) > 180:
            yield "lies outside the globe"
    except (TypeError, ValueError):
        yield "has no coordinates"


def faults_of_places(path: Path) -> Iterator[str]:
    if not path.is_file():
        return
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines)
        if rows.fieldnames != PLACES_HEADER:
            yield f"{path.name}: header is {rows.fieldnames!r}"
            return
        seen: set[tuple[str, str, str]] = set()
        for row in rows:
            key = (row["name"], row["admin1"], row["country"])
            faults = [*faults_of_place(row), *(["stands twice"] if key in seen else [])]
            seen.add(key)
            yield from (f"{path.name}:{rows.line_num} {row['name']}: {fault}" for fault in faults)


def find_faults(paths: Iterable[Path]) -> list[str]:
    seen: set[str] = set()
    faults = [fault for path in paths for fault in faults_of_file(path, seen)]
    return faults + list(faults_of_places(NOTES / "PLACES.csv"))


def main() -> int:
    paths = [Path(name) for name in sys.argv[1:]] or sorted(NOTES.glob("*.jsonl"))
    faults = find_faults(paths)
    sys.stdout.writelines(f"{fault}\n" for fault in faults)
    sys.stdout.write(f"{len(paths)} files, {len(faults)} faults\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
