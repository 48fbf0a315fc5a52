"""What kinds of voices there are, and the words that tell them apart."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from onrecord.claims.phrases import Phrase
from onrecord.model.vocabulary import SpeakerKind


@dataclass(frozen=True, slots=True)
class Speaker:
    """A voice: its fullest name in the document, its kind, and the listed party it speaks for.

    `named` is false for a description kept as described ("a hospital official").
    """

    name: str
    kind: SpeakerKind
    speaks_for: str | None = None
    named: bool = True


# What is known of a name or a description: canonical name, kind, listed party; `None` if nothing.
Lookup = Callable[[str], Speaker | None]


@dataclass(frozen=True, slots=True, eq=False)
class Heard:
    """A speaker or an organisation at a place of the document."""

    at: int
    speaker: Speaker
    person: bool
    words: frozenset[str]
    spoke: bool


REPORT_NOUNS = frozenset(
    {"report", "statement", "study", "document", "investigation", "finding", "research", "account",
     "analysis", "survey", "release", "briefing", "tally", "bulletin", "dispatch"}
)  # fmt: skip
# Titles as they stand before a name.
SHORTENED = {
    "general": ("gen", "gen."), "colonel": ("col", "col."), "lieutenant": ("lt", "lt."),
    "major": ("maj", "maj."), "captain": ("capt", "capt."), "governor": ("gov", "gov."),
    "senator": ("sen", "sen."), "sergeant": ("sgt", "sgt."), "doctor": ("dr", "dr."),
    "admiral": ("adm", "adm."), "commander": ("cmdr", "cmdr."), "professor": ("prof", "prof."),
}  # fmt: skip
CIVIL = frozenset({"group", "watchdog", "monitor", "network", "ngo", "charity", "organization", "organisation", "observatory"})  # fmt: skip
CIVIL_KINDS = frozenset({SpeakerKind.RECORDER, SpeakerKind.RESPONDER, SpeakerKind.MEDICAL, SpeakerKind.INTERGOVERNMENTAL})  # fmt: skip
OF_GROUPS = CIVIL_KINDS | {SpeakerKind.ORGANISATION}
MONITORS = frozenset({"monitor", "observatory", "watchdog", "network"})
STATE_TITLES = frozenset(
    {"ministry", "spokesman", "spokeswoman", "spokesperson", "general", "colonel", "army", "military",
     "force", "forces", "commander", "government", "minister", "navy", "kremlin", "pentagon",
     "gen.", "col.", "maj.", "brig.", "adm.", "brigadier", "admiral"}
)  # fmt: skip
# Voices whose words do not tell whom they speak for.
OF_NOBODY = frozenset(
    {SpeakerKind.BELLIGERENT, SpeakerKind.OFFICIAL, SpeakerKind.UNNAMED, SpeakerKind.PERSON}
)
STATE_WORDS = frozenset(
    {"ministry", "army", "military", "command", "coalition", "government", "force"}
)
STATE_KINDS = frozenset(
    {SpeakerKind.BELLIGERENT, SpeakerKind.OFFICIAL, SpeakerKind.LOCAL_AUTHORITY}
)


# As far as "its press office" reaches back to the body that it belongs to.
CLOSE = 120
OWNERS = {"its": "it", "his": "he", "her": "she", "their": "they"}
ORGANS = REPORT_NOUNS | {"office", "summary", "website", "page", "channel", "account", "centre", "center", "figure", "list"}  # fmt: skip


def is_possessed(phrase: Phrase) -> bool:
    """For "its press office", "their report": whoever has it speaks."""
    return phrase.words[0] in OWNERS and phrase.head.lemma in ORGANS


def of_title(phrase: Phrase, persons: list[Heard]) -> list[Heard]:
    """Those called by the title; of a longer description ("the valley's governor") only those."""
    lemma = phrase.head.lemma
    title = {lemma, *SHORTENED.get(lemma, ())}
    titled = [heard for heard in persons if title & heard.words]
    plain = [word for word in phrase.words if word not in ("the", "a", "an", "this", "that")]
    return titled or ([heard for heard in persons if heard.spoke] if len(plain) == 1 else [])


# What a body that publishes for itself calls its own papers and people.
PAPERS = REPORT_NOUNS | {"official", "inquiry", "review", "assessment", "officials"}


def has_voice(publisher: Speaker) -> bool:
    """Whether a publisher speaks for itself, as a ministry does and a newspaper does not."""
    silent = (SpeakerKind.PUBLISHER, SpeakerKind.MEDIA, SpeakerKind.AGENCY)
    return publisher.kind not in silent


def described(phrase: Phrase, lookup: Lookup) -> Speaker:
    """A speaker kept as described."""
    known = lookup(phrase.text)
    name = without_article(phrase.text)
    if known is not None:
        return Speaker(
            known.name if known.named else name, known.kind, known.speaks_for, known.named
        )
    kind = SpeakerKind.PERSON if phrase.pronoun else SpeakerKind.UNNAMED
    return Speaker(name, kind, named=False)


def without_article(name: str) -> str:
    """The name without "the" or "a"."""
    article, _, rest = name.partition(" ")
    return rest if article.lower() in ("the", "a", "an") and rest else name


_KINDS_OF_NAMES = (
    (SpeakerKind.RECORDER, {"monitor", "observatory", "network", "watch", "archive", "project", "rights"}),
    (SpeakerKind.RESPONDER, {"rescue", "corps", "crescent", "defence", "defense", "helmets", "ambulance"}),
    (SpeakerKind.MEDICAL, {"hospital", "clinic", "medical"}),
    (SpeakerKind.AGENCY, {"agency", "press", "wire"}),
    (SpeakerKind.MEDIA, {"news", "times", "post", "courier", "gazette", "radio", "television", "tv", "media"}),
    (SpeakerKind.LOCAL_AUTHORITY, {"council", "police", "municipality", "sheriff", "county", "city"}),
)  # fmt: skip


def kind_of_name(words: Sequence[str]) -> SpeakerKind:
    """What sort of voice an organisation on no list is, by the words of its name."""
    own = set(words)
    return next((kind for kind, signs in _KINDS_OF_NAMES if own & signs), SpeakerKind.ORGANISATION)


def name_words(name: str) -> frozenset[str]:
    """The words of a name, without regard to case."""
    return frozenset(word.casefold() for word in name.split())
