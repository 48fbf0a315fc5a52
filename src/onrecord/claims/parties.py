"""Text → party hits: who is named, under which listed name, and in what manner."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from onrecord.claims.countries import load_countries
from onrecord.claims.lexicon import Hit
from onrecord.claims.party_book import ARMED_GROUPS
from onrecord.claims.party_words import Head, Name, NameKind, Surroundings, name_matcher

_COMMA_PLACE = re.compile(r"\b[A-Z][\w'\u2019-]+,\s*$")
_ARTICLE = re.compile(r"\b[Tt]he\s+$")
# "Hamas-run": the name only describes what follows. "Syria Daily": part of a longer name.
_DESCRIBES = re.compile(r"[-\u2010\u2011][a-z]")
_LONGER_NAME = re.compile(r" [A-Z][a-z]+")
_NEW = re.compile(r"\bNew\s+$")
_OWNED = re.compile(r"['\u2019]s?\b|['\u2019]\s")


class PartyUse(StrEnum):
    """In what manner a party is named."""

    GROUP = "group"
    FORCE = "force"
    ADJECTIVE = "adjective"
    COUNTRY = "country"
    CAPITAL = "capital"
    LEADER = "leader"
    AUTHORITIES = "authorities"
    ALLIES = "allies"
    SPEAKER = "speaker"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyHit:
    """A party as written at `[start, end)` and by its listed name; its part is for the reader.

    `use` says how it is named: a group's own name, a force ("Syrian army"), an adjective before
    an attack ("Russian airstrikes"), a country, a capital or a leader as actor, authorities or a
    regime, allies of the government named before, or a speaker ("army spokesman"), who is the
    party's mouth and not its hand.
    """

    text: str
    start: int
    end: int
    name: str
    use: PartyUse
    country: str | None


def find_parties(text: str, *, country_hint: str | None = None, offset: int = 0) -> list[PartyHit]:
    """The parties that a text names, in order; `offset` is added to the offsets.

    `country_hint` is the country a document is about (ISO 3166-1 alpha-2): with it "the army",
    "government forces" and "the regime" are read, and aliases that differ by conflict.
    Nationalities of people, countries as places and ministers as speakers are no parties.
    """
    names = name_matcher().find(text)
    finder = _Finder(text, names, country_hint)
    hits = list(_drop_inner([*finder.named(), *finder.unnamed()]))
    return [
        PartyHit(
            text=hit.text,
            start=hit.start + offset,
            end=hit.end + offset,
            name=hit.name,
            use=hit.use,
            country=hit.country,
        )
        for hit in _drop_inner([*hits, *finder.allies(hits)])
    ]


class _Finder:
    """Reads the names of one text in their surroundings."""

    def __init__(self, text: str, names: list[Hit[Name]], hint: str | None) -> None:
        self.text = text
        self.names = names
        self.hint = hint
        self.around = Surroundings(text, names)

    def named(self) -> Iterator[PartyHit]:
        """Hits that rest on a name or an adjective."""
        readers = {
            NameKind.PARTY: self._party,
            NameKind.LOCAL: self._local,
            NameKind.ADJECTIVE: self._adjective,
            NameKind.COUNTRY: self._country,
            NameKind.BOTH: self._both,
            NameKind.CAPITAL: self._capital,
            NameKind.LEADER: self._leader,
        }
        for name in self.names:
            hit = readers[name.payload.kind](name)
            if hit is not None:
                yield hit

    def unnamed(self) -> Iterator[PartyHit]:
        """Forces and rulers named without their country: those of the document's country."""
        if self.hint is None:
            return
        country = load_countries().get(self.hint)
        if country is None:
            return
        for word in self.around.words:
            if "ours" in word.payload:
                name = ARMED_GROUPS.get(self.hint, country.forces)
                yield self._hit(word.start, word.end, name, PartyUse.FORCE, self.hint)
            elif "rulers" in word.payload and self.text[word.end : word.end + 4] != " of ":
                name = country.government
                yield self._hit(word.start, word.end, name, PartyUse.AUTHORITIES, self.hint)

    def allies(self, known: list[PartyHit]) -> Iterator[PartyHit]:
        """Whoever is allied ("its allies") to the government whose name stands last before."""
        for word in self.around.words:
            if "allies" in word.payload:
                before = [hit for hit in known if hit.end <= word.start and hit.country]
                code = before[-1].country if before else self.hint
                if code in load_countries():
                    name = f"unspecified allies of the {load_countries()[code].government}"
                    yield self._hit(word.start, word.end, name, PartyUse.ALLIES, code)

    def _hit(self, start: int, end: int, name: str, use: PartyUse, country: str | None) -> PartyHit:
        speaks = use in (PartyUse.FORCE, PartyUse.AUTHORITIES, PartyUse.GROUP)
        return PartyHit(
            text=self.text[start:end],
            start=start,
            end=end,
            name=name,
            use=PartyUse.SPEAKER if speaks and self.around.follows(end, "tail") else use,
            country=country,
        )

    def _party(self, name: Hit[Name]) -> PartyHit | None:
        within = name.payload.within
        if _DESCRIBES.match(self.text, name.end) or (within and self.hint not in (None, *within)):
            return None
        party, country = name.payload.party or "", name.payload.country
        state = load_countries().get(country or "")
        use = PartyUse.GROUP
        if state is not None and party == state.forces:
            use = PartyUse.FORCE
        elif state is not None and party == state.government:
            use = PartyUse.AUTHORITIES
        return self._hit(name.start, name.end, party, use, country)

    def _local(self, name: Hit[Name]) -> PartyHit | None:
        party = (name.payload.local or {}).get(self.hint or "")
        if party is None:
            return None
        return self._hit(name.start, name.end, party, PartyUse.GROUP, self.hint)

    def _adjective(self, name: Hit[Name]) -> PartyHit | None:
        head = self.around.read_head(name.end)
        return self._of_head(name, head) if head else None

    def _of_head(self, name: Hit[Name], head: Head) -> PartyHit | None:
        code = name.payload.country or ""
        country = load_countries()[code]
        forces = ARMED_GROUPS.get(code, country.forces)
        end = head.end if head.beside else name.end
        if head.role == "attack":
            return self._hit(name.start, name.end, forces, PartyUse.ADJECTIVE, code)
        if head.role == "force":
            return self._hit(name.start, end, forces, PartyUse.FORCE, code)
        if head.role == "defence":
            start, listed = name.start, country.defence_ministry
            return self._hit(start, end, listed, PartyUse.AUTHORITIES, code)
        if head.role == "government":
            return self._of_government(name, head, end)
        return None

    def _of_government(self, name: Hit[Name], head: Head, end: int) -> PartyHit:
        code = name.payload.country or ""
        country = load_countries()[code]
        roles = self.around.role_at(self.around.next_start(head.end))
        if roles & {"attack", "force"} and "tail" not in roles:
            return self._hit(
                name.start, end, ARMED_GROUPS.get(code, country.forces), PartyUse.FORCE, code
            )
        article = _ARTICLE.search(self.text, max(0, name.start - 6), name.start)
        start = article.start() if article else name.start
        return self._hit(start, end, country.government, PartyUse.AUTHORITIES, code)

    def _country(self, name: Hit[Name]) -> PartyHit | None:
        head = self.around.read_head(name.end)
        if _OWNED.match(self.text, name.end) or (head and head.beside):
            return self._of_head(name, head) if head else None
        return self._actor(name, PartyUse.COUNTRY) if self._acts(name) else None

    def _both(self, name: Hit[Name]) -> PartyHit | None:
        head = self.around.read_head(name.end)
        if head is not None:
            return self._of_head(name, head)
        doing = self.around.follows(name.end, "doing")
        return self._actor(name, PartyUse.COUNTRY) if doing and self._acts(name) else None

    def _acts(self, name: Hit[Name]) -> bool:
        """Whether a country's name stands for its government and not for a place."""
        if _DESCRIBES.match(self.text, name.end) or self.around.precedes(name.start, "elsewhere"):
            return False
        if _NEW.search(self.text, max(0, name.start - 6), name.start):
            return False
        doing = self.around.follows(name.end, "doing")
        if _LONGER_NAME.match(self.text, name.end) and not doing:
            return False
        return not _COMMA_PLACE.search(self.text, max(0, name.start - 30), name.start)

    def _capital(self, name: Hit[Name]) -> PartyHit | None:
        around = self.around
        if around.precedes(name.start, "elsewhere") or around.follows(name.end, "town"):
            return None
        if self.text[name.end : name.end + 1] in ("-", ","):
            return None
        if _OWNED.match(self.text, name.end):
            head = around.read_head(name.end)
            struck = head is not None and head.role in ("attack", "force")
            return self._actor(name, PartyUse.CAPITAL) if struck else None
        meant = around.follows(name.end, "doing") or around.precedes(name.start, "towards")
        return self._actor(name, PartyUse.CAPITAL) if meant else None

    def _leader(self, name: Hit[Name]) -> PartyHit | None:
        if _OWNED.match(self.text, name.end):
            head = self.around.read_head(name.end)
            return self._of_head(name, head) if head else None
        return self._actor(name, PartyUse.LEADER)

    def _actor(self, name: Hit[Name], use: PartyUse) -> PartyHit:
        code = name.payload.country or ""
        forces = ARMED_GROUPS.get(code, load_countries()[code].forces)
        return self._hit(name.start, name.end, forces, use, code)


def _drop_inner(hits: list[PartyHit]) -> Iterator[PartyHit]:
    last = 0
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if hit.start >= last:
            yield hit
            last = hit.end
