"""One document alone → its claims and the attacks it describes: no case, nothing kept."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from onrecord.model.claim import Claim
from onrecord.model.document import Document
from onrecord.model.failure import Failed, OnrecordError
from onrecord.model.identity import DocumentId
from onrecord.model.incident import Incident
from onrecord.model.source import Captured
from onrecord.pipeline.crew import Work, work_in_order
from onrecord.pipeline.extracting import count_processes, limit_reading, read_lawfully
from onrecord.pipeline.ingesting import read_safely
from onrecord.pipeline.rooms import Reader, Rooms
from onrecord.pipeline.tallying import incidents_of_claims


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one document alone says; `failed` says why it says nothing."""

    document: DocumentId | None
    claims: tuple[Claim, ...] = ()
    incidents: tuple[Incident, ...] = ()
    failed: str | None = None


def read_alone(document: Document, *, reader: Reader, rooms: Rooms) -> Reading:
    """The claims of a document and its incidents, the most prominent first."""
    claims = read_lawfully(document, reader)
    if isinstance(claims, Failed):
        return _failed(document.id, claims)
    try:
        incidents = incidents_of_claims(claims, {document.id: document}, rooms=rooms)
    except OnrecordError:
        raise
    except Exception as error:  # noqa: BLE001 - one text must not stop the stream
        return Reading(document=document.id, claims=claims, failed=_broke("linking", error))
    return Reading(
        document=document.id, claims=claims, incidents=rank_incidents(incidents, document, claims)
    )


def rank_incidents(
    incidents: Sequence[Incident], document: Document, claims: Sequence[Claim]
) -> tuple[Incident, ...]:
    """The document's main attack first, then by number of claims, then by where it is first told."""
    told = {claim.id: (claim.in_ != "title", claim.start) for claim in claims}

    def prominence(incident: Incident) -> tuple[bool, int, tuple[bool, int], str]:
        first = min(told[id] for id in incident.claims if id in told)
        return document.id not in incident.main_of, -len(incident.claims), first, incident.id

    return tuple(sorted(incidents, key=prominence))


def read_lines(
    lines: Iterable[bytes],
    *,
    rooms: Rooms,
    gazetteers: Sequence[Path] = (),
    jobs: int | None = None,
) -> Iterator[dict[str, Any]]:
    """The reading of every line that holds a document, as a record, in the order of the lines.

    A line that is no document gets a record that says so. Blank lines are passed over.
    """
    work = Work(
        begin=partial(_begin, rooms, gazetteers),
        give_up=partial(_give_up, rooms),
        limit_s=lambda line: limit_reading(len(line[1])),
    )
    numbered = ((number, line) for number, line in enumerate(lines, 1) if line.strip())
    yield from work_in_order(numbered, work, processes=_processes(jobs))


def explain_lines(
    lines: Iterable[bytes],
    *,
    rooms: Rooms,
    gazetteers: Sequence[Path] = (),
    jobs: int | None = None,
) -> Iterator[Reading]:
    """The reading of every line that holds a document, as a value, in the order of the lines."""
    work = Work(
        begin=partial(_begin_values, rooms, gazetteers),
        give_up=partial(_give_up_value, rooms),
        limit_s=lambda line: limit_reading(len(line[1])),
    )
    numbered = ((number, line) for number, line in enumerate(lines, 1) if line.strip())
    yield from work_in_order(numbered, work, processes=_processes(jobs))


def _processes(jobs: int | None) -> int:
    """One job reads in this process; a stream of unknown length is worth as many as help."""
    return 0 if jobs == 1 else count_processes(jobs, 1_000_000)


def _begin(
    rooms: Rooms, gazetteers: Sequence[Path]
) -> Callable[[tuple[int, bytes]], dict[str, Any]]:
    read = _begin_values(rooms, gazetteers)
    return lambda line: _to_record(read(line))


def _begin_values(
    rooms: Rooms, gazetteers: Sequence[Path]
) -> Callable[[tuple[int, bytes]], Reading]:
    reader = rooms.make_reader(gazetteers)
    return lambda line: _read_line(line, reader, rooms)


def _read_line(line: tuple[int, bytes], reader: Reader, rooms: Rooms) -> Reading:
    captured = rooms.capture_line(line[1], shown=f"line {line[0]}")
    if isinstance(captured, Failed):
        return _failed(None, captured)
    document = read_safely(captured, rooms.read_document)
    if isinstance(document, Failed):
        return _failed(DocumentId(captured.hint), document)
    return read_alone(document, reader=reader, rooms=rooms)


def _give_up(rooms: Rooms, line: tuple[int, bytes], reason: str) -> dict[str, Any]:
    return _to_record(_give_up_value(rooms, line, reason))


def _give_up_value(rooms: Rooms, line: tuple[int, bytes], reason: str) -> Reading:
    captured = rooms.capture_line(line[1], shown=f"line {line[0]}")
    document = DocumentId(captured.hint) if isinstance(captured, Captured) else None
    return Reading(document=document, failed=f"reading it {reason}")


def _failed(document: DocumentId | None, failed: Failed) -> Reading:
    return Reading(document=document, failed=f"{failed.reason}: {failed.remedy}")


def _broke(what: str, error: Exception) -> str:
    return f"{what} broke: {type(error).__name__}"


def _to_record(reading: Reading) -> dict[str, Any]:
    from onrecord.publications.records import claim_record, incident_record

    return {
        "document": reading.document,
        "claims": [claim_record(claim) for claim in reading.claims],
        "incidents": [incident_record(incident) for incident in reading.incidents],
        "failed": reading.failed,
    }
