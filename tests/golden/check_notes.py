"""Golden notes → faults: codes, words and bounds that an annotation gets wrong."""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path

from onrecord.model.vocabulary import (
    Age,
    Argument,
    Basis,
    ClaimType,
    Counted,
    Harm,
    HedgeKind,
    Mode,
    ObjectKind,
    PartyRole,
    Polarity,
    Scope,
    Sex,
    Status,
    Unit,
    Weapon,
)

NOTES = Path(__file__).parent / "english"
Record = Mapping[str, object]
NOTE_KEYS = {
    "id",
    "genre",
    "published",
    "publisher",
    "title",
    "text",
    "claims",
    "incident",
    "traps",
}
CLAIM_KEYS = {
    *(
        "quote",
        "type",
        "also",
        "originator",
        "chain",
        "mode",
        "polarity",
        "hedge",
        "unit",
        "counts",
    ),
    *("when", "places", "parties", "weapons", "objects", "arguments", "scope"),
}
ONE_CODE: Mapping[str, type[StrEnum]] = {
    "type": ClaimType,
    "mode": Mode,
    "polarity": Polarity,
    "hedge": HedgeKind,
    "unit": Unit,
}
MANY_CODES: Mapping[str, type[StrEnum]] = {
    "also": ClaimType,
    "weapons": Weapon,
    "objects": ObjectKind,
    "arguments": Argument,
}
COUNT_CODES: Mapping[str, type[StrEnum]] = {
    "basis": Basis,
    "sex": Sex,
    "age": Age,
    "status": Status,
}


def main(paths: Sequence[str]) -> int:
    """Prints the faults of the notes given (all, if none are); 1 if there are any."""
    files = [Path(path) for path in paths] or sorted(NOTES.glob("*.jsonl"))
    faults = [fault for path in files for fault in find_faults(path)]
    for fault in faults:
        sys.stdout.write(fault + "\n")
    sys.stdout.write(f"{len(files)} files, {len(faults)} faults\n")
    return 1 if faults else 0


def find_faults(path: Path) -> Iterator[str]:
    """The faults of one file, each with the note that has it."""
    seen: set[str] = set()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        note = json.loads(line)
        where = f"{path.name}:{number} {note.get('id')}"
        if missing := NOTE_KEYS - note.keys():
            yield f"{where}: keys missing {sorted(missing)}"
            continue
        if note["id"] in seen or not note["id"].startswith(note["genre"] + "-"):
            yield f"{where}: identifier repeated or not of its genre"
        seen.add(note["id"])
        for fault in faults_of_note(note):
            yield f"{where}: {fault}"


def faults_of_note(note: Record) -> Iterator[str]:
    """What is wrong with one note."""
    if note["published"] is not None:
        yield from faults_of_days([note["published"]])
    for claim in listed(note["claims"]):
        for fault in faults_of_claim(claim, note):
            yield f"{str(claim.get('quote'))[:40]!r}: {fault}"
    incident = note["incident"]
    if isinstance(incident, Mapping):
        for harm in ("killed", "injured"):
            bounds = incident.get(harm)
            if isinstance(bounds, Mapping):
                yield from faults_of_bounds(bounds)
        if incident.get("date") is not None:
            yield from faults_of_days([incident["date"]])


def faults_of_claim(claim: Record, note: Record) -> Iterator[str]:
    """What is wrong with one claim of a note."""
    if missing := CLAIM_KEYS - claim.keys():
        yield f"keys missing {sorted(missing)}"
        return
    yield from faults_of_codes(claim)
    yield from faults_of_words(claim, note)
    chain = claim["chain"]
    if claim["originator"] is None:
        if chain:
            yield "chain without an originator"
    elif not isinstance(chain, list) or chain[-1:] != [claim["originator"]]:
        yield "chain does not end with the originator"
    when = claim["when"]
    if isinstance(when, Mapping):
        yield from faults_of_days([when.get("from"), when.get("to")])


def faults_of_codes(claim: Record) -> Iterator[str]:
    """Codes of a claim that stand in no vocabulary."""
    for key, codes in ONE_CODE.items():
        yield from strangers([claim[key]], codes, key)
    for key, codes in MANY_CODES.items():
        yield from strangers(claim[key], codes, key)
    yield from strangers(
        [party.get("role") for party in listed(claim["parties"])], PartyRole, "role"
    )
    if claim["scope"] is not None:
        yield from strangers([claim["scope"]], Scope, "scope")
    if claim["arguments"] and claim["scope"] is None:
        yield "arguments without a scope"


def faults_of_words(claim: Record, note: Record) -> Iterator[str]:
    """Quotes and counts of a claim that its note does not hold."""
    words = str(note["title"] if claim.get("in") == "title" else note["text"])
    found, nth = words.count(str(claim["quote"])), claim.get("nth")
    if not isinstance(nth, int) and found != 1:
        yield f"quote occurs {found} times"
    elif isinstance(nth, int) and not 1 <= nth <= found:
        yield f"quote number {nth} of {found}"
    counts = listed(claim["counts"])
    for place, count in enumerate(counts):
        if str(count.get("text")) not in words:
            yield f"count {count.get('text')!r} does not occur"
        yield from faults_of_count(count, place, len(counts))


def faults_of_count(count: Record, place: int, siblings: int) -> Iterator[str]:
    """What is wrong with one count; `place` is its index among its `siblings`."""
    for key, codes in COUNT_CODES.items():
        yield from strangers([count.get(key)], codes, key)
    if count.get("harm") is None:
        yield from strangers([count.get("of")], Counted, "of")
    else:
        yield from strangers([count["harm"]], Harm, "harm")
    whole = count.get("subset_of")
    if whole is not None and not (
        isinstance(whole, int) and 0 <= whole < siblings and whole != place
    ):
        yield f"subset_of {whole!r} points nowhere"
    yield from faults_of_bounds(count)


def faults_of_bounds(bounds: Record) -> Iterator[str]:
    """Bounds out of order."""
    least, most, best = bounds.get("min"), bounds.get("max"), bounds.get("best")
    if not isinstance(least, int) or least < 0:
        yield f"min {least!r} is no number of people"
    elif isinstance(most, int) and least > most:
        yield f"min {least} above max {most}"
    elif isinstance(best, int) and (best < least or (isinstance(most, int) and best > most)):
        yield f"best {best} outside {least}-{most}"


def faults_of_days(days: Sequence[object]) -> Iterator[str]:
    """Days that are none, or out of order."""
    try:
        read = [date.fromisoformat(str(day)) for day in days]
    except ValueError as error:
        yield f"date: {error}"
    else:
        if read != sorted(read):
            yield f"dates out of order {days}"


def strangers(found: object, codes: type[StrEnum], key: str) -> Iterator[str]:
    """The codes found that `codes` does not hold."""
    known = {code.value for code in codes}
    for code in found if isinstance(found, list) else [found]:
        if code not in known:
            yield f"{key} {code!r} is no code"


def listed(value: object) -> list[Record]:
    """The records of a list; nothing else."""
    return [item for item in value if isinstance(item, Mapping)] if isinstance(value, list) else []


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
