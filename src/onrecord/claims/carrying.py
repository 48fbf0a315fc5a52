"""Claims of one document → the same with what they take over from one another.

"Nine others were hurt in the raid" has no day of its own: it is that of the raid just
told. What is carried over has no offsets and names the claim it comes from.
"""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.claims.lending import (
    LATE,
    carried_day,
    day_of_answers,
    lean_on,
    lend_backwards,
    lend_last,
    lend_periods,
    lend_scenes,
    tells_attack,
)
from onrecord.claims.scenes import Scene
from onrecord.model.claim import Claim, PartyMention, PlaceMention, When
from onrecord.model.identity import ClaimId
from onrecord.model.vocabulary import ClaimType, DatePrecision, Harm, Mode, PartyRole, Unit

_FINE = 2
# "…, and bombing of B": as many characters may stand between two attacks of one perpetrator.
_JOINED = 8
_RECENT = 10
_DYING_DAYS = 60
_PERIODS = frozenset({Unit.AGGREGATE_PERIOD, Unit.NONE})
_TODAY = ("today", "tonight", "this morning", "this evening")
_DOERS = frozenset({PartyRole.ALLEGED_PERPETRATOR, PartyRole.PERPETRATOR})
_TALLIES = frozenset({ClaimType.TALLY, ClaimType.COMPARISON})


def carry_over(
    claims: Sequence[Claim], scenes: Sequence[Scene] = (), *, inferred: When | None = None
) -> list[Claim]:
    """The claims with day, place, party and speaker carried over where the text leaves them out.

    `scenes` are what else dates the text; `inferred` is the day of an attack that nothing dates.
    """
    made = _date_late_deaths(lend_backwards(_carry_on(lend_scenes(claims, scenes)), scenes))
    return lend_last(lend_periods(made, scenes), day_of_answers(made) or inferred)


def _carry_on(claims: Sequence[Claim]) -> list[Claim]:
    made: list[Claim] = []
    base: Claim | None = None
    tally: Claim | None = None
    for claim in claims:
        if base is not None and base.when is not None:
            claim = replace(claim, when=lean_on(claim, base.when))
        own = claim
        if tells_attack(claim):
            own = _with_context(claim, base) if base is not None else claim
            base = base if base is not None and _is_aside(own, base) else own
        elif _is_of_attack(claim):
            own = claim if base is None else replace(claim, when=claim.when or carried_day(base))
        elif _sets_scene(claim) or (_is_dated_answer(claim) and (base is None or not base.when)):
            base = claim
        elif claim.type in _TALLIES and claim.unit in _PERIODS:
            own = _with_period(_with_speaker(claim, tally), tally) if tally is not None else claim
            tally = own if own.resolved else tally
        made.append(own)
    return made


def _is_of_attack(claim: Claim) -> bool:
    """For "the cook was unhurt", "nobody else was in the car": of the attack told, by its words."""
    status = claim.type is ClaimType.TARGET_STATUS
    undated = claim.when is None and claim.mode is not Mode.RELATED_HEADLINE
    return undated and claim.unit is Unit.INCIDENT and (status or claim.type is ClaimType.CONTEXT)


def _date_late_deaths(claims: Sequence[Claim]) -> list[Claim]:
    """The claims, deaths told with a day of their own taken back to that of the attack before it.

    "Arlen died Tuesday of the injuries" told first, and "the shooting on Saturday" below, are one.
    """
    attacks = [one for one in claims if tells_attack(one) and not _is_late_death(one) and one.when]
    return [
        _with_attack_day(claim, attacks) if _is_late_death(claim) else claim for claim in claims
    ]


def _with_attack_day(claim: Claim, attacks: Sequence[Claim]) -> Claim:
    died = claim.when
    if died is None or died.carried is not None or died.precision is not DatePrecision.DAY:
        return claim
    before = [
        attack
        for attack in attacks
        if attack.when is not None and 0 < (died.from_ - attack.when.to).days <= _DYING_DAYS
    ]
    if not before or any(_meets(claim, attack) for attack in attacks):
        return claim
    latest = max(before, key=lambda one: (one.when.to if one.when else died.from_, -one.start))
    return replace(claim, when=carried_day(latest))


def _meets(claim: Claim, attack: Claim) -> bool:
    """Whether an attack is told of the very day of a death."""
    one, other = claim.when, attack.when
    own = other is not None and other.carried is None
    return own and one is not None and other is not None and other.from_ <= one.from_ <= other.to


def _sets_scene(claim: Claim) -> bool:
    """For "In Tarvel, a patrol was fired on today.": no attack by its words, but its day and place."""
    if claim.type not in (ClaimType.CONTEXT, ClaimType.ATTACK) or claim.when is None:
        return False
    recent = claim.said is None or (claim.said.to - claim.when.to).days <= _RECENT
    return (
        claim.when.precision is DatePrecision.DAY
        and recent
        and claim.mode is not Mode.RELATED_HEADLINE
    )


def _is_aside(claim: Claim, base: Claim) -> bool:
    """Whether a claim tells no attack to go on with: a late death, or what happened "last week"."""
    arrest = _tells_arrest(claim) and tells_attack(base) and not _tells_arrest(base)
    if _is_late_death(claim) or arrest:
        return True
    if claim.when is None or base.when is None:
        return False
    return claim.when.to < base.when.from_ and claim.when.precision is not DatePrecision.DAY


def _tells_arrest(claim: Claim) -> bool:
    """Whether a claim tells that people were held, and nothing else that befell anybody."""
    harms = {count.harm for count in claim.counts if count.harm is not None}
    return harms == {Harm.DETAINED}


def _is_dated_answer(claim: Claim) -> bool:
    """For "no aircraft flew on Sunday": the day that the answer names is that of the attack."""
    dated = claim.when is not None and claim.when.precision is DatePrecision.DAY
    return claim.type is ClaimType.DENIAL and dated and claim.mode is not Mode.RELATED_HEADLINE


def _is_late_death(claim: Claim) -> bool:
    return claim.produced_by.rule.endswith(LATE)


def _with_context(claim: Claim, base: Claim) -> Claim:
    if _is_late_death(claim) and base.when is not None:
        claim = replace(claim, when=None)
    if _are_apart(claim, base):
        joined = 0 <= claim.start - base.end <= _JOINED and claim.in_ == base.in_
        return replace(claim, parties=_with_carried(claim, base)) if joined else claim
    when = claim.when or carried_day(base)
    if _is_quoted_today(claim) and base.when is not None:
        when = (
            replace(
                base.when,
                text=claim.when.text,
                start=claim.when.start,
                end=claim.when.end,
                how="day of the quoted words, as told before",
            )
            if claim.when
            else when
        )
    places = claim.places or tuple(_carried_place(place, base.id) for place in base.places)
    return replace(claim, when=when, places=places, parties=_with_carried(claim, base))


def _is_quoted_today(claim: Claim) -> bool:
    """Whether "today" in quoted words means the day they were spoken, not that of publication."""
    said = (claim.when.text or "").lower() if claim.when is not None else ""
    return claim.mode in (Mode.DIRECT_QUOTE, Mode.SOCIAL_POST) and said.startswith(_TODAY)


def _are_apart(claim: Claim, base: Claim) -> bool:
    """Whether a claim's own day or fine place shows that it tells another attack."""
    if _is_quoted_today(claim) and claim.when is not None and base.when is not None:
        return not 0 <= (claim.when.from_ - base.when.to).days <= 2
    one, other = claim.when, base.when
    if one is not None and other is not None and (one.to < other.from_ or other.to < one.from_):
        return True
    mine = {place.name for place in claim.places if place.precision <= _FINE and place.text}
    theirs = {place.name for place in base.places if place.precision <= _FINE}
    return bool(mine and theirs) and not mine & theirs and _are_points(claim, base)


def _are_points(claim: Claim, base: Claim) -> bool:
    """Two named places show two attacks; "west of X" and a village may be one."""
    return all(any(place.precision == 1 for place in one.places) for one in (claim, base))


def _carried_place(place: PlaceMention, source: ClaimId) -> PlaceMention:
    return replace(place, text=None, start=None, end=None, from_=place.from_ or source)


def _with_carried(claim: Claim, base: Claim) -> tuple[PartyMention, ...]:
    """The parties of a claim, with who did it carried over if it names no doer."""
    told_anew = claim.type is ClaimType.ATTACK or _speaks_for_another(claim, base)
    if told_anew or any(party.role in _DOERS for party in claim.parties):
        return claim.parties
    own = {party.name for party in claim.parties}
    return claim.parties + tuple(
        _carried_party(party, claim, base)
        for party in base.parties
        if party.role in _DOERS and party.name not in own
    )


def _speaks_for_another(claim: Claim, base: Claim) -> bool:
    """Whether a claim is another originator's, who need not blame whom the first one blames."""
    return claim.resolved and base.resolved and claim.originator != base.originator


def _carried_party(party: PartyMention, claim: Claim, base: Claim) -> PartyMention:
    """A party that owns to a deed is only alleged to have done it in the words of others."""
    owned = party.role is PartyRole.PERPETRATOR and claim.originator == base.originator
    return replace(
        party,
        text=None,
        start=None,
        end=None,
        from_=party.from_ or base.id,
        role=PartyRole.PERPETRATOR if owned else PartyRole.ALLEGED_PERPETRATOR,
    )


def _with_period(claim: Claim, tally: Claim) -> Claim:
    if claim.originator != tally.originator or claim.when is not None:
        return claim
    return replace(claim, when=carried_day(tally))


def _with_speaker(claim: Claim, tally: Claim) -> Claim:
    """A figure in the publisher's voice inside the account of a recorder's tally is the recorder's."""
    if claim.resolved or not tally.resolved or claim.document != tally.document:
        return claim
    return replace(
        claim,
        speakers=tally.speakers,
        originator_kind=tally.originator_kind,
        speaks_for=tally.speaks_for,
        confidence=round(claim.confidence * 0.9, 3),
    )
