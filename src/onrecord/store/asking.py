"""What a page asks of a catalogue → statements with their values."""

from dataclasses import dataclass
from typing import Final

from onrecord.store.forms import write_match
from onrecord.store.nearness import Near, write_near


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentQuery:
    """Which incidents to list, and in which order; an empty field asks for nothing.

    `first` and `last` are ISO days that the incident's interval has to meet. `state` is one of
    `differ`, `unanswered`, `unlocated`, `no_number`, `asked`. `document` names one that tells of it. `near` is a
    place in degrees and a distance in kilometres.
    """

    words: str = ""
    first: str = ""
    last: str = ""
    grade: str = ""
    response: str = ""
    party: str = ""
    country: str = ""
    admin1: str = ""
    state: str = ""
    document: str = ""
    near: Near | None = None
    sort: str = "date"


_ORDERS: Final = {
    "date": "first desc nulls last, id",
    "oldest": "first asc nulls last, id",
    "killed": "killed_min desc nulls last, id",
    "title": "title, id",
}
_STATES: Final = {
    "differ": "contradictions > 0",
    "unanswered": "unanswered > 0",
    "unlocated": "(place_precision is null or place_precision > 4)",
    "no_number": "killed_min is null",
    "asked": "asked",
}
# None lasted longer than the longest, so that an index finds where to begin.
_BEGAN_AFTER: Final = """first >= (select date(?, '-' ||
    cast(max(julianday(last) - julianday(first)) + 1 as integer) || ' days') from incidents)"""
_EQUALS: Final = ("grade", "response", "country", "admin1")


def ask_for_incidents(query: IncidentQuery) -> tuple[str, list[object]]:
    """The statement that finds all incidents of a query, in its order."""
    where, values = write_where(query)
    order = _ORDERS.get(query.sort, _ORDERS["date"])
    return f"select * from incidents{where} order by {order}", values  # noqa: S608 - words of ours


def ask_for_documents(words: str) -> tuple[str, list[object]]:
    """The statement that finds the documents that hold words, or all, the latest first."""
    match = write_match(words)
    held = "select rowid from document_words where document_words match ?"
    where = f" where number in ({held})" if match else ""
    asked = f"select * from documents{where} order by first desc nulls last, id"  # noqa: S608
    return asked, [match] if match else []


def write_where(query: IncidentQuery) -> tuple[str, list[object]]:
    """The condition of a query, empty where it asks for everything."""
    tests: list[str] = []
    values: list[object] = []
    for column in _EQUALS:
        if wanted := getattr(query, column):
            tests.append(f"{column} = ?")
            values.append(wanted)
    for test, wanted in (
        ("last >= ?", query.first),
        ("first <= ?", query.last),
        ("number in (select incident from parties where party = ?)", query.party),
        ("number in (select incident from held where document = ?)", query.document),
        (
            "number in (select rowid from incident_words where incident_words match ?)",
            write_match(query.words),
        ),
    ):
        if wanted:
            tests.append(test)
            values.append(wanted)
    if query.first:
        tests.append(_BEGAN_AFTER)
        values.append(query.first)
    near, place = write_near(query.near)
    tests, values = [*tests, *near], [*values, *place]
    if query.state in _STATES:
        tests.append(_STATES[query.state])
    return (f" where {' and '.join(tests)}" if tests else ""), values
