"""What the other rooms say in English on these pages: whole words, and sentences with slots.

The name of a slot tells what it takes: `number`, `range`, `day`, `name` (left as it is), `names`,
`codes` (words of ours, with commas), `said` (a sentence again), `sides` (values, each with those who
give it), `formula` (left as it is). A figure behind the name tells two of a kind apart.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from onrecord.model.decision import DecisionKind
from onrecord.model.vocabulary import (
    Argument,
    AttributionStatus,
    Certainty,
    ClaimType,
    Counted,
    Delivery,
    EvidenceClass,
    Grade,
    Harm,
    ObjectKind,
    OfficialResponse,
    PartyRole,
    Status,
    StrikeStatus,
    Unit,
    VictimClass,
    Weapon,
)
from onrecord.publications.arguments import ARGUMENT_WORDS, RELATION_WORDS, SCOPE_WORDS
from onrecord.publications.wording import (
    ATTRIBUTION_MEANING,
    CLASS_NAMES,
    FLAG_MEANING,
    GRADE_MEANING,
    PLACE_PRECISION,
    RESPONSE_MEANING,
    STRIKE_MEANING,
    say_code,
)

_ENUMERATIONS: Final[tuple[type[StrEnum], ...]] = (
    Argument, AttributionStatus, Certainty, ClaimType, Counted, DecisionKind, Delivery,
    EvidenceClass, Grade, Harm, ObjectKind, OfficialResponse, PartyRole, Status, StrikeStatus,
    Unit, VictimClass, Weapon,
)  # fmt: skip
_MEANINGS: Final[tuple[Iterable[str], ...]] = (
    ATTRIBUTION_MEANING.values(), CLASS_NAMES.values(), FLAG_MEANING.values(),
    GRADE_MEANING.values(), PLACE_PRECISION.values(), RESPONSE_MEANING.values(),
    STRIKE_MEANING.values(), RELATION_WORDS.values(), SCOPE_WORDS.values(),
    (words for words, _ in ARGUMENT_WORDS.values()),
)  # fmt: skip

_FIXED: Final = (
    # kinds of contradictions, of numbers left aside, of failures, states
    "date", "place", "party", "weapon", "day", "target", "count", "target status", "rival account", "unlinked",
    "explained", "undetermined", "rejected", "denied in general", "denied specifically",
    "acknowledged in part", "place unknown", "date unknown", "country", "month", "object", "class",
    "civilian object", "military target", "an unknown publisher", "the accused", "unknown publisher",
    "too large", "unsupported", "unreadable", "locked", "no text", "crashed", "timeout", "missing",
    "no permission", "bad encoding", "bad mail", "bad table", "bad row", "bad line",
    # the rows of the matrix
    "Killed", "Injured", "Civilians killed", "Fighters killed", "Children killed", "Women killed",
    "Place", "Time", "Party", "Weapon", "Target",
    # why reports are one incident
    "times or targets show two attacks", "dates one day apart", "dates do not meet",
    "different targets named", "weapons that clash", "allied parties named",
    "different parties named", "figures differ: killed", "figures differ: injured",
    "figures differ: others harmed", "the same part of the day", "other parts of the day",
    "other voices", "the same wording", "similar words",
    "hardly a rare name shared", "no rare name but of places shared",
    "each names people whom the other does not mention", "people of the same age",
    "people of other ages", "one document tells of it on", "the same words in another document",
    "two accounts at first sight", "one gives no place", "one gives no date", "no story shared",
    "a person decided that these are two; later reports tell of one attack",
    "a person decided that they are one", "a person decided that they are two",
    "a person looked at them and was not sure", "one document tells of both",
    # tallies
    "what stated civilians and fighters leave of the whole", "the named parts exceed the total",
    "a comparison contradicts the figures", "nothing",
    "no overlap of lists to measure, and so no dependence between them to model",
    # how something is known
    "user", "metadata", "detected", "table", "dateline", "posting line", "line of the last update",
    "address", "date in the title", "release number", "date of the mail", "subject of the mail",
    "metadata of the page", "the table's own column",
    "weekday that agrees with a dated caption or link",
    # what was left out of a text
    "alt text", "byline", "contact", "copyright", "credit", "developing", "photo credit",
    "photo label", "posted", "repeated title", "share", "subscribe", "video", "page furniture",
    "update label", "related heading", "separator", "advertisement", "original label", "text",
    "earlier statement", "failure rate", "an air attack", "a ground attack", "a planted weapon",
    "navigation", "feedback", "appeal", "donation", "related link", "update", "signature", "footer",
    # what a file that was not read came to
    "files of this type are not read", "the file is an archive", "unpack it and add the files in it",
    "save it as .txt, .md, .html, .pdf, .docx, .eml or .jsonl and add it again",
    "the file is a Word document of the old kind (.doc)", "save it as .docx and add it again",
    "split it into parts and add them", "we may not read it", "there is no such file or folder",
    "check the path", "the system could not read it", "check the disk and add it again",
    "it is locked with a password", "save it without one", "it is not UTF-8",
    "the page holds no text", "save the page from a browser", "the parser died on it",
    # steps of reading, and why a decision was not taken
    "ingest", "import", "extract", "link", "tally", "catalogue",
    "a decision needs its reason: give it with --reason", "a decision needs its reason",
    "withdrawing a decision needs its reason: give it with --reason",
    "the last day is before the first", "at most is below at least",
    "the words of the claim are not those of its document", "what was handed in stays",
    "somebody has handed in a document of this round: it stays",
    "this name is proposed here already: answer that proposal",
    "something broke while reading: what was kept before is not lost; add it again",
)  # fmt: skip

CODES: Final = frozenset(
    (
        *(say_code(code) for codes in _ENUMERATIONS for code in codes),
        *(words for meanings in _MEANINGS for words in meanings),
        *_FIXED,
    )
)
"""Words and sentences without a slot."""

SENTENCES: Final = (
    # why reports are one incident
    "same place: %(name)s",
    "places near each other: %(name1)s, %(name2)s",
    "one place can hold the other: %(name1)s, %(name2)s",
    "different places: %(name1)s, %(name2)s",
    "dates meet on %(day)s",
    "dates meet from %(day1)s to %(day2)s",
    "same target: %(codes)s",
    "same weapon: %(codes)s",
    "same party: %(names)s",
    "same figures: %(said)s",
    "one voice gives the same figures in both: %(names)s",
    "one voice gives other figures: %(names)s",
    "one voice in both: %(names)s",
    "the same name in the words: %(number)s",
    "the same names in the words: %(number)s",
    "the same rare names: %(names)s",
    "few rare names shared: %(names)s",
    "a person of the same name and age: %(name)s",
    "published %(number)s days apart",
    # ranges and what follows from them
    "at least %(number)s: %(names)s",
    "largest number stated %(number)s: %(names)s",
    "%(said1)s; but %(said2)s",
    "%(said1)s: at least %(number)s (%(names)s)",
    "%(said1)s: at most %(number)s (%(names)s)",
    "%(said1)s: at least %(number)s: %(said2)s",
    "%(said1)s: at most %(number)s: %(said2)s",
    "%(said1)s: at least %(number)s",
    "%(said1)s: at most %(number)s",
    "%(said1)s, less %(said2)s",
    "%(said)s at least %(number)s (%(names)s)",
    "%(said)s at most %(number)s (%(names)s)",
    "%(said)s at least %(number)s",
    "%(said)s at most %(number)s",
    "no whole numbers beyond it fit: %(formula)s",
    "children among the %(said)s",
    "women among the %(said)s",
    "men among the %(said)s",
    "others among the %(said)s",
    "civilians %(said)s",
    "fighters %(said)s",
    "children %(said)s",
    "women %(said)s",
    "men %(said)s",
    "others %(said)s",
    "%(said)s of other or untold standing",
    "%(said)s, of no told standing",
    "%(said)s of neither told standing nor kind",
    "%(said1)s (%(said2)s)",
    # contradictions
    "%(said)s: %(sides)s",
    "%(name)s on the %(said)s: first %(range1)s, then %(range2)s",
    "%(name1)s on the %(said)s: first %(name2)s, then %(name3)s",
    "%(name)s: first %(said1)s, then %(said2)s",
    # tallies
    "%(name1)s (%(range1)s) > %(name2)s (%(range2)s)",
    "%(name1)s (%(range1)s) > %(name2)s (no figure)",
    "%(name1)s (%(range1)s) < %(name2)s (%(range2)s)",
    "%(name1)s (no figure) > %(name2)s (%(range2)s)",
    "%(number)s stated without a party, beside the total",
    "%(number1)s of %(number2)s attacks known; what is left for the others follows only where every member is closed",
    "%(number1)s of %(number2)s attacks known; what is left for the others does not follow: the total (%(said)s) is a floor",
    "%(number1)s incidents fit a total over %(number2)s",
    "its known members have at least %(number)s, more than the total",
    "a total over several attacks, %(number)s, exceeds it",
    "at least %(number1)s, not only %(number2)s: the recorder's total over several attacks of this campaign (%(names)s)",
    "our incidents have at least %(number1)s, the tally %(number2)s",
    "our incidents have at least %(number1)s, some of them presumed, the tally %(number2)s",
    "our incidents have at most %(number1)s, the tally %(number2)s",
    "%(name)s: no figure stated; at most %(number)s, which the named parts leave",
    "%(name)s: no figure stated; at most %(number)s, by what is said to exceed it",
    "%(name)s: no figure stated; at least %(number)s, by what it is said to exceed",
    "%(name)s: %(number)s stated as %(said1)s, tallied as %(said2)s",
    "no lists of named victims: %(number1)s linked lists of one population are needed, %(number2)s are here",
    "only ranges from reports (%(number)s claims with counts): an estimate is never run on press ranges, incidents or tallies",
    # files, steps and decisions
    "the file is larger than %(number)s MB",
    "reading it took over %(number)s seconds",
    "bytes; the name says %(name)s",
    "%(said)s: already up to date (%(name)s)",
    "%(said)s: %(number1)s %(name)s = %(number2)s kept + %(number3)s known before + %(number4)s failed",
    "%(said)s: %(number1)s %(name)s",
    "another program was writing to the case for too long: what you brought in is kept in %(name)s; add it again when that program has ended",
    "%(name)s: no claim of this case",
    "%(name)s: no document of this case",
    "%(number)s %(said)s",
)  # fmt: skip
"""Sentences with slots; the first that fits is taken, so the longer ones stand before the shorter."""
