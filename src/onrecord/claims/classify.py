"""Clauses → claim types: what a clause is about, by the rule that says so."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.claims.patterns import ClauseBooks
from onrecord.claims.syntax import Token
from onrecord.claims.units import find_unit
from onrecord.model.claim import Count, ObjectMention, WeaponMention
from onrecord.model.vocabulary import ClaimType, Counted, Harm, ObjectKind, Unit, Weapon

_PEOPLE_HARMED = frozenset({Harm.KILLED, Harm.INJURED, Harm.KILLED_OR_INJURED, Harm.MISSING})
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
    for rule in (_by_victims, _by_comparison, _by_topic, _by_deed, _by_figure, _as_background):
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
    unit = find_unit(clause.text, books, has_day=clause.has_day, counted=True)
    attack = (ClaimType.ATTACK,) if _has_attack(clause, books) else ()
    compares = books.comparison.has("comparison", clause.text)
    single = books.comparison.has("single", clause.text)
    if unit is Unit.INCIDENT and compares and not single and not clause.has_day:
        unit = Unit.AGGREGATE_PERIOD
    if unit is Unit.MULTI_INCIDENT and _is_one_person(clause):
        unit = Unit.INCIDENT
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


def _of_held(clause: Clause, books: ClauseBooks) -> Kind:
    unit = find_unit(clause.text, books, has_day=clause.has_day, counted=True)
    if any(count.harm is Harm.BESIEGED for count in clause.counts):
        return Kind(ClaimType.SIEGE, (), unit, "victims/besieged", 0.8)
    return Kind(ClaimType.CASUALTY_COUNT, (), unit, "victims/detained", 0.8)


def _by_comparison(clause: Clause, books: ClauseBooks) -> Kind | None:
    if not books.comparison.has("comparison", clause.text):
        return None
    unit = find_unit(clause.text, books, has_day=False, counted=True)
    unit = Unit.AGGREGATE_PERIOD if unit is Unit.INCIDENT else unit
    return Kind(ClaimType.COMPARISON, (), unit, "topic/comparison", 0.7)


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
    return Unit.NONE


def _by_deed(clause: Clause, books: ClauseBooks) -> Kind | None:
    if clause.has_party and any(t.lemma == "blame" and t.is_verb for t in clause.tokens):
        return Kind(ClaimType.ATTACK, (), Unit.INCIDENT, "deed/accusation", 0.7)
    if not _has_attack(clause, books) or _is_unreal(clause):
        return None
    unit = find_unit(clause.text, books, has_day=clause.has_day, counted=False)
    type, also = _deed(clause, books)
    if unit is Unit.INCIDENT and clause.many_places:
        unit = Unit.MULTI_INCIDENT
    if unit is Unit.INCIDENT and not _is_one_attack(clause, books):
        unit = Unit.NONE
    return Kind(type, also, unit, f"deed/{type.value}", 0.7)


def _deed(clause: Clause, books: ClauseBooks) -> tuple[ClaimType, tuple[ClaimType, ...]]:
    lemmas = {token.lemma for token in clause.tokens} | {token.lower for token in clause.tokens}
    named = [
        w
        for w in clause.weapons
        if w.weapon not in (Weapon.AIR_STRIKE, Weapon.UNKNOWN, Weapon.SMALL_ARMS)
    ]
    if named and lemmas & books.use_verbs:
        also = (ClaimType.ATTACK,) if lemmas & books.attack_nouns else ()
        return ClaimType.WEAPON_USE, also
    hit = [o for o in clause.objects if o.object not in _NOT_OBJECTS]
    if hit and lemmas & books.damage_verbs:
        return ClaimType.TARGET_DAMAGE, (ClaimType.ATTACK,)
    return ClaimType.ATTACK, (ClaimType.TARGET_DAMAGE,) if hit else ()


def _is_speech(clause: Clause, books: ClauseBooks) -> bool:
    """For "Attacked critics", "blasted the report": words, not weapons."""
    return any(
        token.is_verb
        and token.lemma in books.attack_verbs | {"blast", "slam"}
        and (thing := token.child("dobj")) is not None
        and thing.lemma in books.speech_targets
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
        if token.is_verb and token.lemma in (
            "bomb",
            "shell",
            "bombard",
            "attack",
            "shoot",
            "storm",
            "raid",
        ):
            return True
    return False


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
        token.lemma in books.attack_nouns and token.tag in ("NN", "NNS", "NNP")
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
