"""A whole document → the country it is about, and how it uses the names of places."""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.claims.countries import is_capital, load_countries
from onrecord.claims.gazetteer import Gazetteer
from onrecord.claims.name_keys import name_key
from onrecord.claims.party_words import NameKind, name_matcher
from onrecord.claims.person_names import find_family_names
from onrecord.claims.place_candidates import (
    Candidate,
    Cue,
    Level,
    find_candidates,
    is_dateline,
)
from onrecord.claims.place_record import Match, PlaceKind, PlaceRecord
from onrecord.claims.place_words import PlaceText

# Votes: a place named with its cue says most, a nationality, which also names attackers, little.
_PLACED, _REGION, _TOWN, _CAPITAL, _NAMED = 4.0, 3.0, 3.0, 1.0, 0.5
# A name said again says less.
_AGAIN = 0.4
_ENOUGH = 0.5
# The size (root of the population) from which a name is surely a place and no family's.
_SURE = 100.0
# A document's home: a province counts as so many towns; towns must be this large, and this many
# times larger than any namesake elsewhere.
_SURE_PROVINCE, _TOWN_SIZE, _FAR_LARGER, _FEWEST_HOME = 2, 20_000, 5, 2
_NATIONAL = (NameKind.ADJECTIVE, NameKind.BOTH, NameKind.COUNTRY)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceContext:
    """What a whole document says about its places.

    `provinces` are keys of names that it calls provinces more often than cities; `home` is the
    first division in which most of those places lie that can be no others. `families` are keys of
    the last names of people.
    """

    country: str | None = None
    provinces: frozenset[str] = frozenset()
    home: str | None = None
    families: frozenset[str] = frozenset()


def document_country(text: str, gazetteer: Gazetteer) -> str | None:
    """The country that a document is about (ISO 3166-1 alpha-2), `None` if nothing tells.

    Countries named as places ("in Syria"), regions and towns vote; nationalities, which also
    name the attackers, count little.
    """
    return _country_of(PlaceText(text), gazetteer)


def _country_of(words: PlaceText, gazetteer: Gazetteer) -> str | None:
    votes = _votes(words, gazetteer)
    best = sorted(votes.items(), key=lambda item: (-item[1], item[0]))
    return best[0][0] if best and best[0][1] >= _ENOUGH else None


def read_place_context(text: str, gazetteer: Gazetteer) -> PlaceContext:
    """The country of a document, and the names that it calls provinces more often than cities."""
    words = PlaceText(text)
    country = _country_of(words, gazetteer)
    called: Counter[tuple[Level, str]] = Counter()
    candidates = find_candidates(words, gazetteer, country)
    for one in candidates:
        if one.level is not None:
            called[one.level, name_key(one.text)] += 1
    provinces = {
        key
        for (level, key), times in called.items()
        if level is Level.PROVINCE and times > called[Level.CITY, key]
    }
    home = _home_of(candidates, country) if country else None
    return PlaceContext(
        country=country,
        provinces=frozenset(provinces),
        home=home,
        families=_families(text, gazetteer, country),
    )


def _families(text: str, gazetteer: Gazetteer, country: str | None) -> frozenset[str]:
    """The last names of people, apart from those in names of places ("San Orlo was hit")."""
    found = dict(find_family_names(text))
    return frozenset(
        key
        for full, key in found.items()
        if not any(r.match is Match.EXACT for r in gazetteer.lookup(full, country=country))
    )


def _home_of(candidates: Sequence[Candidate], country: str | None) -> str | None:
    """The first division of most sure places: provinces, and towns far larger than namesakes."""
    votes: Counter[str] = Counter()
    for one in candidates:
        here = [r for r in one.records if r.country == country and r.match is Match.EXACT]
        if not here:
            continue
        best = here[0]
        if best.kind is PlaceKind.PROVINCE:
            votes[best.admin1 or best.name] += _SURE_PROVINCE
        elif best.kind is PlaceKind.PLACE and best.admin1 and _stands_out(best, here):
            votes[best.admin1] += 1
    if not votes:
        return None
    name, most = max(votes.items(), key=lambda item: (item[1], item[0]))
    return name if most >= _FEWEST_HOME and most * 2 > votes.total() else None


def _stands_out(best: PlaceRecord, here: Sequence[PlaceRecord]) -> bool:
    others = [r.population for r in here[1:] if r.admin1 != best.admin1]
    return best.population >= _TOWN_SIZE and best.population >= _FAR_LARGER * max(others, default=0)


def _votes(words: PlaceText, gazetteer: Gazetteer) -> dict[str, float]:
    votes: dict[str, float] = defaultdict(float)
    for hit in name_matcher().find(words.text):
        code = hit.payload.country
        if code in load_countries() and hit.payload.kind in _NATIONAL:
            again = code in votes
            votes[code] += _NAMED * _AGAIN**2 if again else _NAMED
    seen: set[str] = set()
    for one in find_candidates(words, gazetteer, None):
        key = name_key(one.text)
        if _speaks(words, one) and not is_dateline(words.text, one):
            share = 1.0 if key not in seen else _AGAIN
            for code, weight in _weights(one).items():
                votes[code] += weight * share
            seen.add(key)
    return votes


def _speaks(words: PlaceText, one: Candidate) -> bool:
    """Whether a name votes: called a place, or the country at the end of a chain."""
    if one.cue in (Cue.AT, Cue.NEAR) or one.level is not None or one.part or one.region:
        return True
    country = any(record.kind is PlaceKind.COUNTRY for record in one.records)
    chained = words.text[: words.back(one.start)].endswith(",")
    return country and (chained or one.cue is Cue.ABOUT)


def _weights(one: Candidate) -> dict[str, float]:
    """How much a place speaks for each country that has one of its name."""
    if one.region is not None:
        return {one.region.country: _REGION} if one.region.country else {}
    exact = [record for record in one.records if record.match is Match.EXACT and record.country]
    countries = [record for record in exact if record.kind is PlaceKind.COUNTRY]
    states = [record for record in exact if record.kind is PlaceKind.PROVINCE]
    if countries:
        shared = {record.country for record in (*countries, *states) if record.country}
        return dict.fromkeys(sorted(shared), _PLACED / len(shared))
    sizes: dict[str, float] = defaultdict(float)
    for record in exact:
        sizes[record.country or ""] = max(sizes[record.country or ""], _size(record))
    total = sum(sizes.values())
    town = (_CAPITAL if is_capital(one.text) else _TOWN) * min(1.0, 0.2 + total / _SURE)
    return {code: town * size / total for code, size in sizes.items()}


def _size(record: PlaceRecord) -> float:
    """Larger places are likelier to be meant; the user's own are always meant."""
    if record.own:
        return 10 * _SURE
    return _SURE if record.kind is PlaceKind.PROVINCE else 1.0 + math.sqrt(record.population)
