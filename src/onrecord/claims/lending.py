"""Claims and scenes → claims with the days that other words of their document lend them.

What is lent from a scene keeps that scene's words; what another claim lends names that claim.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.claims.date_standing import Standing, standing_of
from onrecord.claims.dates import DateMention, find_dates, resolve_date
from onrecord.claims.patterns import make_plain
from onrecord.claims.scenes import Kind, Scene
from onrecord.claims.units import fits_incident
from onrecord.model.claim import Claim, When
from onrecord.model.vocabulary import ClaimType, DatePrecision, Mode, Unit

# Marks the rule of a claim about another, earlier attack than the one reported.
BACKGROUND = "+background"
# The same where its own words say that it is another one: "planned a recent ambush".
OTHER_ATTACK = f"+other{BACKGROUND}"
# Marks a death in hospital days after the attack.
LATE = "+late"
_ANSWERS = frozenset({ClaimType.DENIAL, ClaimType.JUSTIFICATION, ClaimType.COUNTER_ACCUSATION})
_OF_ENTRY = frozenset({*_ANSWERS, ClaimType.TARGET_STATUS, ClaimType.CORROBORATION})
_SHORT_DAYS, _WEEK_DAYS = 3, 7
# What comes after an attack and does not date it: "the bodies were returned the following day".
_AFTERMATH = re.compile(
    r"\b(?:died|found|recovered|returned|retrieved|buried|pulled|discovered|removed|arrested|released|transferred"
    r"|evacuated|handed over|identified|visited|denied|said|confirmed|announced|protest\w*|funerals?|revised|concluded"
    r"|acknowledged|admitted|apologi[sz]ed|updated|graded|reopened)\b"
)
_COUNTED_ON = frozenset({"day", "week"})
# An entry that finds nothing: no attack is told, whatever its heading dates.
_FOUND_NOTHING = re.compile(
    r"\b(?:insufficient|no (?:\w+ )?(?:evidence|information|strikes?|record|indication)|not (?:credible|substantiated|possible)"
    r"|could not|did not|unable to|unfounded|inconclusive)\b"
)
# An attack given as an example dates only itself.
_EXAMPLE = re.compile(
    r"^\W*(?:in|on|at|of)?\W*(?:the|one of|among)\s(?:\w+ )?(?:bloodiest|deadliest|worst|largest|gravest|most \w+|example|instance)\b"
    r"|\bfor (?:example|instance)\b|\bin one (?:case|such|of)\b"
)
_FAR = 1500


def tells_attack(claim: Claim) -> bool:
    """Whether a claim tells an attack of this document, not one of the past or of a link."""
    if claim.produced_by.rule.endswith(BACKGROUND):
        return False
    told = claim.unit is Unit.INCIDENT and (
        fits_incident(claim.type) or any(fits_incident(type) for type in claim.also)
    )
    return told and claim.mode is not Mode.RELATED_HEADLINE


def lend_scenes(claims: Sequence[Claim], scenes: Sequence[Scene]) -> list[Claim]:
    """The claims with the days of their entries' headings and of sentences that only date."""
    made = list(claims)
    for scene in scenes:
        if scene.kind is Kind.ENTRY:
            made = [_in_entry(claim, scene) for claim in made]
        elif scene.kind is Kind.TOLD:
            _date_told(made, scene)
    return made


def _in_entry(claim: Claim, scene: Scene) -> Claim:
    inside = claim.in_ == "text" and scene.start <= claim.start < scene.end
    if claim.when is not None or not inside:
        return claim
    told = tells_attack(claim) and _FOUND_NOTHING.search(make_plain(claim.quote)) is None
    fits = told or claim.type in _OF_ENTRY
    return replace(claim, when=scene.when) if fits else claim


def _date_told(claims: list[Claim], scene: Scene) -> None:
    """Give a scene's day to the attack told last before it, or else first after it."""
    told = [
        (place, claim)
        for place, claim in enumerate(claims)
        if claim.in_ == "text" and tells_attack(claim)
    ]
    before = [one for one in told if one[1].start < scene.start]
    chosen = before[-1:] or told[:1]
    for place, claim in chosen:
        if claim.when is None:
            claims[place] = replace(claim, when=scene.when)


def lean_on(claim: Claim, base: When) -> When | None:
    """The day of a claim that counts from that of another: "the following day", "that night"."""
    if claim.when is not None or (base.to - base.from_).days >= _SHORT_DAYS:
        return claim.when
    for mention in find_dates(claim.quote):
        if not _counts_on(claim, mention):
            continue
        later = (mention.amount or 0) > 0
        when = resolve_date(mention, published=None, anchor=base.to if later else base.from_)
        if when is not None and not mention.amount:
            when = replace(base, text=mention.text, carried=None, how="the day told before")
        if when is not None:
            start, end = claim.start + mention.start, claim.start + mention.end
            return replace(when, start=start, end=end)
    return None


def _counts_on(claim: Claim, mention: DateMention) -> bool:
    """Whether a date counts from the attack told before and dates what its claim tells."""
    if mention.kind != "anchored" or mention.edge is not None:
        return False
    if standing_of(claim.quote, mention.start, mention.end) >= Standing.ASIDE:
        return False
    if not mention.amount:
        return True
    if tells_attack(claim) and mention.unit not in _COUNTED_ON:
        return False
    return _AFTERMATH.search(make_plain(claim.quote)) is None


def lend_backwards(claims: Sequence[Claim], scenes: Sequence[Scene]) -> list[Claim]:
    """The claims told before their attack is dated, such as headlines, with that date."""
    if any(scene.kind is Kind.PERIOD for scene in scenes):
        return list(claims)
    made = list(claims)
    lender: Claim | None = None
    for place in range(len(made) - 1, -1, -1):
        claim = made[place]
        if not tells_attack(claim):
            continue
        if claim.when is None and lender is not None and not _are_apart(claim, lender):
            made[place] = replace(claim, when=carried_day(lender))
        elif claim.when is not None and _is_lender(claim):
            lender = claim
    title = next((scene.when for scene in scenes if scene.kind is Kind.TITLE), None)
    if title is None or lender is not None:
        return made
    return [
        replace(claim, when=title) if claim.when is None and tells_attack(claim) else claim
        for claim in made
    ]


def _is_lender(claim: Claim) -> bool:
    late = claim.produced_by.rule.endswith(LATE)
    if late or _EXAMPLE.search(make_plain(claim.quote)) is not None:
        return False
    return claim.when is not None and (claim.when.to - claim.when.from_).days <= _WEEK_DAYS


def _are_apart(claim: Claim, lender: Claim) -> bool:
    """Whether two claims name different places on the map, or stand far from each other."""
    if claim.in_ == lender.in_ and lender.start - claim.end > _FAR:
        return True
    mine = {place.name for place in claim.places if place.precision == 1}
    theirs = {place.name for place in lender.places if place.precision == 1}
    return bool(mine and theirs) and not mine & theirs


def lend_periods(claims: Sequence[Claim], scenes: Iterable[Scene]) -> list[Claim]:
    """The totals of a report without a period of their own, with that of the report."""
    stated = next((scene.when for scene in scenes if scene.kind is Kind.PERIOD), None)
    first = next((claim for claim in claims if _is_total(claim) and claim.when is not None), None)
    made = []
    for claim in claims:
        if claim.when is None and _is_total(claim) and claim.mode is not Mode.RELATED_HEADLINE:
            lent = stated or (carried_day(first) if first is not None else None)
            claim = replace(claim, when=lent)
        made.append(claim)
    return made


def _is_total(claim: Claim) -> bool:
    return claim.unit in (Unit.AGGREGATE_PERIOD, Unit.MULTI_INCIDENT)


def carried_day(base: Claim) -> When | None:
    """The day of a claim as another takes it over: without words, naming where it comes from."""
    if base.when is None:
        return None
    source = base.when.carried or base.id
    return replace(
        base.when, text=None, start=None, end=None, carried=source, how=f"carried from {source}"
    )


def lend_last(claims: Sequence[Claim], when: When | None) -> list[Claim]:
    """The claims of a text that dates no attack, with the day that its kind lets one infer."""
    dated = any(claim.when is not None for claim in claims if tells_attack(claim))
    if when is None or dated:
        return list(claims)
    return [
        replace(claim, when=when) if claim.when is None and tells_attack(claim) else claim
        for claim in claims
    ]


def day_of_answers(claims: Sequence[Claim]) -> When | None:
    """The only day that answers name in their own words: "no aircraft flew there on Sunday"."""
    days = [
        claim.when
        for claim in claims
        if claim.type in _ANSWERS
        and claim.when is not None
        and claim.when.start is not None
        and claim.start <= claim.when.start < claim.end
        and claim.when.precision is DatePrecision.DAY
    ]
    if len({(day.from_, day.to) for day in days}) != 1:
        return None
    return replace(days[0], text=None, start=None, end=None, how="the day that an answer names")
