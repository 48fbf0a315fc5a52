"""The columns of every table: a name, the path of its value in the record, and what is lost.

A path goes down by dots and runs through lists: `parties.name` is the names of all parties. The
columns of incidents are those that strike recorders use. Empty means unknown, never nought.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `loss` is `exact`, `close` or `caveat`, and `note` says what to know."""

    name: str
    path: str
    loss: str = "exact"
    note: str = ""


def _same(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name.replace(".", "_"), name) for name in names)


def _bounds(name: str, path: str) -> tuple[Column, ...]:
    floor = "a floor states the largest number: read it as that many or more"
    return (
        Column(f"{name}_min", f"{path}.min"),
        Column(f"{name}_max", f"{path}.max", "caveat", "the largest number stated, not a ceiling"),
        Column(f"{name}_open", f"{path}.open", "caveat", floor),
    )


_KILLED = "by_class.killed"
_INJURED = "by_class.injured"

INCIDENT_COLUMNS = (
    Column("code", "id"),
    Column("permalink", "permalink", "caveat", "empty until the case is published at an address"),
    Column("title", "title"),
    Column("country", "place.country"),
    Column("admin1", "place.admin1"),
    Column("place", "place.name"),
    Column("date", "when.from", "close", "first day of the interval; the last is in date_to"),
    Column("date_to", "when.to"),
    Column("grading", "grade", "caveat", "provisional until a person reviews it; never guilt"),
    Column("latitude", "place.lat"),
    Column("longitude", "place.lon"),
    Column("strike_status", "strike_status"),
    Column("geolocation_accuracy", "place.precision"),
    *_bounds("killed", "killed"),
    *_bounds("injured", "injured"),
    *_bounds("civilians_killed", f"{_KILLED}.civilian"),
    Column(
        "civilians_killed_presumed",
        f"{_KILLED}.civilian.presumed",
        "caveat",
        "the standing of some was stated by nobody",
    ),
    *_bounds("civilians_injured", f"{_INJURED}.civilian"),
    *_bounds("militants_killed", f"{_KILLED}.fighter"),
    *_bounds("children_killed", f"{_KILLED}.child"),
    *_bounds("women_killed", f"{_KILLED}.woman"),
    *_bounds("men_killed", f"{_KILLED}.man"),
    Column("killed_best", "killed.best"),
    Column("belligerents", "parties.name", "close", "all parties that anybody names"),
    Column("attribution_status", "attribution_status"),
    Column("official_response", "official_response"),
    Column("independent_sources", "independent_originators.certain"),
    Column("independent_sources_possible", "independent_originators.possible"),
    Column("flags", "flags"),
    Column("method", "method"),
    Column("sources", "documents"),
    Column("claims", "claims"),
)
CLAIM_COLUMNS = (
    *_same("id", "document", "segment", "in", "type", "also", "polarity", "mode"),
    *_same("hedge.kind", "unit"),
    Column("speakers", "speakers", "close", "publisher first, originator last"),
    Column("counts_words", "counts.text", "close", "the numbers of one claim stand in one cell"),
    Column("counts_harm", "counts.harm", "close", "in the same order as the words"),
    Column("counts_min", "counts.min", "close", "in the same order as the words"),
    Column("counts_max", "counts.max", "close", "nothing between the separators is no ceiling"),
    Column("date", "when.from"),
    Column("date_to", "when.to"),
    Column("places", "places.name", "close", "without their precision and coordinates"),
    Column("parties", "parties.name", "close", "without their roles"),
    *_same("weapons.weapon", "objects.object", "answer.arguments", "answer.scope"),
    *_same("start", "end", "quote", "produced_by.rule", "confidence"),
)
TALLY_COLUMNS = (
    *_same("id", "kind", "recorder", "period.from", "period.to", "place", "harm", "class"),
    *_same("total.min", "total.max"),
    Column("parts_party", "parts.party"),
    Column("parts_min", "parts.min", "close", "in the same order as the parties"),
    Column("parts_max", "parts.max", "close", "in the same order as the parties"),
    *_same("residual.min", "residual.max", "check", "inequalities", "findings", "claims"),
)
SUM_COLUMNS = (
    *_same("by", "key", "scope", "harm", "class"),
    Column("min", "min"),
    Column("max", "max", "caveat", "the largest numbers stated, added; no ceiling where open"),
    *_same("open", "presumed", "incidents", "without", "claims"),
    Column("left_out_reason", "left_out.reason", "close", "in the same order as left_out"),
    Column("left_out", "left_out.incidents", "close", "incidents that may belong to the selection"),
)
ANSWER_COLUMNS = (
    *_same(
        "document", "claim", "incident", "codes", "relation", "arguments", "scope", "originator"
    ),
    Column("conceded_harm", "conceded.harm"),
    Column("conceded_min", "conceded.min", "close", "in the same order as the harms"),
    Column("conceded_max", "conceded.max", "close", "nothing between the separators is no ceiling"),
)
UNANSWERED_COLUMNS = _same(
    "incident", "title", "claim", "document", "originator", "against", "bearing", "quote"
)
DOCUMENT_COLUMNS = _same(
    "id", "publisher", "title", "published.from", "published.to", "published.precision",
    "published.how", "url", "lang", "media_type", "reader", "original", "characters",
)  # fmt: skip
FAILURE_COLUMNS = _same("item", "kind", "reason", "remedy", "sha256")
DECISION_COLUMNS = _same("id", "kind", "subjects", "reason", "supersedes")
LINKING_COLUMNS = (
    *_same("kind", "one", "other"),
    Column(
        "weight", "weight", "caveat", "bits of evidence, or for a copy the share that is shared"
    ),
    *_same("because"),
)
ASIDE_COLUMNS = _same("kind", "words", "claims")
CUSTODY_COLUMNS = _same("custody.path", "custody.at", "custody.by")
