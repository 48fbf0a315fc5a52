"""The party book: every listed party, its aliases and ties, from the lexicons."""

from functools import cache

from onrecord.claims.countries import Country, load_countries
from onrecord.claims.lexicon import Entry, load_lexicon
from onrecord.model.party import Party, PartyBook

# Palestinian groups fire what would elsewhere be a state's rockets.
ARMED_GROUPS = {"PS": "Palestinian armed groups"}
# "The army" in texts about these is that of the state which occupies them.
OCCUPIERS = {"PS": "IL"}


@cache
def load_party_book() -> PartyBook:
    """All listed parties: forces, governments and ministries of every country, and the groups."""
    states = {entry.text("country"): entry for entry in load_lexicon("parties")["state"]}
    parties = [
        party
        for country in load_countries().values()
        for party in _state_parties(country, states.get(country.code))
    ]
    parties += [_group(entry) for entry in load_lexicon("parties")["group"]]
    return PartyBook(sorted(parties, key=lambda party: party.name))


def _state_parties(country: Country, entry: Entry | None) -> list[Party]:
    allies = entry.texts("allies") if entry else ()
    found = [
        Party(
            name=country.government,
            kind="government",
            country=country.code,
            aliases=entry.texts("government") if entry else (),
            allies=allies,
        ),
        *_ministries(country),
    ]
    if entry is None or entry.says("armed", default=True):
        found.append(
            Party(
                name=country.forces,
                kind="state_force",
                country=country.code,
                aliases=entry.texts("forces") if entry else (),
                government=country.government,
                allies=allies,
            )
        )
    return found


def _ministries(country: Country) -> list[Party]:
    adjective = country.adjectives[0]
    return [
        Party(
            name=f"{adjective} Ministry of {field}",
            kind="government",
            country=country.code,
            aliases=aliases,
            government=country.government,
        )
        for field, aliases in (
            ("Defense", (f"{adjective} Defense Ministry", f"{adjective} Defence Ministry")),
            ("Foreign Affairs", (f"{adjective} Foreign Ministry",)),
        )
    ]


def _group(entry: Entry) -> Party:
    return Party(
        name=entry.text("name"),
        kind=entry.text("kind"),
        country=entry.maybe("country"),
        aliases=entry.texts("aliases"),
        allies=entry.texts("allies"),
    )
