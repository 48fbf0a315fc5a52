"""Clauses → claim types: what a clause is about, by the rule that says so.

`Clause.of_period` is set where the text gives an account of a period: its figures are tallies.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.claims.harm_words import load_harm
from onrecord.claims.patterns import ClauseBooks, make_plain
from onrecord.claims.syntax import Token
from onrecord.claims.units import find_unit
from onrecord.model.claim import Count, ObjectMention, WeaponMention
from onrecord.model.vocabulary import ClaimType, Counted, Harm, ObjectKind, Unit, Weapon

_PEOPLE_HARMED = frozenset({Harm.KILLED, Harm.INJURED, Harm.KILLED_OR_INJURED, Harm.MISSING})
_VIOLENT = frozenset(
    {"bomb", "shell", "bombard", "attack", "shoot", "storm", "raid", "ambush", "strafe", "torch",
     "murder", "assassinate", "execute", "strangle", "stab", "behead", "lynch", "massacre", "abduct",
     "kidnap", "rape", "torture", "gun", "detonate", "explode", "bulldoze", "pound", "ram", "poison",
     "firebomb", "slaughter", "decapitate", "torpedo", "mortar", "snipe"}
)  # fmt: skip
_PERSONS = frozenset({"he", "she", "they", "who", "i", "we", "one", "both", "another", "whom"})
# "Strikes" may be one attack; killings are as many deeds as are told.
_EACH_ONE_DEED = frozenset(
    {"killing", "murder", "homicide", "massacre", "shooting", "stabbing", "execution", "slaying"}
)
_NOT_OBJECTS = frozenset({ObjectKind.UNKNOWN})


@dataclass(frozen=True, slots=True)
class Clause:
    """What is known of a clause when its type is decided."""

    text: str
    tokens: Sequence[Token]
    counts: Sequence[Count]
    figures: Sequence[Count]
    weapons: Sequence[WeaponMention]
    objects: Sequence[ObjectMention]
    has_day: bool
    has_place: bool
    has_party: bool
    many_places: bool = False
    has_number: bool = False
    of_period: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """The type of a clause, further types, its unit, and the rule with how sure it is (0–1)."""

    type: ClaimType
    also: tuple[ClaimType, ...]
    unit: Unit
    rule: str
    confidence: float


def classify(clause: Clause, books: ClauseBooks) -> Kind | None:
    """The type of a clause that is no answer; `None` if nothing in it is worth a claim."""
    for rule in _RULES:
        kind = rule(clause, books)
        if kind is not None:
            return kind
    return None


def _by_victims(clause: Clause, books: ClauseBooks) -> Kind | None:
    harmed = [count for count in clause.counts if count.harm in _PEOPLE_HARMED]
    if harmed:
        return _of_harmed(clause, books)
    if any(count.harm is Harm.DISPLACED for count in clause.counts):
        unit = find_unit(clause.text, books, has_day=clause.has_day, counted=True)
        return Kind(ClaimType.DISPLACEMENT, (), unit, "victims/displaced", 0.8)
    if clause.counts:
        return _of_held(clause, books)
    return None


def _of_harmed(clause: Clause, books: ClauseBooks) -> Kind:
    unit = _unit_of_harmed(clause, books)
    attack = (ClaimType.ATTACK,) if _has_attack(clause, books) else ()
    compares = books.comparison.has("comparison", clause.text)
    if unit is Unit.INCIDENT:
        return Kind(ClaimType.CASUALTY_COUNT, attack, unit, "victims/licensed", 0.9)
    if unit is Unit.STOCK:
        return Kind(ClaimType.STOCK_FIGURE, (), unit, "victims/stock", 0.85)
    also = attack if unit is Unit.MULTI_INCIDENT else ()
    if compares:
        also = (ClaimType.COMPARISON, *also)
    return Kind(ClaimType.TALLY, also, unit, "victims/tally", 0.85)


def _is_one_person(clause: Clause) -> bool:
    """For "one soldier killed amid 12 attacks": nobody dies in more than one of them."""
    dead = [count for count in clause.counts if count.harm is Harm.KILLED]
    return len(dead) == 1 and dead[0].max == 1


def _unit_of_harmed(clause: Clause, books: ClauseBooks) -> Unit:
    """Of what a figure of victims is: in an account of a period of the period, unless dated."""
    unit = find_unit(clause.text, books, has_day=clause.has_day, counted=True)
    if unit is Unit.AGGREGATE_PERIOD and not clause.of_period and _is_single(clause):
        return Unit.INCIDENT
    if unit is Unit.MULTI_INCIDENT and _is_one_person(clause):
        return Unit.INCIDENT
    if unit is not Unit.INCIDENT or clause.has_day or books.comparison.has("single", clause.text):
        return unit
    compares = books.comparison.has("comparison", clause.text)
    whole = clause.of_period and not _is_of_an_attack(clause, books)
    return Unit.AGGREGATE_PERIOD if compares or whole else unit


def _is_of_an_attack(clause: Clause, books: ClauseBooks) -> bool:
    """Whether a single attack is named: "during a strike on a factory"."""
    return any(
        token.lemma in books.attack_nouns
        and token.tag == "NN"
        and any(child.lower in ("a", "an", "the", "this", "that") for child in token.children)
        for token in clause.tokens
    )


def _is_single(clause: Clause) -> bool:
    """Whether one person is told of: "a nurse was killed in March" is no figure of March."""
    if any(count.max != 1 for count in clause.counts):
        return False
    return not clause.has_number or (len(clause.counts) == 1 and bool(clause.figures))


def _of_held(clause: Clause, books: ClauseBooks) -> Kind:
    unit = find_unit(clause.text, books, has_day=clause.has_day, counted=True)
    if any(count.harm is Harm.BESIEGED for count in clause.counts):
        return Kind(ClaimType.SIEGE, (), unit, "victims/besieged", 0.8)
    return Kind(ClaimType.CASUALTY_COUNT, (), unit, "victims/detained", 0.8)


def _by_comparison(clause: Clause, books: ClauseBooks) -> Kind | None:
    if not books.comparison.has("comparison", clause.text):
        return None
    if books.comparison.has("single", clause.text):
        return None
    unit = find_unit(clause.text, books, has_day=False, counted=True)
    unit = Unit.AGGREGATE_PERIOD if unit is Unit.INCIDENT else unit
    return Kind(ClaimType.COMPARISON, (), unit, "topic/comparison", 0.7)


def _by_counting(clause: Clause, books: ClauseBooks) -> Kind | None:
    """For "the 14th homicide of the year", "of these, 212 were women", "318 by the army"."""
    if clause.has_day:
        return None
    counts = books.counting.has("harm", clause.text)
    period = books.aggregate.has("period", clause.text)
    if period and books.counting.has("ordinal", clause.text):
        return Kind(ClaimType.TALLY, (), Unit.AGGREGATE_PERIOD, "counting/ordinal", 0.7)
    if not clause.has_number or books.comparison.has("comparison", clause.text):
        return None
    if clause.of_period and (counts or books.counting.has("part", clause.text)):
        return Kind(ClaimType.TALLY, (), Unit.AGGREGATE_PERIOD, "counting/part", 0.6)
    if period and counts:
        return Kind(ClaimType.TALLY, (), Unit.AGGREGATE_PERIOD, "counting/period", 0.6)
    return None


def _by_reproach(clause: Clause, books: ClauseBooks) -> Kind | None:
    """What somebody condemns, deplores or welcomes, be it an attack."""
    reproach = any(
        t.is_verb and t.lemma in _REPROACHING and t.dep in ("ROOT", "conj", "ccomp")
        for t in clause.tokens
    )
    if not reproach or clause.has_day:
        return None
    return Kind(ClaimType.OPINION, (), Unit.NONE, "topic/opinion", 0.5)


_REPROACHING = frozenset(
    {"condemn", "deplore", "denounce", "lament", "applaud", "praise", "welcome"}
)


def _by_topic(clause: Clause, books: ClauseBooks) -> Kind | None:
    found = books.topics.search(clause.text)
    if not found:
        return None
    topic = ClaimType(found[0].name)
    further = tuple(ClaimType(hit.name) for hit in found[1:3])
    if topic in (ClaimType.PATTERN_ASSESSMENT, ClaimType.CONCEALMENT_ALLEGATION) and clause.objects:
        further = (*further, ClaimType.TARGET_DAMAGE)
    unit = _unit_of_topic(topic, clause)
    return Kind(topic, tuple(dict.fromkeys(further)), unit, f"topic/{topic.value}", 0.75)


def _unit_of_topic(topic: ClaimType, clause: Clause) -> Unit:
    plural = any(
        t.lower in ("strikes", "attacks", "raids", "areas", "bombings") for t in clause.tokens
    )
    if topic in (ClaimType.TARGET_STATUS, ClaimType.LEGAL_ASSESSMENT) and plural:
        return Unit.MULTI_INCIDENT
    if topic is ClaimType.TARGET_STATUS and clause.has_day:
        return Unit.INCIDENT
    if topic is ClaimType.AGREEMENT_VIOLATION and clause.has_number and not clause.has_day:
        return Unit.AGGREGATE_PERIOD
    return Unit.NONE


def _by_fate(clause: Clause, books: ClauseBooks) -> Kind | None:
    """What became of people, told without a figure: in hospital, named, unhurt."""
    if books.fate.has("unhurt", clause.text):
        return Kind(ClaimType.CONTEXT, (), Unit.INCIDENT, "fate/unhurt", 0.5)
    struck = books.fate.has("struck", clause.text) and _tells_of_person(clause)
    if not (struck or books.fate.has("harmed", clause.text)) or _is_unreal(clause):
        return None
    attack = (ClaimType.ATTACK,) if _has_attack(clause, books) else ()
    return Kind(ClaimType.CASUALTY_COUNT, attack, Unit.INCIDENT, "fate/harmed", 0.5)


def _tells_of_person(clause: Clause) -> bool:
    subjects = [t for t in clause.tokens if t.dep in ("nsubj", "nsubjpass")]
    people = load_harm().victims
    return any(t.entity == "PERSON" or t.lower in _PERSONS or t.lemma in people for t in subjects)


def _by_doer(clause: Clause, books: ClauseBooks) -> Kind | None:
    """Who is said to have done it, or that nobody claims it."""
    if books.attributing.has("nobody", clause.text):
        return Kind(ClaimType.CONTEXT, (), Unit.NONE, "doer/nobody", 0.5)
    if books.attributing.has("doer", clause.text):
        return Kind(ClaimType.ATTACK, (), Unit.INCIDENT, "doer/named", 0.6)
    return None


def _by_deed(clause: Clause, books: ClauseBooks) -> Kind | None:
    if not _has_attack(clause, books) or _is_unreal(clause):
        return None
    if _UNCLAIMED.search(make_plain(clause.text)) is not None:
        return Kind(ClaimType.CONTEXT, (), Unit.NONE, "background/unclaimed", 0.6)
    unit = find_unit(clause.text, books, has_day=clause.has_day, counted=False)
    type, also = _deed(clause, books)
    if unit is Unit.INCIDENT and not clause.has_day and books.aggregate.has("nth", clause.text):
        unit = Unit.AGGREGATE_PERIOD
    if unit is Unit.INCIDENT and clause.many_places:
        unit = Unit.MULTI_INCIDENT
    if unit is Unit.INCIDENT and not _is_one_attack(clause, books):
        unit = Unit.NONE
    return Kind(type, also, unit, f"deed/{type.value}", 0.7)


# "No group has said it was behind the blast" tells of no attack.
_UNCLAIMED = re.compile(
    r"\b(?:nobody|no one|none|no (?:\w+ )?(?:group|faction|party|organi[sz]ation|side))\b.{0,40}"
    r"\b(?:claim|behind|responsib|admit)"
)


def _deed(clause: Clause, books: ClauseBooks) -> tuple[ClaimType, tuple[ClaimType, ...]]:
    lemmas = {token.lemma for token in clause.tokens} | {token.lower for token in clause.tokens}
    named = [
        w
        for w in clause.weapons
        if w.weapon not in (Weapon.AIR_STRIKE, Weapon.UNKNOWN, Weapon.SMALL_ARMS)
    ]
    common = all(w.weapon in _COMMON for w in named)
    if named and lemmas & (_CHOOSING if common else books.use_verbs):
        also = (ClaimType.ATTACK,) if lemmas & books.attack_nouns else ()
        return ClaimType.WEAPON_USE, also
    hit = [o for o in clause.objects if o.object not in _NOT_OBJECTS]
    if hit and lemmas & books.damage_verbs and _tells_of_damage(clause, books):
        return ClaimType.TARGET_DAMAGE, (ClaimType.ATTACK,)
    return ClaimType.ATTACK, (ClaimType.TARGET_DAMAGE,) if hit else ()


# Arms that every army fires: only their choice is worth telling, and not that they were fired.
_COMMON = frozenset({Weapon.ROCKET, Weapon.ARTILLERY_SHELL, Weapon.MORTAR, Weapon.DRONE})
_CHOOSING = frozenset({"use", "employ", "deploy"})
_HITTING = frozenset({"hit", "strike", "target"})
_FALLING = frozenset({"collapse", "gut"})


def _tells_of_damage(clause: Clause, books: ClauseBooks) -> bool:
    """Whether a thing is told to be damaged: "rockets hit the quarter" tells of what they did."""
    struck = [t for t in clause.tokens if t.is_verb and t.lemma in _HITTING]
    harming = books.damage_verbs - _HITTING | _FALLING
    harmed = {t.lemma for t in clause.tokens} & harming
    return bool(harmed) or not struck or any(t.child("nsubjpass") is not None for t in struck)


def _is_speech(clause: Clause, books: ClauseBooks) -> bool:
    """For "Attacked critics", "blasted the report": words, not weapons."""
    return any(
        token.is_verb
        and token.lemma in books.attack_verbs | {"blast", "slam"}
        and (thing := token.child("dobj")) is not None
        and (thing.lemma in books.speech_targets or token.has_child("as", "prep"))
        for token in clause.tokens
    )


def _has_attack(clause: Clause, books: ClauseBooks) -> bool:
    if _is_speech(clause, books):
        return False
    if clause.weapons:
        return True
    for token in clause.tokens:
        if token.lemma in books.attack_nouns and token.tag.startswith("NN"):
            return True
        if (
            token.is_verb
            and token.lemma in books.damage_verbs
            and (clause.objects or clause.has_place)
        ):
            return True
        if token.is_verb and (token.lemma in _VIOLENT or _is_firing(token)):
            return True
    return False


def _is_firing(verb: Token) -> bool:
    """For "fired on a house", "opened fire", "fell on the camp", "landed in the yard"."""
    if verb.lemma == "open":
        return verb.has_child("fire", "dobj")
    if verb.lemma not in ("fire", "fall", "land", "rain"):
        return False
    behind = [c.lower for c in verb.children if c.dep in ("prep", "prt") and c.i > verb.i]
    return any(word in ("on", "at", "into", "upon", "in", "onto", "over") for word in behind)


def _is_unreal(clause: Clause) -> bool:
    """Plans, fears and wishes: every verb of the clause stands under "could", "will" or "to"."""
    verbs = [t for t in clause.tokens if t.is_verb and t.dep not in ("aux", "auxpass", "amod")]
    return bool(verbs) and all(
        any(
            c.lower in ("will", "could", "would", "should", "to") and c.dep == "aux"
            for c in verb.children
        )
        for verb in verbs
    )


def _is_one_attack(clause: Clause, books: ClauseBooks) -> bool:
    """A deed without figures is one attack only if it is placed, dated, or a definite single one."""
    if clause.has_day or (clause.has_place and _singular_attack(clause, books)):
        return True
    return any(
        token.lemma in books.attack_nouns
        and token.tag == "NN"
        and any(child.lower in ("the", "this", "that") for child in token.children)
        for token in clause.tokens
    )


def _singular_attack(clause: Clause, books: ClauseBooks) -> bool:
    return any(
        token.lemma in books.attack_nouns
        and token.tag in ("NN", "NNS", "NNP")
        and not (token.tag == "NNS" and token.lemma in _EACH_ONE_DEED)
        for token in clause.tokens
    ) or bool(clause.objects)


def _by_figure(clause: Clause, books: ClauseBooks) -> Kind | None:
    of = {count.of for count in clause.figures}
    if Counted.POPULATION in of:
        return Kind(ClaimType.STOCK_FIGURE, (), Unit.POPULATION, "figure/population", 0.8)
    if Counted.DISPLACED in of:
        return Kind(
            ClaimType.STOCK_FIGURE, (ClaimType.DISPLACEMENT,), Unit.STOCK, "figure/displaced", 0.7
        )
    return None


def _as_background(clause: Clause, books: ClauseBooks) -> Kind | None:
    if books.opinion.has("opinion", clause.text):
        return Kind(ClaimType.OPINION, (), Unit.NONE, "background/opinion", 0.4)
    if clause.has_party or clause.has_place or books.context.has("context", clause.text):
        return Kind(ClaimType.CONTEXT, (), Unit.NONE, "background/context", 0.4)
    return None


_RULES = (
    _by_victims,
    _by_comparison,
    _by_reproach,
    _by_topic,
    _by_counting,
    _by_doer,
    _by_fate,
    _by_deed,
    _by_figure,
    _as_background,
)
