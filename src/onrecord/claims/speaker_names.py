"""Words for a speaker → who that is: full name, kind of voice, and whose mouth it is."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from onrecord.claims.countries import load_countries
from onrecord.claims.lexicon import Hit, PhraseMatcher, load_lexicon
from onrecord.claims.parties import find_parties
from onrecord.claims.party_words import NameKind, name_matcher
from onrecord.model.vocabulary import SpeakerKind

_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_BLANK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerEntry:
    """A voice: full name, kind, and the listed party that it speaks for, `None` for nobody's.

    `named` is false for a description ("a hospital official"), whose name is the words as given.
    """

    name: str
    kind: SpeakerKind
    speaks_for: str | None = None
    named: bool = True


@dataclass(frozen=True, slots=True)
class _Description:
    kind: SpeakerKind
    speaks: str


@lru_cache(maxsize=4096)
def lookup_speaker(words: str, *, country_hint: str | None = None) -> SpeakerEntry | None:
    """Who a name or a description is, `None` if nothing is known of such words.

    A known organisation named in the words wins ("a spokesman for Airwars"), then a state's
    office ("Russian defense ministry"), then what the description alone says ("residents").
    `country_hint` (ISO 3166-1 alpha-2) is used only by descriptions that name no country.
    """
    plain = _BLANK.sub(" ", words).strip(" ,.;:\"'\u201c\u201d\u2019")
    plain = _ARTICLE.sub("", plain, count=1) if _ARTICLE.match(plain) else plain
    if not plain:
        return None
    return _known(plain) or _described(plain, country_hint)


def find_speakers(text: str) -> list[Hit[SpeakerEntry]]:
    """The known organisations that a text names, in order."""
    return _known_matcher().find(text)


def _known(words: str) -> SpeakerEntry | None:
    hits = _known_matcher().find(words)
    if not hits:
        return None
    whole = [hit for hit in hits if hit.start == 0 and hit.end == len(words)]
    return max(whole or hits, key=lambda hit: (hit.end - hit.start, -hit.start)).payload


def _described(words: str, hint: str | None) -> SpeakerEntry | None:
    description = _read_description(words)
    country = _country_of(words)
    party = _party_of(words, description, country or hint)
    if description is None or description.kind is SpeakerKind.UNNAMED:
        mouth = _by_party(words, party or _party_of(words, None, country or hint))
        if mouth is not None or description is None:
            return mouth or _by_state(words)
    office = description.speaks in ("forces", "government", "defence")
    return SpeakerEntry(
        name=_full_name(words, description, country) if office else words,
        kind=description.kind,
        speaks_for=party,
        named=office and country is not None and "official" not in words.lower(),
    )


def _read_description(words: str) -> _Description | None:
    """The phrase whose head comes first decides: "a doctor at the army hospital" is a doctor."""
    hits = _description_matcher().find(words)
    clause = re.split(r"\b(?:at|in|of|from|for|with|who|on|near)\b", words, maxsplit=1)[0]
    first = [hit for hit in hits if hit.end <= len(clause)]
    chosen = first[-1:] or hits[:1]
    if chosen and chosen[0].payload.kind is SpeakerKind.UNNAMED and len(hits) > 1:
        chosen = [hit for hit in hits if hit.payload.kind is not SpeakerKind.UNNAMED][:1] or chosen
    return chosen[0].payload if chosen else None


def _country_of(words: str) -> str | None:
    kinds = (NameKind.ADJECTIVE, NameKind.BOTH, NameKind.COUNTRY, NameKind.CAPITAL)
    return next(
        (hit.payload.country for hit in name_matcher().find(words) if hit.payload.kind in kinds),
        None,
    )


def _party_of(words: str, description: _Description | None, code: str | None) -> str | None:
    country = load_countries().get(code or "")
    speaks = description.speaks if description else "group"
    if speaks == "group":
        hits = find_parties(words, country_hint=code)
        return hits[0].name if hits else None
    if country is None or speaks == "none":
        return None
    return country.government if speaks == "government" else country.forces


def _by_party(words: str, party: str | None) -> SpeakerEntry | None:
    if party is None:
        return None
    return SpeakerEntry(name=words, kind=SpeakerKind.BELLIGERENT, speaks_for=party)


def _by_state(words: str) -> SpeakerEntry | None:
    """A country or capital that speaks ("Moscow denied it") speaks for its government."""
    kinds = (NameKind.COUNTRY, NameKind.BOTH, NameKind.CAPITAL)
    for hit in name_matcher().find(words):
        if hit.end - hit.start == len(words) and hit.payload.kind in kinds:
            government = load_countries()[hit.payload.country or ""].government
            return SpeakerEntry(name=words, kind=SpeakerKind.OFFICIAL, speaks_for=government)
    return None


def _full_name(words: str, description: _Description, code: str | None) -> str:
    """The listed name where the words are a ministry's own name, else the words."""
    country = load_countries().get(code or "")
    if country is None:
        return words
    own = (*country.adjectives, *country.names)
    for name in own:
        rest = words.removeprefix(name).removeprefix("'s").removeprefix("\u2019s").strip().lower()
        if description.speaks == "defence" and rest in _DEFENCE_NAMES:
            return country.defence_ministry
        if rest in _FOREIGN_NAMES:
            return f"{country.adjectives[0]} Ministry of Foreign Affairs"
    return words


_DEFENCE_NAMES = frozenset(
    {"defense ministry", "defence ministry", "ministry of defense", "ministry of defence"}
)
_FOREIGN_NAMES = frozenset({"foreign ministry", "ministry of foreign affairs"})


@cache
def _known_matcher() -> PhraseMatcher[SpeakerEntry]:
    phrases: dict[str, SpeakerEntry] = {}
    for entry in load_lexicon("speakers")["speaker"]:
        try:
            kind = SpeakerKind(entry.text("kind"))
        except ValueError as error:
            raise ValueError(f"{entry.where}: {error}") from error
        known = SpeakerEntry(
            name=entry.text("name"), kind=kind, speaks_for=entry.maybe("speaks_for")
        )
        phrases.update(dict.fromkeys((known.name, *entry.texts("aliases")), known))
    return PhraseMatcher(phrases)


@cache
def _description_matcher() -> PhraseMatcher[_Description]:
    phrases: dict[str, _Description] = {}
    for entry in load_lexicon("speakers")["description"]:
        try:
            kind = SpeakerKind(entry.text("kind"))
        except ValueError as error:
            raise ValueError(f"{entry.where}: {error}") from error
        meaning = _Description(kind, entry.text("speaks"))
        phrases.update(dict.fromkeys(entry.texts("phrases"), meaning))
    return PhraseMatcher(phrases)
