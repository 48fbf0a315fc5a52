"""What programs send, and how answers are wrapped; records themselves are those of the exports."""

import re
from datetime import date
from typing import Annotated, Any, Literal

from ninja import Field, Schema
from pydantic import BeforeValidator, ConfigDict

from onrecord.model.vocabulary import ClaimType, Harm, Status

Record = dict[str, Any]
_LONGEST_REASON = 5000
_LARGEST = 999_999_999
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def _read_day(value: object) -> object:
    """Days are ISO text, never numbers of seconds.

    Raises:
        ValueError: it is no day.
    """
    if value is not None and not (isinstance(value, str) and _DAY.fullmatch(value)):
        raise ValueError("not a day: write 2024-03-04")
    return value


def _read_number(value: object) -> object:
    """Whole numbers as JSON has them, `2` or `2.0`; never words or truth values.

    Raises:
        ValueError: it is no whole number.
    """
    if isinstance(value, bool) or not isinstance(value, int | float) or value % 1 != 0:
        raise ValueError("not a whole number")
    return int(value)


Day = Annotated[date, BeforeValidator(_read_day)]
Number = Annotated[int, Field(ge=0, le=_LARGEST), BeforeValidator(_read_number)]


class Strict(Schema):
    """A body that holds nothing but what is described."""

    model_config = ConfigDict(extra="forbid")


class Problem(Schema):
    """Why something could not be done, and where."""

    problem: str
    where: list[str] = Field(default_factory=list)


class Entered(Schema):
    """What was decided meanwhile, beside the problem."""

    problem: str
    where: list[str] = Field(default_factory=list)
    decisions: list[Record] = Field(default_factory=list)
    seen: int | None = None


class Page(Schema):
    """One page of a list; pages count from 1."""

    items: list[Record]
    number: int
    page: int
    pages: int


class Incidents(Page):
    """One page of incidents, and the sum of the bounds of all that match."""

    totals: Record


class Paging(Schema):
    """Which page of a list."""

    page: int = Field(1, ge=1, le=1_000_000)


class Words(Paging):
    """Words to be found, and which page."""

    words: str = Field("", max_length=200)


class Filters(Words):
    """Which incidents; the same filters as on the page of incidents."""

    first: Day | None = Field(None, description="Those that may have happened on or after it")
    last: Day | None = Field(None, description="Those that may have happened on or before it")
    grade: str = Field("", max_length=100)
    response: str = Field("", max_length=100)
    party: str = Field("", max_length=300)
    country: str = Field("", max_length=10)
    admin1: str = Field("", max_length=300)
    state: Literal["", "differ", "unanswered", "unlocated", "no_number", "asked"] = ""
    document: str = Field("", max_length=500)
    sort: Literal["date", "oldest", "killed", "title"] = "date"


class Sorting(Schema):
    """By what sums are told apart."""

    by: Literal["place", "country", "month", "party", "weapon", "object"] | None = None


class Deciding(Strict):
    """A decision; `seen` is how many decisions there were when its reasons were read."""

    kind: Literal[
        "same_incident", "different_incident", "unsure", "retire_figure", "reject_claim",
        "discount", "note",
    ]  # fmt: skip
    subjects: list[str] = Field(min_length=1, max_length=2)
    reason: str = Field(min_length=1, max_length=_LONGEST_REASON)
    seen: Number | None = None


class Withdrawing(Strict):
    """Why a decision is withdrawn."""

    reason: str = Field(min_length=1, max_length=_LONGEST_REASON)
    seen: Number | None = None


class People(Strict):
    """At least and at most how many; `most` is null where there is no ceiling."""

    least: Number
    most: Number | None = None


class Reading(Strict):
    """What some words of a text say, as a person reads them; offsets are code points."""

    type: ClaimType
    start: Number
    end: Number
    originator: str | None = Field(None, max_length=300)
    first: Day | None = None
    last: Day | None = None
    reason: str = Field(min_length=1, max_length=_LONGEST_REASON)


class Correcting(Reading):
    """A claim as it should be; `figures` by the place of a count in the claim, from 0."""

    figures: dict[str, People] = Field(default_factory=dict)
    seen: Number | None = None


class Adding(Reading):
    """A claim that the machine missed."""

    document: str = Field(min_length=1, max_length=500)
    harm: Harm | None = None
    status: Status = Status.UNKNOWN
    people: People | None = None


class Remarking(Strict):
    """What is said to others; `about` an earlier remark, `to` the names of people."""

    kind: Literal[
        "comment", "assignment", "done", "graphic", "naming", "agreement", "refusal", "search",
        "withdrawal",
    ]  # fmt: skip
    subjects: list[str] = Field(default_factory=list, max_length=2)
    words: str = Field("", max_length=_LONGEST_REASON)
    to: list[str] = Field(default_factory=list, max_length=20)
    about: str = Field("", max_length=100)


class Text(Strict):
    """A report as text, and what is known about it."""

    text: str = Field(min_length=1, max_length=2_000_000)
    publisher: str = Field("", max_length=300)
    published: Day | None = None
    title: str = Field("", max_length=300)
