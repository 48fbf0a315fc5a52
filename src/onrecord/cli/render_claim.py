"""One claim → the terminal: its words in their paragraph, all it says, and what made it."""

from collections.abc import Iterable

from rich.console import Console, RenderableType
from rich.text import Text

from onrecord.cli.render import clean, print_pairs, print_section
from onrecord.cli.render_words import print_marked
from onrecord.model.claim import Claim, Count, PlaceMention, Words
from onrecord.model.document import Document
from onrecord.model.identity import IncidentId
from onrecord.model.ledger import LedgerEntry
from onrecord.model.tally import Bounds
from onrecord.publications.arguments import RELATION_WORDS, SCOPE_WORDS, say_arguments
from onrecord.publications.wording import (
    PLACE_PRECISION,
    UNKNOWN,
    say_bounds,
    say_code,
    say_interval,
)


def show_claim(
    console: Console,
    claim: Claim,
    document: Document,
    *,
    incidents: Iterable[IncidentId],
    entry: LedgerEntry | None,
) -> None:
    """Prints one claim; `incidents` hold it, `entry` is where the ledger says it was entered."""
    console.print(Text(f"{say_code(claim.type)} {claim.id}", style="bold"))
    where = f"{clean(claim.document)}, {claim.in_} {claim.start}–{claim.end}, {claim.segment.value}"
    console.print(Text(where, style="dim"))
    console.print()
    print_marked(console, (document.title if claim.in_ == "title" else document.text) or "", claim)
    print_section(console, "What it says")
    print_pairs(console, _list_attributes(claim))
    print_section(console, "Who says it")
    print_pairs(console, _list_speakers(claim))
    print_section(console, "What made it")
    print_pairs(console, _list_making(claim, incidents, entry))


def say_count(count: Count) -> str:
    """A count in words: its bounds, what is counted, and whose subset it is."""
    people = [
        count.harm.value if count.harm else say_code(count.of),
        *(code.value for code in (count.sex, count.age, count.status) if code != UNKNOWN),
    ]
    bounds = say_bounds(Bounds(min=count.min, max=count.max))
    words = f"{bounds} {' '.join(people).replace('_', ' ')}: “{clean(count.text)}” ({count.basis.value})"
    return words if count.subset_of is None else f"{words}, within number {count.subset_of + 1}"


def _list_attributes(claim: Claim) -> dict[str, RenderableType | None]:
    when = claim.when
    return {
        "numbers": _lines(
            f"{place}. {say_count(count)}" for place, count in enumerate(claim.counts, start=1)
        ),
        "where": _lines(_say_mention(place) for place in claim.places),
        "when": Text(f"{say_interval(when.from_, when.to)} ({when.precision.value}; {when.how})")
        if when
        else Text("not said", style="dim"),
        "parties": _lines(
            f"{party.name}: {say_code(party.role)}, {party.certainty.value}{_said(party.text)}"
            for party in claim.parties
        ),
        "weapons": _lines(
            f"{say_code(weapon.weapon)}, {weapon.delivery.value}"
            f"{', ' + clean(weapon.model) if weapon.model else ''}{_said(weapon.text)}"
            for weapon in claim.weapons
        ),
        "objects": _lines(
            f"{say_code(object.object)}, {say_code(object.status)}{_said(object.text)}"
            for object in claim.objects
        ),
        "also": _lines(say_code(type) for type in claim.also),
        "speaks of": Text(say_code(claim.unit)),
        "stance": Text(f"{claim.polarity.value}, {say_code(claim.mode)}"),
        "hedge": _lines([_say_words(claim.hedge.kind, claim.hedge.spans)])
        if claim.hedge.kind != "none"
        else None,
        **_list_answer(claim),
    }


def _list_answer(claim: Claim) -> dict[str, RenderableType | None]:
    answer = claim.answer
    if answer is None:
        return {}
    return {
        "argues": Text(say_arguments(answer.arguments) or "nothing"),
        "about": Text(SCOPE_WORDS[answer.scope]),
        RELATION_WORDS["responds_to"]: _lines(answer.responds_to),
        "bears on": _lines(answer.bears_on),
    }


def _list_speakers(claim: Claim) -> dict[str, RenderableType | None]:
    said = claim.said
    return {
        "chain": Text(_say_chain(claim.speakers)),
        "also": _lines(_say_chain(chain) for chain in claim.co_speakers),
        "originator": Text(
            f"{clean(claim.originator) or UNKNOWN}: {say_code(claim.originator_kind)}"
            f"{'' if claim.resolved else ', no source named'}"
        ),
        "speaks for": Text(claim.speaks_for) if claim.speaks_for else None,
        "said": Text(say_interval(said.from_, said.to)) if said else Text(UNKNOWN, style="dim"),
        "words of it": _lines(f"“{clean(words.text)}”" for words in claim.attribution),
    }


def _list_making(
    claim: Claim, incidents: Iterable[IncidentId], entry: LedgerEntry | None
) -> dict[str, RenderableType | None]:
    made = claim.produced_by
    return {
        "rule": Text(f"{made.rule}  ({made.method} {made.version})"),
        "confidence": Text(f"{claim.confidence:.2f}"),
        "incidents": _lines(incidents) or Text("none: kept beside the sums", style="dim"),
        "ledger": Text(f"entry {entry.seq}, {entry.at}, by {clean(entry.by)}, {entry.hash[:16]}…")
        if entry
        else None,
    }


def _lines(items: Iterable[str]) -> Text | None:
    lines = list(items)
    return Text("\n".join(lines)) if lines else None


def _say_chain(chain: Iterable[str | None]) -> str:
    return " ← ".join(clean(name) or "publisher unknown" for name in chain)


def _say_mention(place: PlaceMention) -> str:
    parts = dict.fromkeys(part for part in (place.name, place.admin1, place.country) if part)
    source = f"; {place.gazetteer}" if place.gazetteer else ""
    return f"{', '.join(parts)} ({PLACE_PRECISION[place.precision]}{source}){_said(place.text)}"


def _said(words: str | None) -> str:
    return f": “{clean(words)}”" if words else ""


def _say_words(kind: str, spans: Iterable[Words]) -> str:
    told = ", ".join(f"“{clean(words.text)}”" for words in spans)
    return f"{say_code(kind)}: {told}" if told else say_code(kind)
