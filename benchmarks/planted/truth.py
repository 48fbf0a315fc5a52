"""What was planted, apart from the claims: incidents, copies, answers, and the numbers that follow.

The ranges are worked out here from the statements alone, by the rules of docs/methods/ranges.md
written down a second time, so that they check the rooms that count and not repeat them.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from benchmarks.planted.attacks import Attack
from benchmarks.planted.drafts import Counted, Draft, Figure, Text

from onrecord.model.identity import ClaimId, DocumentId
from onrecord.model.vocabulary import Age, Basis, Harm, Sex, Status, VictimClass

Key = tuple[Harm, VictimClass | None]


@dataclass(frozen=True, slots=True)
class Bound:
    """The range of one harm and class that the planted claims of an attack determine."""

    min: int
    max: int | None
    open: bool


@dataclass(frozen=True, slots=True)
class PlantedCopy:
    """A copied text: the first text of its family, and how it was copied."""

    original: DocumentId
    credited: bool
    rewritten: float


@dataclass(frozen=True, slots=True)
class PlantedAnswer:
    """What an answer answers: an attack by its number, or none, with why (`general`, `earlier`)."""

    attack: int | None
    kind: str


@dataclass(slots=True)
class Truth:
    """All that a score needs to know. Attacks are named by number.

    `ranges` hold what the claims determine; an attack of which a figure has no date has none.
    `parties` are the attackers that any claim names.
    """

    attacks: dict[int, Attack] = field(default_factory=dict)
    incident_of: dict[ClaimId, int] = field(default_factory=dict)
    copies: dict[DocumentId, PlantedCopy] = field(default_factory=dict)
    answers: dict[ClaimId, PlantedAnswer] = field(default_factory=dict)
    ranges: dict[int, dict[Key, Bound]] = field(default_factory=dict)
    parties: dict[int, frozenset[str]] = field(default_factory=dict)

    def add(self, other: "Truth") -> None:
        """Takes in the truth of another part of the corpus."""
        self.attacks |= other.attacks
        self.incident_of |= other.incident_of
        self.copies |= other.copies
        self.answers |= other.answers
        self.ranges |= other.ranges
        self.parties |= other.parties


@dataclass(frozen=True, slots=True)
class Told:
    """One figure of one voice on one day; `headline` has lost its "at least"."""

    voice: str
    day: date
    counted: Counted
    headline: bool


def list_told(texts: Iterable[Text], attack: int) -> list[Told] | None:
    """Every figure that texts of their own give of an attack, in order of day; copies add none.

    `None` if a figure has no date, so that nobody can say which one is the newest.
    """
    told = []
    for text in texts:
        if text.original is not None:
            continue
        for sentence in (text.title, *(one for p in text.paragraphs for one in p)):
            draft = sentence.draft if sentence is not None else None
            if draft is None or draft.attack != attack:
                continue
            if draft.counts and text.published is None:
                return None
            told += _tell(draft, text, headline=sentence is text.title)
    return sorted(told, key=lambda one: one.day)


def _tell(draft: Draft, text: Text, *, headline: bool) -> list[Told]:
    voice = draft.speakers[-1] or ""
    day = text.published or date.max
    return [Told(voice, day, counted, headline) for counted in draft.counts]


def bound_all(told: Iterable[Told], attack: Attack) -> dict[Key, Bound]:
    """The ranges of one attack: an entry for each harm and class that somebody counts."""
    live: dict[tuple[str, Harm, Status, Sex, Age], Told] = {}
    for one in told:
        counted = one.counted
        live[one.voice, counted.harm, counted.status, counted.sex, counted.age] = one
    found: dict[Key, Bound] = {}
    for harm in (Harm.KILLED, Harm.INJURED):
        wholes = _add_up(live.values(), harm)
        if wholes:
            found[harm, None] = _bound(wholes)
    for class_ in _CLASSES:
        figures = [
            (one.counted.figure, one.headline)
            for one in live.values()
            if _is_of(one.counted, class_)
        ]
        if figures:
            found[Harm.KILLED, class_] = _bound(figures)
    if _is_unclear(live.values(), attack):
        found.pop((Harm.KILLED, VictimClass.CIVILIAN), None)
    return found


_CLASSES = (VictimClass.CHILD, VictimClass.WOMAN, VictimClass.FIGHTER, VictimClass.CIVILIAN)


def _is_of(counted: Counted, class_: VictimClass) -> bool:
    """Whether a figure counts the class as such."""
    return {
        VictimClass.CHILD: counted.age is Age.CHILD,
        VictimClass.WOMAN: counted.sex is Sex.WOMAN,
        VictimClass.FIGHTER: counted.status is Status.DIRECT_PARTICIPANT,
        VictimClass.CIVILIAN: counted.status is Status.CIVILIAN,
    }[class_]


def _is_unclear(live: Iterable[Told], attack: Attack) -> bool:
    """Whether some count civilians and others people, so that status is presumed or not."""
    wholes = [
        one.counted for one in live if one.counted.harm is Harm.KILLED and not one.counted.part
    ]
    return attack.wording == "mixed" or any(one.status is Status.UNKNOWN for one in wholes)


def _add_up(live: Iterable[Told], harm: Harm) -> list[tuple[Figure, bool]]:
    """The whole of each voice; civilians and fighters counted apart are added."""
    by_voice: dict[str, list[Told]] = {}
    for one in live:
        if one.counted.harm is harm and not one.counted.part:
            by_voice.setdefault(one.voice, []).append(one)
    return [
        (_sum([one.counted.figure for one in parts]), all(one.headline for one in parts))
        for parts in by_voice.values()
    ]


def _sum(figures: list[Figure]) -> Figure:
    if len(figures) == 1:
        return figures[0]
    tops = [one.high for one in figures]
    return Figure(
        low=sum(one.low for one in figures),
        high=None if None in tops else sum(top for top in tops if top is not None),
        basis=figures[0].basis,
        stated=None,
    )


def _bound(figures: list[tuple[Figure, bool]]) -> Bound:
    """Lowest lower end, largest number stated, and whether a floor states it."""
    least = min(figure.low for figure, _ in figures)
    numbered = [figure for figure, _ in figures if figure.basis is not Basis.VAGUE]
    if not numbered:
        return Bound(least, None, open=True)
    most = max(figure.top for figure, _ in figures)
    at_top = [(figure, headline) for figure, headline in figures if figure.top == most]
    floor = any(figure.high is None for figure, _ in at_top)
    closed = any(figure.high is not None and not headline for figure, headline in at_top)
    return Bound(least, most, open=floor or not closed)
