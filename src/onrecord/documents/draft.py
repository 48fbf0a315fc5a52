"""What a format reader makes of bytes, before it is segmented, dated and named."""

from collections.abc import Callable
from dataclasses import dataclass, field

from onrecord.model.document import Defect
from onrecord.model.source import Captured


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A text and what the file itself says about it; values are words as found, not yet parsed.

    `title` is set when the format gives it apart from the text. `published` are date words with
    their evidence in `published_how`; `not_after` is a weak date (made or saved then), which only
    completes a day and month without a year. `how_known` maps a field to its evidence.
    """

    text: str
    reader: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    published_how: str | None = None
    not_after: str | None = None
    url: str | None = None
    lang: str | None = None
    owner: str | None = None
    defects: tuple[Defect, ...] = ()
    how_known: dict[str, str] = field(default_factory=dict)


FormatReader = Callable[[Captured], Draft]
