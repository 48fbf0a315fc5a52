"""Text and spans → the terminal: a paragraph with the words of a claim marked in it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from onrecord.cli.render import blank_controls, is_right_to_left
from onrecord.model.claim import Claim

CLAIM_LETTER = "~"
_PARAGRAPH = re.compile(r"\S(?:.|\n(?![ \t\u00a0]*\n))*")
_MARK_STYLES = {
    "n": ("number", "bold magenta"),
    "p": ("place", "cyan"),
    "t": ("time", "cyan"),
    "y": ("party", "blue"),
    "w": ("weapon", "blue"),
    "o": ("object", "blue"),
    "h": ("hedge", "yellow4"),
    "a": ("attribution", "bright_black italic"),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch `[start, end)` of a text and the letter of what it is."""

    start: int
    end: int
    letter: str


def split_paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Where paragraphs stand: runs of lines between blank lines."""
    return ((found.start(), found.end()) for found in _PARAGRAPH.finditer(text))


def find_paragraph(text: str, start: int, end: int) -> tuple[int, int]:
    """The paragraph or paragraphs around `[start, end)`."""
    touched = [span for span in split_paragraphs(text) if span[0] < end and start < span[1]]
    return (min(touched)[0], max(touched)[1]) if touched else (start, end)


def list_marks(claim: Claim) -> list[Mark]:
    """The nested words of a claim, the widest first, so that finer ones stay visible."""
    groups = (
        ("a", claim.attribution),
        ("h", claim.hedge.spans),
        ("p", claim.places),
        ("t", (claim.when,) if claim.when else ()),
        ("y", claim.parties),
        ("w", claim.weapons),
        ("o", claim.objects),
        ("n", claim.counts),
    )
    marks = [
        Mark(words.start, words.end, letter)
        for letter, group in groups
        for words in group
        if words.start is not None and words.end is not None
    ]
    return sorted(marks, key=lambda mark: (mark.start - mark.end, mark.start, mark.letter))


def print_marked(console: Console, text: str, claim: Claim) -> None:
    """Prints the paragraph of a claim: in colours on a terminal, with letters below elsewhere."""
    marks = list_marks(claim)
    ends = [claim.start, claim.end, *(place for mark in marks for place in (mark.start, mark.end))]
    first, last = find_paragraph(text, min(ends), max(ends))
    shown = blank_controls(text[first:last])
    if console.is_terminal or is_right_to_left(shown):
        console.print(_colour(shown, claim, marks, first))
    else:
        letters = _spell(len(shown), claim, marks, first)
        for start, end in _wrap(shown, console.width - 2):
            console.print(Text(f"  {shown[start:end]}"), soft_wrap=True)
            below = _underline(shown[start:end], letters[start:end])
            if below.strip():
                console.print(Text(f"  {below.rstrip()}"), soft_wrap=True)
    console.print(_legend(marks))


def _colour(shown: str, claim: Claim, marks: Iterable[Mark], first: int) -> Text:
    text = Text(shown, style="dim")
    text.stylize("not dim", claim.start - first, claim.end - first)
    text.stylize("underline", claim.start - first, claim.end - first)
    for mark in marks:
        style = f"not dim {_MARK_STYLES[mark.letter][1]}"
        text.stylize(style, mark.start - first, mark.end - first)
    return text


def _spell(length: int, claim: Claim, marks: Iterable[Mark], first: int) -> list[str]:
    letters = [" "] * length
    for mark in (Mark(claim.start, claim.end, CLAIM_LETTER), *marks):
        for place in range(max(0, mark.start - first), min(length, mark.end - first)):
            letters[place] = mark.letter
    return letters


def _underline(line: str, letters: list[str]) -> str:
    pairs = zip(line, letters, strict=True)
    return "".join(letter * cell_len(character) for character, letter in pairs)


def _wrap(shown: str, width: int) -> Iterator[tuple[int, int]]:
    start = 0
    while len(shown) - start > width:
        cut = shown.rfind(" ", start, start + width + 1)
        end = cut if cut > start else start + width
        yield start, end
        start = end + (1 if cut > start else 0)
    yield start, len(shown)


def _legend(marks: Iterable[Mark]) -> Text:
    words = Text("  ")
    words.append("~ the claim", style="underline dim")
    for letter in dict.fromkeys(mark.letter for mark in marks):
        name, style = _MARK_STYLES[letter]
        words.append("  ")
        words.append(f"{letter} {name}", style=style)
    return words
