"""Sentences → counts of people: every quantity asked what it counts and which word licenses it."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.claims.beside import beside, fares_otherwise
from onrecord.claims.counted import Counted, find_counted, is_of_counted, stands_alone
from onrecord.claims.fatal_phrases import keeps_company
from onrecord.claims.harm_words import HarmLexicon, VictimKind, load_harm
from onrecord.claims.license import License, find_license, license_of_whole, license_of_word
from onrecord.claims.numbers import Quantity
from onrecord.claims.orphans import find_orphans
from onrecord.claims.partitions import with_partitions
from onrecord.claims.parts import find_listed_parts
from onrecord.claims.patterns import load_books
from onrecord.claims.persons import with_apposed, with_persons
from onrecord.claims.recalled import find_recalled_victims
from onrecord.claims.second_names import without_second_names
from onrecord.claims.shared_harm import with_shared_harm
from onrecord.claims.singles import (
    ANIMALS,
    NO_PERSON,
    WOUNDS,
    Victims,
    describes_a_name,
    find_named_victims,
    find_plural_victims,
    find_single_victims,
)
from onrecord.claims.syntax import Sentence, Token
from onrecord.claims.wounds import says_how_badly
from onrecord.model.claim import Count
from onrecord.model.vocabulary import Basis, Harm

_COUNTING = frozenset(
    {"number", "determiner", "article", "another", "more", "none", "kin", "vague"}
)


def find_victims(
    sentence: Sentence,
    quantities: Sequence[Quantity],
    words: HarmLexicon,
    *,
    before: Token | None = None,
) -> list[Victims]:
    """The counts of harmed people in one sentence, wholes before their parts.

    `before` is the word that called those of the last sentence dead, for a list that goes on.
    """
    found = [
        victims
        for quantity in quantities
        if (quantity.kind in _COUNTING or _is_one_of(sentence, quantity))
        and quantity.number_start >= sentence.start
        and quantity.number_end <= sentence.end
        and (victims := _licensed(sentence, quantity, words)) is not None
    ]
    found = [_as_one_of(victims, found) for victims in found]
    found += find_orphans(sentence, found, quantities, words)
    found = with_partitions(sentence, found, quantities, words)
    found = find_listed_parts(sentence, found, quantities, words)
    found += _joined_to(sentence, found, quantities, words)
    singles = find_single_victims(sentence, found, words)
    added = _joined_to(sentence, singles, quantities, words)
    found += [*singles, *(v for v in added if not _is_known(v, found))]
    found += find_named_victims(sentence, found, words)
    found += find_recalled_victims(sentence, quantities, found, words)
    found += find_plural_victims(sentence, found, words)
    found = with_shared_harm(found, words)
    found = with_apposed(sentence, with_persons(sentence, found, before=before))
    found = without_second_names(sentence, found)
    return _with_subsets(
        sentence, sorted(found, key=lambda v: (v.count.start or 0, v.count.end or 0))
    )


def _as_one_of(victims: Victims, found: Sequence[Victims]) -> Victims:
    """For "one of five people killed": the one is part of the five, not a sixth."""
    count = victims.count
    whole = next(
        (
            other
            for other in found
            if other.license.word is victims.license.word
            and other.license.word.head is other.anchor
            and other.count.min > count.min
            and (count.start or 0) < (other.count.start or 0) < (count.end or 0)
        ),
        None,
    )
    if whole is None or victims.whole is not None:
        return victims
    return Victims(replace(count, series="part"), victims.anchor, victims.license, whole.anchor)


def _is_known(victims: Victims, found: Sequence[Victims]) -> bool:
    return any(other.count.start == victims.count.start for other in found)


def _is_one_of(sentence: Sentence, quantity: Quantity) -> bool:
    """For "one of his guards", which elsewhere ("one of the reasons") counts nothing."""
    if quantity.kind != "idiom":
        return False
    here = [token for token in sentence.tokens if token.start >= quantity.start][:3]
    words = [token.lower for token in here]
    return words[:2] == ["one", "of"] and here[-1].tag in ("DT", "PRP$", "CD", "JJ", "NNP")


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


def _licensed(sentence: Sentence, quantity: Quantity, words: HarmLexicon) -> Victims | None:
    counted = find_counted(sentence, quantity, words)
    if counted is None:
        return None
    license = _license_of(sentence, counted, words)
    whole = _whole_of(counted, license) or _led_by(sentence, counted)
    if license is None or license.unreal or not _counts_people(counted, quantity, license):
        return None
    if fares_otherwise(sentence, counted, license) or _is_of_animals(counted):
        return None
    if _is_whose(sentence, counted, words):
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
        unknown_noun = noun is not None and (
            noun.tag in ("NNS", "NNPS", "NNP") or noun.lemma == "military"
        )
        bodily = license.harm in (Harm.KILLED, Harm.INJURED) and license.word is not noun
        direct = counted.anchor.dep in ("nsubjpass", "nsubj", "dobj", "conj")
        if not (unknown_noun and bodily and direct and quantity.kind == "number"):
            return False
        if noun is None or noun.lemma in ANIMALS | NO_PERSON | load_books().attack_nouns:
            return False
        return not noun.lemma.endswith(("tion", "ment", "ing"))
    if quantity.kind in ("article", "another") and noun is not None and noun.lemma in WOUNDS:
        return False
    if quantity.kind in ("article", "determiner", "another"):
        if quantity.kind == "article" and (
            describes_a_name(counted.anchor) or _is_of_a_number(counted)
        ):
            return False
        return noun is not None or counted.part_of is not None
    if noun is None and counted.anchor.dep == "conj":
        return counted.anchor.head.tag != "CD" or license.word is not counted.anchor.head.head
    return True


def _is_whose(sentence: Sentence, counted: Counted, words: HarmLexicon) -> bool:
    """For the article of "six members of a family"; not for "one other member of the family"."""
    noun, quantity = counted.noun, counted.quantity
    if noun is None or quantity.min != 1 or not is_of_counted(noun, words):
        return False
    return all(token.lower != "of" for token in sentence.between(quantity.end, noun.start))


def _is_of_animals(counted: Counted) -> bool:
    """For "one of the dogs"."""
    return counted.part_of is not None and counted.part_of.lemma in ANIMALS


def _is_of_a_number(counted: Counted) -> bool:
    """For the article of "a total of six people", whose number counts them."""
    noun = counted.noun
    return noun is not None and noun.tag == "NNS" and noun.child("nummod") is not None


def _bounds(
    quantity: Quantity, counted: Counted, license: License, words: HarmLexicon
) -> tuple[int, int | None, Basis, int | None] | None:
    if quantity.kind == "none":
        spares_some = _leaves_some(counted) or says_how_badly(counted.anchor, license.word)
        return None if spares_some else (0, 0, Basis.NONE_SAID, 0)
    if license.negated:
        return None
    low, high = quantity.min, quantity.max
    basis, stated = quantity.basis, quantity.stated
    if quantity.kind == "article":
        noun = counted.noun
        if noun is not None and stands_alone(noun):
            return (2, None, Basis.VAGUE, None)
        size = words.groups.get(noun.lemma) if noun is not None else None
        if size is not None:
            return (*size, Basis.EXACT if size[1] else Basis.VAGUE, size[1])
        if (
            noun is not None
            and noun.tag == "NNS"
            and noun.dep == "pobj"
            and noun.head.lower == "of"
        ):
            return (2, None, Basis.VAGUE, None)
    if basis is Basis.AT_MOST and low == 0 and license.harm is Harm.KILLED and high:
        low = 1
    return (low, high, basis, stated)


def _leaves_some(counted: Counted) -> bool:
    """Whether "no one else", "no other injuries" says that somebody was harmed."""
    near = [counted.anchor, *counted.anchor.children]
    return any(token.lower in ("else", "other", "others", "further", "more") for token in near)


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
        series = "part" if keeps_company(counted.anchor, license.word) else "more"
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
    return _with_first_free(made)


def _with_first_free(made: list[Victims]) -> list[Victims]:
    """The counts, of those joined the first one free: "a man killed two and himself" starts with him."""
    for place, victims in enumerate(made):
        if victims.count.series != "joined":
            continue
        harm = victims.count.harm
        beside = [n for n, v in enumerate(made) if v.count.harm is harm and v.whole is None]
        free = next((n for n in beside if made[n].count.series is None), None)
        if beside and beside[0] == place and free is not None:
            made[place] = _with_series(victims, None)
            made[free] = _with_series(made[free], "joined")
        break
    return made


def _with_series(victims: Victims, series: str | None) -> Victims:
    count = replace(victims.count, series=series)
    return Victims(count, victims.anchor, victims.license, victims.whole)


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
