"""Sentences → counts of people: every quantity asked what it counts and which word licenses it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.claims.beside import beside
from onrecord.claims.counted import Counted, find_counted, victim_kind
from onrecord.claims.harm_words import HarmLexicon, VictimKind, load_harm
from onrecord.claims.license import License, find_license, license_of_whole, license_of_word
from onrecord.claims.named import find_named, find_unnumbered, find_unnumbered_plurals
from onrecord.claims.numbers import Quantity
from onrecord.claims.patterns import load_books
from onrecord.claims.syntax import Sentence, Token
from onrecord.model.claim import Count, Words
from onrecord.model.vocabulary import Basis, Harm

_COUNTING = frozenset(
    {"number", "determiner", "article", "another", "more", "none", "kin", "vague"}
)
# Verbs and nouns of which only the living are objects: one may also execute a warrant.
_ONLY_THE_LIVING = frozenset({"kill", "murder", "assassinate", "slay", "die", "death", "killing"})
_NO_PERSON = frozenset(
    {"injury", "death", "fatality", "anyone", "everyone", "total", "number", "wound"}
)
_NOT_ALIVE = frozenset(
    {"hope", "dream", "time", "deal", "bill", "peace", "chance", "engine", "power", "light", "plan",
     "devastation", "rest", "total", "number", "thing", "devil", "idea", "mood", "injury", "battery"}
)  # fmt: skip
_ANIMALS = frozenset(
    {"cattle", "cow", "sheep", "goat", "dog", "horse", "livestock", "bird", "animal"}
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


def find_victims(
    sentence: Sentence, quantities: Sequence[Quantity], words: HarmLexicon
) -> list[Victims]:
    """The counts of harmed people in one sentence, wholes before their parts."""
    found = [
        victims
        for quantity in quantities
        if quantity.kind in _COUNTING
        and quantity.number_start >= sentence.start
        and quantity.number_end <= sentence.end
        and (victims := _licensed(sentence, quantity, words)) is not None
    ]
    found += _joined_to(sentence, found, quantities, words)
    found += find_single_victims(sentence, found, words)
    found += find_named_victims(sentence, found, words)
    found += find_plural_victims(sentence, found, words)
    return _with_subsets(
        sentence, sorted(found, key=lambda v: (v.count.start or 0, v.count.end or 0))
    )


def _joined_to(
    sentence: Sentence,
    found: Sequence[Victims],
    quantities: Sequence[Quantity],
    words: HarmLexicon,
) -> list[Victims]:
    """Counted people joined by "and" to people already counted, where the parser lost the tie."""
    made: list[Victims] = []
    for quantity in quantities:
        counted = find_counted(sentence, quantity, words)
        if (
            counted is None
            or counted.kind is None
            or quantity.kind not in ("number", "kin", "vague")
        ):
            continue
        if counted.noun is None or any(v.count.start == counted.start for v in found):
            continue
        before = next((v for v in found if _stand_together(sentence, v, counted)), None)
        if before is not None:
            bounds = (quantity.min, quantity.max, quantity.basis, quantity.stated)
            count = _count(quantity, counted, before.license, bounds, before.whole)
            made.append(Victims(count, counted.anchor, before.license, before.whole))
    return made


def _stand_together(sentence: Sentence, one: Victims, counted: Counted) -> bool:
    """Whether only "and" or a comma stands between two counted groups, in either order."""
    start, end = one.count.start or 0, one.count.end or 0
    if start < counted.end and counted.start < end:
        return False
    gap = (end, counted.start) if end <= counted.start else (counted.end, start)
    between = sentence.between(*gap)
    words = {token.lower for token in between}
    return bool(words) and words <= {"and", ",", "or", "as", "well", "also", "plus"}


def find_single_victims(
    sentence: Sentence, known: Sequence[Victims], words: HarmLexicon
) -> list[Victims]:
    """Single unnamed people without a number: "a 17-year-old boy was pronounced dead"."""
    found: list[Victims] = []
    for noun in find_unnumbered(sentence):
        if noun.lemma in words.groups or any(_covers(v.count, noun) for v in known):
            continue
        if noun.lemma in _NO_PERSON:
            continue
        license = find_license(noun, words)
        if license is None or license.unreal or license.negated or license.word is noun:
            continue
        kind = victim_kind(noun, words) or _of_killed(noun, license, words)
        if kind is None:
            continue
        first = min([noun, *noun.children], key=lambda token: token.i)
        count = Count(
            harm=license.harm, min=1, max=1, basis=Basis.EXACT, stated=1,
            sex=kind.sex, age=kind.age, status=kind.status,
            series="part" if license.whole is not None else None,
            text="", start=first.start, end=noun.end,
        )  # fmt: skip
        found.append(Victims(count, noun, license, license.whole))
    return found


def _of_killed(noun: Token, license: License, words: HarmLexicon) -> VictimKind | None:
    """Who is killed lives: "killed a Taliban leader" counts one person, whatever the noun."""
    if (
        license.toll
        or noun.lemma in _ANIMALS | _NOT_ALIVE
        or noun.lemma in load_books().attack_nouns
    ):
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
        count = Count(
            harm=license.harm, min=2, max=None, basis=Basis.VAGUE, series="part",
            sex=kind.sex, age=kind.age, status=kind.status, text="", start=noun.start, end=noun.end,
        )  # fmt: skip
        found.append(Victims(count, noun, license, license.whole))
    return found


def find_named_victims(
    sentence: Sentence, known: Sequence[Victims], words: HarmLexicon
) -> list[Victims]:
    """People named without a number who were harmed: one death or more, with no ceiling."""
    taken = {id(victims.anchor) for victims in known}
    found = []
    for head, size in find_named(sentence):
        if id(head) in taken or any(_covers(victims.count, head) for victims in known):
            continue
        license = find_license(head, words)
        if license is None or license.unreal or license.negated or license.toll:
            continue
        named = [child.i for child in head.children if child.dep == "compound"]
        first = next((t for t in sentence.tokens if t.i in named), head) if named else head
        count = Count(
            harm=license.harm, min=size, max=size, basis=Basis.EXACT, stated=size,
            series=None if _is_joined(head, known) else "part",
            text="", start=first.start, end=head.end,
        )  # fmt: skip
        found.append(Victims(count, head, license, license.whole))
    return found


def _is_joined(head: Token, known: Sequence[Victims]) -> bool:
    """Whether others are counted in the same breath: "killing the commander and one other"."""
    tied = [head.head, *head.children] if head.dep == "conj" else list(head.children)
    ids = {id(token) for token in tied if token.dep == "conj" or token is head.head}
    return any(id(victims.anchor) in ids for victims in known)


def _covers(count: Count, token: Token) -> bool:
    return (count.start or 0) <= token.start and token.end <= (count.end or 0)


def _licensed(sentence: Sentence, quantity: Quantity, words: HarmLexicon) -> Victims | None:
    counted = find_counted(sentence, quantity, words)
    if counted is None:
        return None
    license = _license_of(sentence, counted, words)
    whole = _whole_of(counted, license) or _led_by(sentence, counted)
    if license is None or license.unreal or not _counts_people(counted, quantity, license):
        return None
    bounds = _bounds(quantity, counted, license, words)
    if bounds is None:
        return None
    return Victims(
        _count(quantity, counted, license, bounds, whole), counted.anchor, license, whole
    )


def _counts_people(counted: Counted, quantity: Quantity, license: License) -> bool:
    noun = counted.noun
    if counted.kind is None:
        unknown_noun = noun is not None and noun.tag in ("NNS", "NNPS", "NNP")
        bodily = license.harm in (Harm.KILLED, Harm.INJURED) and license.word is not noun
        direct = counted.anchor.dep in ("nsubjpass", "nsubj", "dobj", "conj")
        if not (unknown_noun and bodily and direct and quantity.kind == "number"):
            return False
        if noun is None or noun.lemma in _ANIMALS | _NO_PERSON | load_books().attack_nouns:
            return False
        return not noun.lemma.endswith(("tion", "ment", "ing"))
    if quantity.kind in ("article", "determiner", "another"):
        return noun is not None or counted.part_of is not None
    if noun is None and counted.anchor.dep == "conj":
        return counted.anchor.head.tag != "CD" or license.word is not counted.anchor.head.head
    return True


def _bounds(
    quantity: Quantity, counted: Counted, license: License, words: HarmLexicon
) -> tuple[int, int | None, Basis, int | None] | None:
    if quantity.kind == "none":
        return (0, 0, Basis.NONE_SAID, 0)
    if license.negated:
        return None
    low, high = quantity.min, quantity.max
    basis, stated = quantity.basis, quantity.stated
    if quantity.kind == "article":
        noun = counted.noun
        size = words.groups.get(noun.lemma) if noun is not None else None
        if size is not None:
            return (*size, Basis.EXACT if size[1] else Basis.VAGUE, size[1])
    if basis is Basis.AT_MOST and low == 0 and license.harm is Harm.KILLED and high:
        low = 1
    return (low, high, basis, stated)


def _count(
    quantity: Quantity,
    counted: Counted,
    license: License,
    bounds: tuple[int, int | None, Basis, int | None],
    whole: Token | None,
) -> Count:
    kind = counted.kind or VictimKind()
    if license.toll and counted.noun is None:
        kind = _kind_of_toll(license.word)
    series = None
    if license.toll:
        series = "total"
    elif quantity.kind in ("another", "more"):
        series = "more"
    elif whole is not None:
        series = "part"
    return Count(
        harm=license.harm, min=bounds[0], max=bounds[1], basis=bounds[2], stated=bounds[3],
        sex=kind.sex, age=kind.age, status=kind.status, series=series,
        text="", start=counted.start, end=counted.end,
    )  # fmt: skip


_LEADING = frozenset({"among", "amongst", "of", "including"})
_STANDING_FOR = frozenset({"them", "whom", "those", "these", "which"})


def _led_by(sentence: Sentence, counted: Counted) -> Token | None:
    """The pronoun in "among them 38 children": the people just counted, of whom these are part."""
    before = [token for token in sentence.tokens if token.end <= counted.start][-2:]
    if len(before) == 2 and before[0].lower in _LEADING and before[1].lower in _STANDING_FOR:
        return before[1]
    return None


def _kind_of_toll(word: Token) -> VictimKind:
    """The class of a toll's value: "the number of civilians killed was 40" counts civilians.

    Two classes joined ("women and children") leave it open which of them the value counts.
    """
    words = load_harm()
    subject = word.subject if word.is_verb else word
    below = [t for t in (subject or word).subtree() if t.is_noun or t.tag.startswith("JJ")]
    kinds = {words.victims[t.lemma] for t in below if t.lemma in words.victims} - {VictimKind()}
    return next(iter(kinds)) if len(kinds) == 1 else VictimKind()


def _license_of(sentence: Sentence, counted: Counted, words: HarmLexicon) -> License | None:
    if counted.part_of is None:
        return (
            _of_next_word(sentence, counted, words)
            or find_license(counted.anchor, words)
            or beside(sentence, counted, words)
        )
    license = None
    if counted.part_of is not counted.anchor:
        license = license_of_whole(counted.part_of, words)
    return license or find_license(counted.anchor, words) or _before(sentence, counted, words)


def _of_next_word(sentence: Sentence, counted: Counted, words: HarmLexicon) -> License | None:
    if counted.noun is not None and not counted.noun.tag.startswith(("VB", "JJ")):
        return None
    following = sentence.between(counted.quantity.end, sentence.end)
    return license_of_word(following[0], words) if following else None


def _whole_of(counted: Counted, license: License | None) -> Token | None:
    if counted.part_of is not None:
        return counted.part_of
    if license is not None and license.whole is not None:
        return license.whole
    return None


def _before(sentence: Sentence, counted: Counted, words: HarmLexicon) -> License | None:
    """For "…, four of them children": the harm is that of the people just counted."""
    before = [t for t in sentence.tokens if t.is_noun and t.end <= counted.start]
    for token in reversed(before):
        license = find_license(token, words)
        if license is not None:
            return license
    return None


def _with_subsets(sentence: Sentence, found: list[Victims]) -> list[Victims]:
    """Wholes first; each part points to the count of its whole where that stands in the sentence."""
    wholes = [victims for victims in found if victims.whole is None]
    parts = [victims for victims in found if victims.whole is not None]
    ordered = [*wholes, *parts]
    made = []
    for victims in ordered:
        place = _place_of_whole(victims, wholes) if victims.whole is not None else None
        count = victims.count
        if place is not None:
            series = None if count.series == "part" else count.series
            count = replace(count, subset_of=place, series=series)
        if _is_beside_another(victims, wholes):
            count = replace(count, series="joined")
        made.append(Victims(count, victims.anchor, victims.license, victims.whole))
    return made


def _is_beside_another(victims: Victims, wholes: list[Victims]) -> bool:
    """Whether others are counted before under the same verb: "killed one civilian and six fighters"."""
    if victims.whole is not None or victims.count.series is not None:
        return False
    return any(
        other.license.word is victims.license.word
        and other.license.word is not other.anchor
        and other.count.series is None
        and other.count.harm is victims.count.harm
        and (other.count.start or 0) < (victims.count.start or 0)
        for other in wholes
    )


def _place_of_whole(part: Victims, wholes: list[Victims]) -> int | None:
    same = [
        place
        for place, whole in enumerate(wholes)
        if whole.count.harm is part.count.harm
        and (whole.count.start or 0) < (part.count.start or 0)
    ]
    exact = [place for place in same if wholes[place].anchor is part.whole]
    if exact:
        return exact[0]
    large = [place for place in same if wholes[place].count.min >= part.count.min]
    return large[-1] if large else None
