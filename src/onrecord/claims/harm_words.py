"""The words of harm of one language, as the reader needs them."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from onrecord.model.vocabulary import Age, Harm, Sex, Status


@dataclass(frozen=True, slots=True)
class VictimKind:
    """What a noun itself says about the people it counts."""

    sex: Sex = Sex.UNKNOWN
    age: Age = Age.UNKNOWN
    status: Status = Status.UNKNOWN

    def may_be(self, other: "VictimKind") -> bool:
        """Whether people of both kinds can be the same: no woman is a man, no soldier a civilian."""
        sexes = {self.sex, other.sex} - {Sex.UNKNOWN}
        ages = {self.age, other.age} - {Age.UNKNOWN}
        standings = {self.status, other.status} - {Status.UNKNOWN}
        return max(len(sexes), len(ages), len(standings)) < 2


@dataclass(frozen=True, slots=True)
class HarmWords:
    """For one harm: verbs by use, nouns, adjectives, counted nouns, nouns of tolls, phrases."""

    transitive: frozenset[str]
    intransitive: frozenset[str]
    nouns: frozenset[str]
    adjectives: frozenset[str]
    counted: frozenset[str]
    tolls: frozenset[str]
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WoundWords:
    """Words that tell of wounds beside a verb that does not: bullets, bodies, states, hospitals."""

    wounds: frozenset[str]
    suffering: frozenset[str]
    striking: frozenset[str]
    bullets: frozenset[str]
    body: frozenset[str]
    conditions: frozenset[str]
    hospitals: frozenset[str]
    carrying: frozenset[str]
    unhurt: frozenset[str]
    blaming: frozenset[str]


@dataclass(frozen=True, slots=True)
class HarmLexicon:
    """All words of harm: victims by noun, groups that are a number, and the words of each harm."""

    victims: Mapping[str, VictimKind]
    groups: Mapping[str, tuple[int, int | None]]
    harms: Mapping[Harm, HarmWords]
    shooting: frozenset[str]
    leaving: frozenset[str]
    including: frozenset[str]
    unreal_modals: frozenset[str]
    unreal_verbs: frozenset[str]
    leads: frozenset[str]
    keeping: frozenset[str]
    beliefs: frozenset[str]
    perpetrators: frozenset[str]
    attempted: frozenset[str]
    deeds: frozenset[str]
    deaths_of_owner: frozenset[str]
    gravely: frozenset[str]
    turned: frozenset[str]
    wounding: WoundWords


def read_toml(name: str) -> dict[str, Any]:
    """A lexicon file of this room, parsed."""
    source = files("onrecord.claims").joinpath("lexicons", name)
    return tomllib.loads(source.read_text(encoding="utf-8"))


@cache
def load_harm(lang: str = "en") -> HarmLexicon:
    """The words of harm of a language, read once."""
    raw = read_toml(f"{lang}_harm.toml")
    return HarmLexicon(
        victims=_victims(raw["victims"]),
        groups={
            word: (group["min"], group.get("max"))
            for group in raw["groups"]
            for word in group["words"]
        },
        harms={harm: _harm_words(raw[harm.value]) for harm in Harm},
        shooting=frozenset(raw["shooting"]["transitive"]),
        leaving=frozenset(raw["leaving"]["verbs"]),
        including=frozenset(raw["including"]["words"]),
        unreal_modals=frozenset(raw["unreal"]["modals"]),
        unreal_verbs=frozenset(raw["unreal"]["verbs"]),
        leads=frozenset(raw["unreal"]["leads"]),
        keeping=frozenset(raw["unreal"]["keeping"]),
        beliefs=frozenset(raw["unreal"]["beliefs"]),
        perpetrators=frozenset(raw["perpetrating"]["nouns"]),
        attempted=frozenset(raw["attempted"]["words"]),
        deeds=frozenset(raw["deeds"]["nouns"]),
        deaths_of_owner=frozenset(raw["deeds"]["deaths_of_owner"]),
        gravely=frozenset(raw["deeds"]["gravely"]),
        turned=frozenset(raw["deeds"]["turned"]),
        wounding=WoundWords(**{name: frozenset(words) for name, words in raw["wounds"].items()}),
    )


def _victims(groups: list[dict[str, Any]]) -> dict[str, VictimKind]:
    kinds: dict[str, VictimKind] = {}
    for group in groups:
        kind = VictimKind(
            Sex(group.get("sex", "unknown")),
            Age(group.get("age", "unknown")),
            Status(group.get("status", "unknown")),
        )
        for word in group["words"]:
            kinds.setdefault(word, kind)
            if word.endswith("man"):
                kinds.setdefault(word.removesuffix("man") + "men", kind)
    return kinds


def _harm_words(raw: Mapping[str, list[str]]) -> HarmWords:
    return HarmWords(
        transitive=frozenset(raw["transitive"]),
        intransitive=frozenset(raw["intransitive"]),
        nouns=frozenset(raw["nouns"]),
        adjectives=frozenset(raw["adjectives"]),
        counted=frozenset(raw["counted"]),
        tolls=frozenset(raw["tolls"]),
        phrases=tuple(raw["phrases"]),
    )
