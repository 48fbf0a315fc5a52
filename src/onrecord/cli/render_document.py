"""One document → the terminal: what is known of it, and its text with claims in the margin."""

from collections.abc import Mapping, Sequence

from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from onrecord.cli.render import blank_controls, clean, print_pairs, print_section
from onrecord.cli.render_words import split_paragraphs
from onrecord.model.claim import Claim
from onrecord.model.document import Document, Segment
from onrecord.model.source import Custody
from onrecord.model.vocabulary import SegmentKind
from onrecord.publications.wording import UNKNOWN, say_code, say_interval


def show_document(
    console: Console,
    document: Document,
    claims: Sequence[Claim],
    *,
    custody: Sequence[Custody],
    short: Mapping[str, str],
) -> None:
    """Prints one document; `short` gives the short form of each claim's identifier."""
    console.print(Text(clean(document.title or document.id), style="bold"))
    print_pairs(console, _list_facts(document))
    print_section(console, "How it arrived")
    print_pairs(
        console,
        {item.at: Text(f"{clean(item.path)}, entered by {clean(item.by)}") for item in custody},
    )
    print_section(console, f"Text, with its {len(claims)} claims in the margin")
    console.print(_draw_text(document, claims, short))


def _list_facts(document: Document) -> dict[str, RenderableType | None]:
    dated = document.published
    known = document.how_known
    when = (
        Text(f"{say_interval(dated.from_, dated.to)} ({dated.precision.value}; {dated.how})")
        if dated
        else Text("nothing in it or about it says", style="dim")
    )
    return {
        "identifier": Text(document.id),
        "publisher": Text(_with_evidence(document.publisher, known.get("publisher"))),
        "published": when,
        "language": Text(_with_evidence(document.lang, known.get("lang"))),
        "address": Text(clean(document.url)) if document.url else None,
        "original": Text(f"SHA-256 {document.original}"),
        "read as": Text(
            f"{document.media_type}, {document.reader}, {len(document.text)} characters"
        ),
        "defects": Text(
            "\n".join(f"{say_code(flaw.kind)} at {flaw.start}" for flaw in document.defects)
        )
        if document.defects
        else None,
    }


def _with_evidence(fact: str | None, how: str | None) -> str:
    return f"{clean(fact) or UNKNOWN}{f' (from: {how})' if how else ''}"


def _draw_text(document: Document, claims: Sequence[Claim], short: Mapping[str, str]) -> Table:
    table = Table.grid(padding=(0, 2, 1, 0))
    table.add_column(no_wrap=True, style="bright_black")
    table.add_column(overflow="fold")
    for in_, words in (("title", document.title or ""), ("text", document.text)):
        mine = [claim for claim in claims if claim.in_ == in_]
        left_out = [
            segment
            for segment in document.segments
            if segment.in_ == in_ and segment.kind is SegmentKind.BOILERPLATE
        ]
        for start, end in split_paragraphs(words):
            beside = [claim for claim in mine if start <= claim.start < end]
            margin = "\n".join(short.get(claim.id, claim.id) for claim in beside)
            table.add_row(margin, _mark(words, (start, end), mine, left_out))
    return table


def _mark(
    words: str, span: tuple[int, int], claims: Sequence[Claim], left_out: Sequence[Segment]
) -> Text:
    start, end = span
    text = Text(blank_controls(words[start:end]))
    for claim in claims:
        if claim.start < end and start < claim.end:
            text.stylize("underline", max(0, claim.start - start), claim.end - start)
    for segment in left_out:
        if segment.start < end and start < segment.end:
            text.stylize("dim strike", max(0, segment.start - start), segment.end - start)
    if any(segment.start <= start and end <= segment.end for segment in left_out):
        text.append("  [left out: not the document's own words on the matter]", style="dim")
    return text
