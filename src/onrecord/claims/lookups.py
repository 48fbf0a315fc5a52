"""Words for a speaker or a publisher → who that is and whose mouth, with the document's own names."""

import re

from onrecord.claims.naming import Naming, read_naming
from onrecord.claims.parties import PartyUse, find_parties
from onrecord.claims.party_book import load_party_book
from onrecord.claims.party_words import NameKind
from onrecord.claims.speaker_names import SpeakerEntry, lookup_speaker
from onrecord.claims.voice_kinds import Speaker
from onrecord.model.vocabulary import SpeakerKind

_OFFICIALS = (SpeakerKind.OFFICIAL, SpeakerKind.LOCAL_AUTHORITY)
_STATE = re.compile(
    r"\b(ministry|minister|government|regime|president|presidency|presidential|parliament|embassy|ambassador|envoy"
    r"|cabinet|authorities|state (?:television|tv|media|radio|news agency)|foreign office)\b",
    re.IGNORECASE,
)
_ARMED = re.compile(
    r"\b(army|military|air force|navy|armed forces|general staff|defen[cs]e ministry|ministry of defen[cs]e"
    r"|defen[cs]e minister|high command|joint command)\b",
    re.IGNORECASE,
)
# Behind the name of a state these too are its voices: "the Varnian general".
_ARMED_OF_STATE = re.compile(
    r"\b(general|colonel|brigadier|commander|command|captain|lieutenant|admiral|marshal|chiefs? of staff"
    r"|officers?|forces|troops|pilots?|soldiers?)\b",
    re.IGNORECASE,
)
_CIVIL_OF_STATE = re.compile(
    r"\b(officials?|diplomats?|delegates?|delegation|spokes\w+|leader|leadership|foreign office"
    r")\b",
    re.IGNORECASE,
)


def look_up(words: str, country: str | None, naming: Naming) -> Speaker | None:
    """Who a speaker's name or description is; `None` if nothing is known of such words."""
    entry = lookup_speaker(words, country_hint=country)
    known = entry is not None and (entry.named or entry.speaks_for is not None)
    party = None if known and entry is not None and entry.named else _party(words, entry, naming)
    if party is not None:
        kind = entry.kind if entry is not None else SpeakerKind.BELLIGERENT
        name = _plain_name(words)
        return Speaker(name, _of_mouth(kind), party, named=name[:1].isupper())
    if entry is None:
        return None
    return as_speaker(entry) if entry.speaks_for is None else _of_state(words, entry)


def look_up_publisher(name: str | None, naming: Naming) -> tuple[SpeakerKind, str | None]:
    """A publisher's kind and whose mouth it is: a ministry's own page speaks for the ministry."""
    entry = lookup_speaker(name) if name else None
    if entry is not None and entry.named:
        return entry.kind, entry.speaks_for
    party = _party(name, entry, naming, home=False) if name else None
    if party is None:
        return SpeakerKind.PUBLISHER, None
    return _of_mouth(entry.kind if entry is not None else SpeakerKind.BELLIGERENT), party


def unlisted_name(words: str, naming: Naming | None = None) -> str | None:
    """The party that a speaker's description names ("Varnian army spokesman"), if any.

    `naming` is what the document calls its parties; without it the words alone tell.
    """
    hits = find_parties(f"{words} said", naming=naming or read_naming(words, None))
    name = hits[0].name if hits else None
    return name if name not in load_party_book().parties else None


def as_speaker(entry: SpeakerEntry) -> Speaker:
    """A known voice as a speaker."""
    return Speaker(entry.name, entry.kind, entry.speaks_for, entry.named)


def _party(
    words: str, entry: SpeakerEntry | None, naming: Naming, *, home: bool = True
) -> str | None:
    """The unlisted party whose mouth the words are: named in them, or the office's of a state."""
    if entry is not None and entry.kind is SpeakerKind.INTERGOVERNMENTAL:
        return None
    party = unlisted_name(words, naming)
    if party is not None or (entry is not None and entry.speaks_for is not None):
        return party
    kinds = (NameKind.ADJECTIVE, NameKind.COUNTRY, NameKind.CAPITAL)
    hits = [hit.payload for hit in naming.own.find(words)]
    codes = [hit.country for hit in hits if hit.kind in kinds]
    of_state = any(hit.kind is NameKind.ADJECTIVE for hit in hits)
    ranked = of_state and _ARMED_OF_STATE.search(words) is not None
    armed = _ARMED.search(words) is not None or ranked
    civil = _STATE.search(words) or (of_state and _CIVIL_OF_STATE.search(words))
    if not armed and not civil:
        return None
    code = next(iter(codes), naming.home if home else None)
    state = naming.states.get(code or "")
    if state is None or state.listed:
        return None
    return state.forces if armed else state.government


def _of_mouth(kind: SpeakerKind) -> SpeakerKind:
    """A party's own voice is a belligerent's or an official's, whatever else its words suggest."""
    return SpeakerKind.OFFICIAL if kind in _OFFICIALS else SpeakerKind.BELLIGERENT


def _plain_name(words: str) -> str:
    name = " ".join(words.split())
    article, _, rest = name.partition(" ")
    return rest if article.lower() in ("the", "a", "an") and rest else name


def _of_state(words: str, entry: SpeakerEntry) -> Speaker:
    """A country or its capital as speaker is its government."""
    hits = find_parties(f"{words} said")
    if len(hits) == 1 and hits[0].use in (PartyUse.COUNTRY, PartyUse.CAPITAL):
        party = load_party_book().parties.get(hits[0].name)
        if party is not None and len(hits[0].text) >= len(words) - 4:
            name = party.government or party.name
            return Speaker(name, SpeakerKind.OFFICIAL, party.name)
    return as_speaker(entry)
