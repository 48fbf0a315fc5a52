"""A case → what stands beside an export: version, as-of date, methods, caveat and losses."""

from onrecord.model.record import to_record
from onrecord.publications.exports.kinds import EXPORTS
from onrecord.publications.exports.losses import report_loss
from onrecord.publications.records import Record
from onrecord.publications.source import Publishable
from onrecord.publications.wording import CAVEAT


def describe_export(case: Publishable, what: str, *, format: str, version: str) -> Record:
    """What a reader of the file must know; equal cases give equal values.

    `as_of` is the day of the newest dated document, `None` if none is dated: nothing published
    later was seen. `known_on` is the day of the past that was asked for. `version` is that of the
    program.
    """
    return {
        "schema": "onrecord.export/1",
        "what": what,
        "about": EXPORTS[what].about,
        "format": format,
        "version": version,
        "as_of": _as_of(case),
        "known_on": to_record(case.known_on()),
        "methods": _methods(case),
        "caveat": CAVEAT,
        "loss": report_loss(EXPORTS[what], format),
    }


def _as_of(case: Publishable) -> str | None:
    days = [document.published.to for document in case.documents() if document.published]
    return max(days).isoformat() if days else None


def _methods(case: Publishable) -> list[str]:
    reading = {f"{claim.produced_by.method} {claim.produced_by.version}" for claim in case.claims()}
    return sorted(reading | {incident.method for incident in case.incidents()})
