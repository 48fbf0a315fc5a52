"""Sentences → people counted without a number: single, named, or in the plural."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.claims.counted import age_of, victim_kind, years_old
from onrecord.claims.fatal_phrases import keeps_company
from onrecord.claims.harm_words import HarmLexicon, VictimKind, load_harm
from onrecord.claims.license import (
    License,
    find_license,
    license_of_object,
    license_of_passive,
    license_of_word,
)
from onrecord.claims.named import (
    KIN,
    find_named,
    find_unnumbered,
    find_unnumbered_plurals,
    is_aged_before,
    is_aged_object,
)
from onrecord.claims.patterns import load_books
from onrecord.claims.syntax import Sentence, Token
from onrecord.claims.unreal import is_disbelieved
from onrecord.model.claim import Count, Words
from onrecord.model.vocabulary import Age, Basis, Harm, Sex

# Verbs and nouns of which only the living are objects: one may also execute a warrant.
_ONLY_THE_LIVING = frozenset({"kill", "murder", "assassinate", "slay", "die", "death", "killing"})
WOUNDS = frozenset({"injury", "wound"})
NO_PERSON = frozenset(
    {"round", "shot", "bullet", "shell", "time", "gunshot", "injury", "death", "fatality", "anyone", "everyone", "total", "number", "wound", "nobody",
     "noone", "everybody", "nothing"}
)  # fmt: skip
_NOT_ALIVE = frozenset(
    {"hope", "dream", "time", "deal", "bill", "peace", "chance", "engine", "power", "light", "plan",
     "devastation", "rest", "total", "number", "thing", "devil", "idea", "mood", "injury", "battery"}
)  # fmt: skip
# Nouns of places and of abstract things: what a broken parse takes for somebody killed.
_PLACES = frozenset(
    {"province", "region", "district", "area", "city", "town", "village", "county", "state",
     "governorate", "oblast", "valley", "mountain", "road", "street", "highway", "compound",
     "country", "nation", "neighborhood", "neighbourhood", "zone", "camp", "base", "border",
     "east", "west", "north", "south", "northeast", "northwest", "southeast", "southwest"}
)  # fmt: skip
_ABSTRACT = ("tion", "sion", "ment", "ness", "ity", "ance", "ence", "ism", "awal", "ival", "ure")
ANIMALS = frozenset(
    {
        "cattle",
        "cow",
        "sheep",
        "goat",
        "dog",
        "horse",
        "livestock",
        "bird",
        "animal",
        "donkey",
        "mule",
        "camel",
        "cat",
        "pet",
        "puppy",
        "pig",
        "chicken",
        "ox",
        "hen",
        "buffalo",
    }
)


@dataclass(frozen=True, slots=True, eq=False)
class Victims:
    """A count of harmed people in its sentence, with the word that licenses it."""

    count: Count
    anchor: Token
    license: License
    whole: Token | None

    @property
    def licensed(self) -> Count:
        """The count with the word that says what happened to the people."""
        word = self.license.word
        return replace(
            self.count, licensed_by=Words(text=word.text, start=word.start, end=word.end)
        )


def find_single_victims(
    sentence: Sentence, known: Sequence[Victims], words: HarmLexicon
) -> list[Victims]:
    """Single unnamed people without a number: "a 17-year-old boy was pronounced dead"."""
    found: list[Victims] = []
    for noun in find_unnumbered(sentence, words.victims):
        if noun.lemma in words.groups or any(_covers(v.count, noun) for v in known):
            continue
        if noun.lemma in NO_PERSON or describes_a_name(noun):
            continue
        license = find_license(noun, words) or _of_verb_beside(sentence, noun, words)
        if license is None or license.unreal or license.negated or license.word is noun:
            continue
        if license.word.dep == "relcl" and noun.has_child("of", "prep"):
            continue
        kind = victim_kind(noun, words) or _of_killed(noun, license, words)
        if kind is None:
            continue
        first = min(_words_of(noun), key=lambda token: token.i)
        count = Count(
            harm=license.harm, min=1, max=1, basis=Basis.EXACT, stated=1,
            sex=kind.sex, age=kind.age, status=kind.status,
            series="part" if license.whole is not None else None,
            text="", start=first.start, end=noun.end,
        )  # fmt: skip
        found.append(Victims(count, noun, license, license.whole))
    return found


def _of_verb_beside(sentence: Sentence, noun: Token, words: HarmLexicon) -> License | None:
    if is_aged_before(noun):
        behind = sentence.between(noun.head.end, sentence.end)
        objects = behind and behind[0].tag.startswith(("CD", "DT", "PRP", "NN", "JJ"))
        return None if objects else license_of_word(noun.head, words)
    if is_aged_object(noun):
        return license_of_object(noun.head, words)
    opens = sentence.tokens[0] is noun and noun.lower in words.victims
    return _of_headline(noun, words) if opens else None


def _of_headline(noun: Token, words: HarmLexicon) -> License | None:
    """For "Father of two killed in Vell", where the number took the verb."""
    link = noun.child("prep")
    many = link.child("pobj") if link is not None and link.lower == "of" else None
    verb = many.child("acl") if many is not None and many.tag == "CD" else None
    return license_of_passive(verb, words) if verb is not None else None


def describes_a_name(noun: Token) -> bool:
    """For "Idris Orlan, a driver": one person, told twice."""
    apposed = noun.dep == "appos" and (noun.head.tag == "NNP" or noun.head.lower == "one")
    return apposed or _is_bare_kin(noun)


def _is_bare_kin(noun: Token) -> bool:
    """For "Idris Orlan, a member of the club and son to Dov Orlan": one person, told three times."""
    if noun.dep != "conj" or noun.lemma not in KIN or noun.child("det", "poss", "nummod"):
        return False
    if _is_kin_of_two(noun, noun.head):
        return True
    return any(
        token.dep == "appos" and token.tag.startswith("NN") and token.head.tag == "NNP"
        for token in noun.ancestors()
    )


def _is_kin_of_two(noun: Token, other: Token) -> bool:
    """For "the husband of Dana Orlan and father of two": one man, as two people have him."""
    if other.lemma not in KIN or other.lemma == noun.lemma or other.tag != "NN":
        return False
    victims = load_harm().victims
    sexes = {victims[word.lemma].sex for word in (noun, other) if word.lemma in victims}
    both = noun.has_child("of", "prep") and other.has_child("of", "prep")
    return both and len(sexes) == 1 and Sex.UNKNOWN not in sexes


def _words_of(noun: Token) -> list[Token]:
    """The words of "a 17-year-old boy", of "a 2-year-old"."""
    olds = [noun, *noun.children]
    ages = [word for old in olds if old.lower == "old" for word in old.subtree()]
    return [*olds, *ages]


def _of_killed(noun: Token, license: License, words: HarmLexicon) -> VictimKind | None:
    """Who is killed lives: "killed a Taliban leader" counts one person, whatever the noun."""
    if license.toll or noun.lemma in ANIMALS | _NOT_ALIVE | _PLACES | load_books().attack_nouns:
        return None
    if noun.lemma.endswith(_ABSTRACT):
        return None
    if license.word.lemma not in _ONLY_THE_LIVING:
        return None
    direct = noun.dep in ("dobj", "nsubjpass", "nsubj", "conj")
    of_noun = license.word.lemma in words.harms[Harm.KILLED].nouns
    return VictimKind() if direct or of_noun else None


def find_plural_victims(
    sentence: Sentence, known: Sequence[Victims], words: HarmLexicon
) -> list[Victims]:
    """People in the plural without a number: two or more, part of whoever was told before."""
    found = []
    for noun in find_unnumbered_plurals(sentence):
        kind = victim_kind(noun, words)
        if kind is None or any(_covers(victims.count, noun) for victims in known):
            continue
        license = find_license(noun, words)
        if license is None or license.unreal or license.negated or license.toll:
            continue
        if license.word is noun or license.harm not in (Harm.KILLED, Harm.INJURED, Harm.DETAINED):
            continue
        if _is_general(noun, license.word) or is_disbelieved(license.word, words):
            continue
        both = noun.has_child("both")
        count = Count(
            harm=license.harm, min=2, max=2 if both else None, stated=2 if both else None,
            basis=Basis.EXACT if both else Basis.VAGUE, series=None if both else "part",
            sex=kind.sex, age=kind.age, status=kind.status, text="", start=noun.start, end=noun.end,
        )  # fmt: skip
        found.append(Victims(count, noun, license, license.whole))
    return found


def _is_general(noun: Token, verb: Token) -> bool:
    """For "civilians are killed by such devices": what happens, not what happened."""
    if any(child.dep in ("det", "poss") for child in noun.children):
        return False
    doer = verb.child("nsubj")
    if verb.has_child("getting", "auxpass") or (
        doer not in (None, noun) and doer.lemma == noun.lemma
    ):
        return True
    return verb.has_child("are", "auxpass") and not verb.has_child("being", "auxpass")


def find_named_victims(
    sentence: Sentence, known: Sequence[Victims], words: HarmLexicon
) -> list[Victims]:
    """People named without a number who were harmed: one death or more, with no ceiling."""
    found: list[Victims] = []
    for head, harmed in find_named(sentence, words.victims):
        license = find_license(harmed, words) or _carried_on(sentence, harmed, known)
        if license is None or license.unreal or license.negated or license.toll:
            continue
        if any(_tells_of(victims, head, license.harm) for victims in [*known, *found]):
            continue
        parts = ("poss", "amod") if head.lemma == "life" else ("compound",)
        named = [child.i for child in head.children if child.dep in parts]
        first = next((t for t in sentence.tokens if t.i in named), head) if named else head
        kind = _kind_of_person(head, words)
        count = Count(
            harm=license.harm, min=1, max=1, basis=Basis.EXACT, stated=1,
            sex=kind.sex, age=kind.age, status=kind.status,
            series=_series_of(head, harmed, known, license.word),
            text="", start=first.start, end=head.end,
        )  # fmt: skip
        found.append(Victims(count, head, license, license.whole))
    return found


def _series_of(head: Token, harmed: Token, known: Sequence[Victims], verb: Token) -> str | None:
    """Whether a person is one of those told, or comes on top: who "killed two, then himself" does."""
    if harmed.lower in _REFLEXIVE and any(_is_of_a_doer(victims) for victims in known):
        return "joined"
    return None if _is_joined(head, known) or _has_company(verb, known) else "part"


def _is_of_a_doer(victims: Victims) -> bool:
    """Whether people are told as killed by somebody, as objects of a deed."""
    word, anchor = victims.license.word, victims.anchor
    done = word.is_verb and word.child("auxpass") is None and word.tag != "VBN"
    object_like = anchor.dep in ("dobj", "conj") and anchor is not word
    return done and object_like and victims.whole is None and victims.count.harm is Harm.KILLED


_THEN = frozenset({"then", "and", ",", "finally", "later", "before", "-", "–", "—"})
_REFLEXIVE = frozenset({"himself", "herself", "self"})


def _carried_on(sentence: Sentence, harmed: Token, known: Sequence[Victims]) -> License | None:
    """For "killing two, then himself": the harm of those told right before the doer himself."""
    if harmed.lower not in _REFLEXIVE:
        return None
    before = [token for token in sentence.tokens if token.i < harmed.i]
    while before and before[-1].lower in _THEN:
        before.pop()
    if not before:
        return None
    ends = {before[-1].end: before[-1]}
    told = (v for v in known if v.count.end in ends and v.count.harm is Harm.KILLED)
    return next((victims.license for victims in told), None)


def _tells_of(victims: Victims, head: Token, harm: Harm) -> bool:
    """Whether a count already counts this person, as harmed in the same way."""
    same = victims.anchor is head or _covers(victims.count, head)
    return same and (victims.count.harm is harm or not head.lower.endswith("self"))


def _kind_of_person(head: Token, words: HarmLexicon) -> VictimKind:
    """The class that a name's age, a pronoun or a kinship tells."""
    if head.tag == "PRP":
        male = head.lower in ("he", "him", "himself")
        return VictimKind(Sex.MAN if male else Sex.WOMAN)
    if head.tag in ("NN", "JJ"):
        return victim_kind(head, words) or VictimKind()
    years = years_old(head)
    return VictimKind(age=Age.UNKNOWN if years is None else age_of(years))


def _is_joined(head: Token, known: Sequence[Victims]) -> bool:
    """Whether others are counted in the same breath: "killing the commander and one other"."""
    tied = [head.head, *head.children] if head.dep == "conj" else list(head.children)
    ids = {id(token) for token in tied if token.dep == "conj" or token is head.head}
    return any(id(top) in ids for victims in known for top in _tops(victims.anchor))


def _has_company(verb: Token, known: Sequence[Victims]) -> bool:
    """Whether others are counted as killed with whom a verb tells of: "died with three others"."""
    return any(keeps_company(victims.anchor, verb) for victims in known)


def _tops(anchor: Token) -> tuple[Token, ...]:
    """The counted noun, and the number before its "of" ("one of his guards")."""
    is_inner = anchor.dep == "pobj" and anchor.head.lower == "of"
    return (anchor, anchor.head.head) if is_inner else (anchor,)


def _covers(count: Count, token: Token) -> bool:
    return (count.start or 0) <= token.start and token.end <= (count.end or 0)
