"""Columns → loss report: what a table says exactly, closely, with a caveat, or not at all."""

from onrecord.publications.exports.kinds import Export
from onrecord.publications.records import Record

_LOSSLESS = ("jsonl", "json")


def report_loss(export: Export, format: str) -> Record:
    """What is lost in that format: lists under `exact`, `close`, `caveat` and `cannot_be_said`."""
    if format in _LOSSLESS:
        return {
            "exact": ["every key of the record"],
            "close": [],
            "caveat": [],
            "cannot_be_said": [],
        }
    report: Record = {
        loss: [
            f"{column.name}: {column.note}" if column.note else column.name
            for column in export.columns
            if column.loss == loss
        ]
        for loss in ("exact", "close", "caveat")
    }
    return {**report, "cannot_be_said": list(export.cannot)}
