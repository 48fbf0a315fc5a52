"""Claims → reasons: for each attribute, the rule that decided it and the words it saw.

The reasons are found by the same lexicons that made the claim, so they hold for claims of this
version of the reader; a claim kept by another version is explained by what it carries itself.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from onrecord.claims.patterns import Found, PatternBook, load_books, make_plain
from onrecord.model.claim import Claim, Count, Words
from onrecord.model.explanation import Reason
from onrecord.model.vocabulary import Argument, HedgeKind, Unit

_WORD = re.compile(r"[^\W\d_]+")
_ENDINGS = ("", "s", "es", "d", "ed", "ing")
_UNIT_TABLES = {
    Unit.STOCK: ("stock",),
    Unit.MULTI_INCIDENT: ("several",),
    Unit.AGGREGATE_PERIOD: ("period", "campaign", "several"),
    Unit.POPULATION: ("population",),
}


def explain_claim(claim: Claim) -> tuple[Reason, ...]:
    """Why a claim says what it says: type, unit, speaker, numbers, time, places, stance."""
    return (
        _type(claim),
        _unit(claim),
        _speaker(claim),
        *_numbers(claim),
        *_time(claim),
        *_places(claim),
        *_parties(claim),
        *_things(claim),
        *_stance(claim),
    )


def _type(claim: Claim) -> Reason:
    says = ", also ".join(type.value for type in (claim.type, *claim.also))
    words = _words_of_rule(claim, claim.produced_by.rule.partition("+")[0])
    because = f"rule {claim.produced_by.rule}, confidence {claim.confidence:.2f}"
    return Reason(about="type", says=says, because=because, words=words)


def _words_of_rule(claim: Claim, rule: str) -> tuple[Words, ...]:
    family, _, name = rule.partition("/")
    books = load_books()
    if family.startswith("answer"):
        return tuple(_of_codes(claim, (code.value for code in _arguments(claim))))
    if family == "victims":
        return _distinct(c.licensed_by for c in claim.counts if c.licensed_by is not None)
    if family in ("topic", "background"):
        book = {"comparison": books.comparison, "opinion": books.opinion, "context": books.context}
        return _hits(claim, book.get(name, books.topics), (name,))
    if family == "figure":
        return tuple(_of_count(count) for count in claim.counts if count.of is not None)
    return _deeds(claim)


def _deeds(claim: Claim) -> tuple[Words, ...]:
    """The verbs and nouns of attack in a clause, in whatever form they stand."""
    plain = make_plain(claim.quote)
    found = (m for m in _WORD.finditer(plain) if m[0] in _forms_of_deeds())
    return tuple(_slice(claim, match.start(), match.end()) for match in found)


@cache
def _forms_of_deeds() -> frozenset[str]:
    books = load_books()
    stems = books.attack_verbs | books.attack_nouns | books.damage_verbs | books.use_verbs
    forms = {stem + ending for stem in stems for ending in _ENDINGS}
    forms |= {
        stem[:-1] + ending for stem in stems if stem[-1] == "e" for ending in ("ing", "ed", "es")
    }
    return frozenset(forms | {stem + stem[-1] + end for stem in stems for end in ("ed", "ing")})


def _unit(claim: Claim) -> Reason:
    words = _hits(claim, load_books().aggregate, _UNIT_TABLES.get(claim.unit, ()))
    because = "words of several attacks or of a period" if words else _why_unit(claim)
    return Reason(about="unit", says=claim.unit.value, because=because, words=words)


def _why_unit(claim: Claim) -> str:
    if claim.unit is Unit.INCIDENT:
        return "no words of several attacks or of a period"
    return "what such a claim speaks of" if claim.unit is Unit.NONE else "the clause as a whole"


def _speaker(claim: Claim) -> Reason:
    names = " ← ".join(name or "publisher unknown" for name in claim.speakers)
    if claim.attribution:
        return Reason(about="speaker", says=names, because="named so", words=claim.attribution)
    because = "the publisher's own words" if not claim.resolved else "carried from the words before"
    return Reason(about="speaker", says=names, because=because)


def _numbers(claim: Claim) -> Iterator[Reason]:
    for place, count in enumerate(claim.counts, start=1):
        harm = count.harm.value if count.harm is not None else _what(count)
        people = [code.value for code in (count.sex, count.age, count.status)]
        kind = " ".join([harm, *(code for code in people if code != "unknown")])
        top = "more" if count.max is None else str(count.max)
        bounds = str(count.min) if count.max == count.min else f"{count.min} to {top}"
        words = (_of_count(count), *([count.licensed_by] if count.licensed_by else []))
        yield Reason(
            about=f"number {place}", says=f"{bounds} {kind}", because=_why(count), words=words
        )


def _what(count: Count) -> str:
    return f"{count.of.value if count.of is not None else 'unknown'} (nobody harmed)"


def _why(count: Count) -> str:
    parts = [f"said as {count.basis.value}"]
    if count.subset_of is not None:
        parts.append(f"part of number {count.subset_of + 1}")
    if count.series is not None:
        parts.append(f"{count.series} of what the same voice told")
    return ", ".join(parts)


def _of_count(count: Count) -> Words:
    return Words(text=count.text, start=count.start, end=count.end)


def _time(claim: Claim) -> Iterator[Reason]:
    when = claim.when
    if when is None:
        return
    says = f"{when.from_} to {when.to}" if when.from_ != when.to else str(when.from_)
    because = f"{when.how}, by the {when.precision.value}"
    if when.carried is not None:
        because += f", carried from claim {when.carried}"
    words = (Words(text=when.text, start=when.start, end=when.end),) if when.text else ()
    yield Reason(about="when", says=says, because=because, words=words)


def _places(claim: Claim) -> Iterator[Reason]:
    for place in claim.places:
        parts = (place.name, place.admin1, place.country)
        says = ", ".join(part for part in parts if part)
        because = f"gazetteer {place.gazetteer}" if place.gazetteer else "in no gazetteer"
        if place.alternatives:
            because += f", chosen before {len(place.alternatives)} others of that name"
        if place.from_ is not None:
            because += f", carried from claim {place.from_}"
        yield Reason(about="where", says=says, because=because, words=_given(place))


def _parties(claim: Claim) -> Iterator[Reason]:
    for party in claim.parties:
        because = f"{party.role.value}, {party.certainty.value}"
        if party.from_ is not None:
            because += f", carried from claim {party.from_}"
        yield Reason(about="party", says=party.name, because=because, words=_given(party))


def _things(claim: Claim) -> Iterator[Reason]:
    for weapon in claim.weapons:
        model = f", {weapon.model}" if weapon.model else ""
        says = f"{weapon.weapon.value}{model}"
        because = f"delivery {weapon.delivery.value}"
        yield Reason(about="weapon", says=says, because=because, words=_given(weapon))
    for thing in claim.objects:
        because = f"status {thing.status.value}"
        yield Reason(about="object", says=thing.object.value, because=because, words=_given(thing))


def _stance(claim: Claim) -> Iterator[Reason]:
    if claim.hedge.kind is not HedgeKind.NONE:
        kind = claim.hedge.kind.value
        yield Reason(about="hedge", says=kind, because="words of doubt", words=claim.hedge.spans)
    if claim.answer is None:
        return
    for code in _arguments(claim):
        words = tuple(_of_codes(claim, (code.value,)))
        because = "words of that argument" if words else "the verb that reports the answer"
        yield Reason(about="argument", says=code.value, because=because, words=words)
    scope = _hits(claim, load_books().scopes, (claim.answer.scope.value,))
    because = "words of that reach" if scope else "nothing named: the usual reach"
    yield Reason(about="scope", says=claim.answer.scope.value, because=because, words=scope)


def _arguments(claim: Claim) -> Sequence[Argument]:
    return claim.answer.arguments if claim.answer is not None else ()


def _of_codes(claim: Claim, codes: Iterable[str]) -> Iterator[Words]:
    yield from _hits(claim, load_books().arguments, tuple(codes))


def _hits(claim: Claim, book: PatternBook, names: Sequence[str]) -> tuple[Words, ...]:
    found: list[Found] = [hit for hit in book.search(claim.quote) if hit.name in names]
    return tuple(_slice(claim, hit.start, hit.end) for hit in found)


def _slice(claim: Claim, start: int, end: int) -> Words:
    at = claim.start
    return Words(text=claim.quote[start:end], start=at + start, end=at + end)


def _given(mention: object) -> tuple[Words, ...]:
    text = getattr(mention, "text", None)
    if text is None:
        return ()
    start, end = getattr(mention, "start", None), getattr(mention, "end", None)
    return (Words(text=text, start=start, end=end),)


def _distinct(words: Iterable[Words]) -> tuple[Words, ...]:
    return tuple(dict.fromkeys(words))
