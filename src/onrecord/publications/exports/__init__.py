"""Records → files: each kind of record in each format, with what is lost on the way."""

from onrecord.publications.exports.envelope import describe_export
from onrecord.publications.exports.formats import FORMATS, write_export
from onrecord.publications.exports.kinds import EXPORTS, Export
from onrecord.publications.exports.losses import report_loss

__all__ = ["EXPORTS", "FORMATS", "Export", "describe_export", "report_loss", "write_export"]
