"""A frame: somebody is said to say something."""

from dataclasses import dataclass

from onrecord.claims.syntax import Token


@dataclass(slots=True, eq=False)
class Frame:
    """Somebody says something: speaker, cue and content, as spans of the document.

    `speakers` are the head words of the noun phrases that speak (more than one when they are
    joined); `stance` is says, alleges, concedes, denies or leaves_open ("did not deny"); `noun` is
    set where a report or an allegation speaks ("X's report", "allegations by X that …"). `parent`
    is the frame whose content holds it.
    """

    cue: Token
    stance: str
    speakers: list[Token]
    attribution: tuple[int, int]
    content: tuple[int, int]
    noun: bool = False
    negated: bool = False
    parent: "Frame | None" = None
