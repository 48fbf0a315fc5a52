"""Quantities → what they count: the counted noun, its class, and the words it covers."""

from dataclasses import dataclass

from onrecord.claims.harm_words import HarmLexicon, VictimKind
from onrecord.claims.numbers import Quantity
from onrecord.claims.syntax import Sentence, Token
from onrecord.model.vocabulary import Age, Sex, Status

_MODIFIES = frozenset(
    {"nummod", "quantmod", "amod", "det", "compound", "advmod", "predet", "nmod", "npadvmod"}
)
# Nouns that measure or divide: the people stand behind their "of".
_CARRIERS = frozenset({"group", "number", "total", "lives", "life", "body"})
_ADULT_AT = 18
_AGE_DIGITS = 4
_SPANS = frozenset({"year", "month", "week", "day"})
_PRONOUNS = frozenset({"them", "whom", "those", "these", "which", "us"})


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """A quantity in its sentence: the noun it counts, `None` where the number stands alone.

    `anchor` is the word to climb from; `kind` is `None` if the noun counts no people.
    `part_of` is set for "four of them": the pronoun or noun that stands for the whole.
    """

    quantity: Quantity
    anchor: Token
    noun: Token | None
    kind: VictimKind | None
    start: int
    end: int
    part_of: Token | None = None


def find_counted(sentence: Sentence, quantity: Quantity, words: HarmLexicon) -> Counted | None:
    """What a quantity counts in its sentence; `None` if none of its words is a token there."""
    number = _number_token(sentence, quantity)
    if number is None:
        return None
    anchor, whole = _behind_of(_noun_of(number), vague=quantity.min != quantity.max)
    if anchor is not number and _is_bare(number, anchor, quantity):
        anchor = number
    alone = anchor is number and (quantity.kind == "none" or not number.tag.startswith("NN"))
    noun = None if alone else anchor
    if whole is not None:
        noun = _class_after_whole(sentence, whole, words)
    elif noun is None and (said := _said_to_be(sentence, number, words)) is not None:
        noun, whole = said, number
    elif noun is None and (people := _behind_participle(sentence, number, words)) is not None:
        noun = anchor = people
    kind = victim_kind(noun, words) if noun is not None else VictimKind()
    if whole is None and noun is not None and stands_alone(noun):
        kind = VictimKind()
    end = quantity.end
    if noun is not None and noun.end > quantity.start:
        end = max(end, noun.end)
    return Counted(quantity, anchor, noun, kind, quantity.start, end, whole)


def victim_kind(noun: Token, words: HarmLexicon) -> VictimKind | None:
    """The class of people that a noun and its modifiers name; `None` if it names no people."""
    years = years_old(noun)
    own = _own_kind(noun, words) if noun.lower != "old" or years is None else VictimKind()
    if own is None:
        return None
    if own.age is Age.UNKNOWN and years is not None:
        own = VictimKind(own.sex, age_of(years), own.status)
    sex, age, status = own.sex, own.age, own.status
    for modifier in noun.children:
        if modifier.dep in ("compound", "amod", "nmod") and modifier.lemma in words.victims:
            added = words.victims[modifier.lemma]
            sex = added.sex if sex is Sex.UNKNOWN else sex
            age = added.age if age is Age.UNKNOWN else age
            status = added.status if status is Status.UNKNOWN else status
    return VictimKind(sex, age, status)


def age_of(years: int) -> Age:
    """Child or adult."""
    return Age.CHILD if years < _ADULT_AT else Age.ADULT


def years_old(noun: Token) -> int | None:
    """The age in "a 15-year-old girl", "a 2-year-old", "the girl, 15,"; below one year it is 0."""
    if noun.tag in ("NN", "NNP"):
        for child in noun.children:
            near = child.dep in ("appos", "nummod") and child.i == noun.i + 2
            if near and child.tag == "CD" and child.text.isdigit():
                return int(child.text) if len(child.text) < _AGE_DIGITS else None
    olds = [noun] if noun.lower == "old" else [c for c in noun.children if c.lower == "old"]
    for old in olds:
        unit = next((child for child in old.children if child.lemma in _SPANS), None)
        said = next((c.text for c in unit.children if c.tag == "CD"), "") if unit else ""
        if unit is not None and said.isdigit() and len(said) < _AGE_DIGITS:
            return int(said) if unit.lemma == "year" else 0
    return None


def _own_kind(noun: Token, words: HarmLexicon) -> VictimKind | None:
    for before in noun.children:
        if before.dep in ("compound", "amod") and before.i == noun.i - 1:
            pair = words.victims.get(f"{before.lower} {noun.lemma}")
            if pair is not None:
                return pair
    for form in (noun.lemma, noun.lower, noun.lower.removesuffix("s")):
        if form in words.victims:
            return words.victims[form]
    if noun.lemma in words.groups:
        return VictimKind()
    if noun.entity == "NORP" or any(noun.lemma in harm.counted for harm in words.harms.values()):
        return VictimKind()
    return None


def _number_token(sentence: Sentence, quantity: Quantity) -> Token | None:
    inside = [
        token
        for token in sentence.tokens
        if token.start < quantity.number_end and token.end > quantity.number_start
    ]
    while len(inside) > 1 and inside[-1].dep == "prep":
        inside.pop()
    return inside[-1] if inside else None


def _noun_of(number: Token) -> Token:
    token = number
    while token.dep == "conj" and token.head.tag == "CD":
        token = token.head
    while token.dep in _MODIFIES and token.head is not token and token.head.i >= number.i:
        token = token.head
        if token.is_verb:
            return number
    owned = token.dep == "poss" and token.tag in ("NN", "NNP") and number.tag == "CD"
    return token.head if owned and number.lower not in ("one", "1") else token


def _is_bare(number: Token, anchor: Token, quantity: Quantity) -> bool:
    """Whether a number stands before its participle, taken for a noun: "7 shot", not "one shot"."""
    several = quantity.kind == "number" and quantity.min != 1
    return several and anchor.lower in ("shot", "stabbed") and anchor.i == number.i + 1


def _said_to_be(sentence: Sentence, number: Token, words: HarmLexicon) -> Token | None:
    """The noun in "of whom 94 were children": a bare number that is said to be some of a whole."""
    following = sentence.tokens[sentence.tokens.index(number) + 1 :][:5]
    if number.tag != "CD" or not following or following[0].lemma != "be":
        return None
    for token in following[1:]:
        if token.tag.startswith("NN"):
            return token if _own_kind(token, words) is not None else None
        if not token.tag.startswith(("JJ", "RB", "DT")):
            return None
    return None


def stands_alone(noun: Token) -> bool:
    """For "a large number were hurt", "dozens more were killed": the word of number counts people."""
    return noun.lemma in ("number", "dozen", "score", "hundred", "thousand") and (
        noun.dep in ("nsubjpass", "nsubj") and not noun.has_child("of")
    )


def _behind_participle(sentence: Sentence, number: Token, words: HarmLexicon) -> Token | None:
    """The noun in "14 identified civilians", where the participle was taken for a verb."""
    following = sentence.tokens[sentence.tokens.index(number) + 1 :][:2]
    if number.tag != "CD" or len(following) < 2:
        return None
    participle, noun = following
    plain = participle.tag in ("VBD", "VBN") and noun.tag == "NNS"
    return noun if plain and _own_kind(noun, words) is not None else None


def _behind_of(token: Token, *, vague: bool) -> tuple[Token, Token | None]:
    """The noun behind "of" ("hundreds of civilians"), and the whole in "seven of the dead"."""
    preposition = next(
        (child for child in token.children if child.lower == "of" and child.i > token.i), None
    )
    inner = preposition.child("pobj") if preposition is not None else None
    is_number = token.tag == "CD" or token.lower.rstrip("s") in _NUMBER_NOUNS
    if inner is None or not (is_number or vague or token.lower in _CARRIERS):
        return token, None
    some = token.tag in ("CD", "DT", "JJ")
    if inner.lower in _PRONOUNS or (some and inner.has_child("the", "det")):
        return token, inner
    return inner, None


_NUMBER_NOUNS = frozenset(
    {"hundred", "thousand", "dozen", "score", "ten", "million", "couple", "handful", "number",
     "majority", "lot", "some", "many", "several", "few", "total", "one", "two", "three"}
)  # fmt: skip


def _class_after_whole(sentence: Sentence, whole: Token, words: HarmLexicon) -> Token | None:
    """The noun in "four of them children", "two of whom were women"."""
    for token in sentence.tokens[sentence.tokens.index(whole) + 1 :][:4]:
        if token.tag.startswith("NN") and _own_kind(token, words) is not None:
            return token
        if token.lower not in ("were", "are", "was", "is", "being", "young", "small", "a", "an"):
            return None
    return None


def is_of_counted(noun: Token, words: HarmLexicon) -> bool:
    """Whether a group's members are counted beside it: "six of one family", "a family of four"."""
    if noun.lemma not in words.groups:
        return False
    head = noun.head.head
    whose = noun.dep == "pobj" and noun.head.lower in ("of", "from")
    if whose and (head.tag in ("NNS", "NNPS", "CD") or head.lemma == "member"):
        return True
    sizes = [child.child("pobj") for child in noun.children if child.lower == "of"]
    return noun.tag == "NN" and any(size is not None and size.tag == "CD" for size in sizes)


def told_again(token: Token, head: Token, words: HarmLexicon) -> Token | None:
    """For "two civilians, a man and his daughter": those before the comma, told one by one.

    Not "two soldiers, one rebel", "two men, a woman": people of two kinds are no apposition.
    """
    victims = words.victims
    one, other = victims.get(token.lemma), victims.get(head.lemma)
    if one is None or other is None or not any(t.tag == "CD" for t in head.children):
        return None
    return head if one.may_be(other) else None


def container_of(word: Token) -> Token | None:
    """The noun that "including" adds to; a verb's subject where the parser hung it there."""
    if word.head.is_noun:
        return word.head
    if word.head.is_verb:
        return word.head.child("nsubjpass", "nsubj", "dobj") or word.head.subject
    return None
