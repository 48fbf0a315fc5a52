"""Text → party hits: who is named, under which listed name, and in what manner."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from onrecord.claims.lexicon import Hit
from onrecord.claims.naming import Naming, naming_of
from onrecord.claims.party_book import ARMED_GROUPS, OCCUPIERS
from onrecord.claims.party_words import (
    Head,
    Name,
    NameKind,
    Surroundings,
    name_matcher,
)

_COMMA_PLACE = re.compile(r"\b[A-Z][\w'\u2019-]+,\s*$")
_ARTICLE = re.compile(r"\b[Tt]he\s+$")
# "Hamas-run": the name only describes what follows. "Syria Daily": part of a longer name.
_DESCRIBES = re.compile(r"[-\u2010\u2011][a-z]")
_LONGER_NAME = re.compile(r" [A-Z][a-z]+")
# "Syria live: …": a heading and no actor.
_LABEL = re.compile(r"(?: [a-z]+){0,2}:")
_NEW = re.compile(r"\bNew\s+$")
# "Military operations" may be anybody's.
_UNDERTAKINGS = frozenset(
    {"operation", "operations", "campaign", "intervention", "offensive", "offensives", "siege",
     "blockade", "intelligence", "occupation", "aggression", "invasion", "targeting", "massacre"}
)  # fmt: skip
_MADE_BY = re.compile(
    r"-(?:laid|planted|fired|dropped|launched|flown|inflicted|caused|set|made)\b(?! -?in\b)"
)
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
    BARE = "bare"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyHit:
    """A party as written at `[start, end)` and by its listed name; its part is for the reader.

    `use` says how it is named: a group's own name, a force ("Syrian army"), an adjective before
    an attack ("Russian airstrikes"), a country, a capital or a leader as actor, authorities or a
    regime, allies of the government named before, a speaker ("army spokesman"), who is the
    party's mouth and not its hand, or a bare noun ("soldiers") that is only taken for its side.
    """

    text: str
    start: int
    end: int
    name: str
    use: PartyUse
    country: str | None


def find_parties(
    text: str, *, country_hint: str | None = None, offset: int = 0, naming: Naming | None = None
) -> list[PartyHit]:
    """The parties that a text names, in order; `offset` is added to the offsets.

    `naming` is what the whole document calls its parties; without it, `country_hint` is the
    country it is about (ISO 3166-1 alpha-2). With either "the army", "government forces" and "the
    regime" are read, and aliases that differ by conflict. Nationalities of people, countries as
    places and ministers as speakers are no parties.
    """
    naming = naming or naming_of(country_hint)
    finder = _Finder(text, _names(text, naming), naming)
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


def _names(text: str, naming: Naming) -> list[Hit[Name]]:
    """The listed names and the document's own; where they meet, the longer, else its own."""
    own, listed = naming.own.find(text), name_matcher().find(text)
    if not own:
        return listed
    listed = [hit for hit in listed if hit.payload.kind is not NameKind.LOCAL or _is_free(hit, own)]
    found = sorted(
        [*((hit, 1) for hit in own), *((hit, 0) for hit in listed)],
        key=lambda ranked: (ranked[0].start, -ranked[0].end, -ranked[1]),
    )
    kept: list[Hit[Name]] = []
    for hit, _ in found:
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept


def _is_free(hit: Hit[Name], others: list[Hit[Name]]) -> bool:
    return not any(hit.start < other.end and other.start < hit.end for other in others)


class _Finder:
    """Reads the names of one text in their surroundings."""

    def __init__(self, text: str, names: list[Hit[Name]], naming: Naming) -> None:
        self.text = text
        self.names = names
        self.hint = naming.home
        self.states = naming.states
        self.alone = naming.alone
        self.around = Surroundings(text, names)

    def named(self) -> Iterator[PartyHit]:
        """Hits that rest on a name or an adjective."""
        readers = {
            NameKind.PARTY: self._party,
            NameKind.LOCAL: self._local,
            NameKind.BAND: self._band,
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
        country = self.states.get(self.hint or "")
        if country is None or self.hint is None:
            return
        for word in self.around.words:
            if any(name.start < word.end and word.start < name.end for name in self.names):
                continue
            found = list(self._of_home(word, self._home_forces()))
            yield from found
            rules = "rulers" in word.payload and self.text[word.end : word.end + 4] != " of "
            if rules and not found:
                name = country.government
                yield self._hit(word.start, word.end, name, PartyUse.AUTHORITIES, self.hint)

    def _of_home(self, word: Hit[frozenset[str]], forces: str) -> Iterator[PartyHit]:
        if "ours" in word.payload:
            yield self._hit(word.start, word.end, forces, PartyUse.FORCE, self.hint)
        elif word.payload & {"owner", "bare"} and not self._is_owned(word):
            if "owner" in word.payload:
                yield from self._owned(word, forces)
            elif self.alone:
                yield self._hit(word.start, word.end, forces, PartyUse.BARE, self.hint)

    def _home_forces(self) -> str:
        """Whose "the army" is: the document's country's, or the army that occupies it."""
        home = self.hint or ""
        return self.states[OCCUPIERS.get(home, home)].forces

    def _owned(self, owner: Hit[frozenset[str]], forces: str) -> Iterator[PartyHit]:
        """For "army helicopters", "government artillery fire", "army-laid mines"."""
        if _MADE_BY.match(self.text, owner.end):
            yield self._hit(owner.start, owner.end, forces, PartyUse.ADJECTIVE, self.hint)
            return
        head = self.around.read_head(owner.end)
        if head is None or self.text[head.start : head.end].lower() in _UNDERTAKINGS:
            return
        end = head.end if head.beside else owner.end
        if head.role == "force":
            yield self._hit(owner.start, end, forces, PartyUse.FORCE, self.hint)
        elif head.role == "attack":
            yield self._hit(owner.start, owner.end, forces, PartyUse.ADJECTIVE, self.hint)

    def _is_owned(self, word: Hit[frozenset[str]]) -> bool:
        """Whether a state's name or adjective stands before: "Russian government troops"."""
        return any(
            name.end <= word.start and self.around.next_start(name.end) == word.start
            for name in self.names
        )

    def allies(self, known: list[PartyHit]) -> Iterator[PartyHit]:
        """Whoever is allied ("its allies") to the government whose name stands last before."""
        for word in self.around.words:
            if "allies" in word.payload:
                before = [hit for hit in known if hit.end <= word.start and hit.country]
                code = (before[-1].country if before else self.hint) or ""
                if code in self.states:
                    name = f"unspecified allies of the {self.states[code].government}"
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
        meant = within is None or self.hint in within
        if not meant and (self.hint is not None or name.payload.generic):
            return None
        if _DESCRIBES.match(self.text, name.end):
            return None
        party, country = name.payload.party or "", name.payload.country
        state = self.states.get(country or "")
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

    def _band(self, name: Hit[Name]) -> PartyHit | None:
        """For "rebel shelling", "insurgents", in a text about one armed group."""
        if _DESCRIBES.match(self.text, name.end) or self.around.follows(name.end, "tail"):
            return None
        head = self.around.read_head(name.end)
        attack = head is not None and head.beside and head.role == "attack"
        use = PartyUse.ADJECTIVE if attack else PartyUse.BARE
        return self._hit(name.start, name.end, name.payload.party or "", use, None)

    def _adjective(self, name: Hit[Name]) -> PartyHit | None:
        head = self.around.read_head(name.end)
        return self._of_head(name, head) if head else None

    def _of_head(self, name: Hit[Name], head: Head) -> PartyHit | None:
        code = name.payload.country or ""
        country = self.states[code]
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
        country = self.states[code]
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
        if _LABEL.match(self.text, name.end):
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
        forces = ARMED_GROUPS.get(code, self.states[code].forces)
        return self._hit(name.start, name.end, forces, use, code)


def _drop_inner(hits: list[PartyHit]) -> Iterator[PartyHit]:
    last = 0
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if hit.start >= last:
            yield hit
            last = hit.end
