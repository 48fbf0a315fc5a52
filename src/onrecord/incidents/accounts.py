"""Claims of one document → accounts: what this document tells of each attack."""

from bisect import bisect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from onrecord.incidents.evidence import Stand, Weigh, Weighed
from onrecord.incidents.places import COUNTRY, RANK, Level, Relation
from onrecord.incidents.traits import Traits, may_meet, merge_traits
from onrecord.model.claim import Claim
from onrecord.model.document import Document
from onrecord.model.identity import ClaimId, name_by_content
from onrecord.model.record import to_json, to_record
from onrecord.model.vocabulary import ClaimType, Mode, Polarity, SegmentKind, Unit

ATTACK_TYPES = frozenset(
    {
        ClaimType.ATTACK,
        ClaimType.CASUALTY_COUNT,
        ClaimType.WEAPON_USE,
        ClaimType.TARGET_DAMAGE,
        ClaimType.TARGET_STATUS,
    }
)
_TABLES = frozenset({"text/csv", "text/tab-separated-values"})
TABLE = "table"
"""What the home of a row begins with; rows of one table are different attacks."""
_FITTING = frozenset({Relation.SAME, Relation.NEAR, Relation.WITHIN, Relation.UNKNOWN})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Account:
    """What one document tells of one attack. A related headline is an account of its own.

    `key` depends on the words and attributes alone, so copies of a document have equal keys;
    `homes` are the documents (or related links) that give this account, and the table of which it
    is a row: two accounts of one home are two attacks.
    """

    key: str
    homes: frozenset[str]
    claims: tuple[Claim, ...]
    traits: Traits


@dataclass(slots=True, eq=False)
class _Draft:
    claims: list[Claim]
    traits: Traits
    places: list[int] = field(default_factory=list)


def tells_of_attack(claim: Claim) -> bool:
    """Whether a claim is about one attack, and so belongs to an incident rather than aside."""
    types = {claim.type, *claim.also}
    if claim.unit is not Unit.INCIDENT or not types & ATTACK_TYPES:
        return False
    return claim.type in ATTACK_TYPES or claim.polarity is Polarity.ASSERTS


def is_related(claim: Claim) -> bool:
    """Whether a claim is the headline of another document, linked from this one."""
    return claim.mode is Mode.RELATED_HEADLINE or claim.segment is SegmentKind.RELATED_LINK


def list_accounts(
    claims: Iterable[Claim],
    document: Document | None,
    *,
    traits: Mapping[ClaimId, Traits],
    weigh: Weigh,
) -> list[Account]:
    """The accounts of one document, from those of its claims that tell of attacks.

    Claims with a named place found the accounts; those of an area, then those without a place
    join the nearest fitting one before them (a title: after it). What carries its place or date
    from another claim goes with that claim. Rows of a table are different attacks.
    """
    ordered = sort_by_reading(claims, document)
    running = [claim for claim in ordered if not is_related(claim)]
    drafts = _group_related([claim for claim in ordered if is_related(claim)], traits)
    if document is not None and document.media_type in _TABLES:
        drafts += _group_rows(running, document.text, traits)
    else:
        drafts += _group(running, traits, weigh)
    made = [make_account(draft.claims, draft.traits) for draft in drafts]
    if document is None or document.row is None:
        return made
    table = frozenset({f"{TABLE} {document.row.table}"})
    return [replace(account, homes=account.homes | table) for account in made]


def sort_by_reading(claims: Iterable[Claim], document: Document | None) -> list[Claim]:
    """Claims in reading order: title first, then by stamp of the update, then by position."""
    segments = [] if document is None else [s for s in document.segments if s.in_ == "text"]

    def place(claim: Claim) -> tuple[bool, int, int, int, str, str]:
        order = next((s.order for s in segments if s.start <= claim.start < s.end), 0)
        return claim.in_ != "title", order, claim.start, -claim.end, claim.type.value, claim.id

    return sorted(claims, key=place)


def _group_rows(
    claims: Sequence[Claim], text: str, traits: Mapping[ClaimId, Traits]
) -> list[_Draft]:
    breaks = [place for place, character in enumerate(text) if character == "\n"]
    rows: dict[int, list[Claim]] = {}
    for claim in claims:
        rows.setdefault(bisect(breaks, claim.start), []).append(claim)
    return [_Draft(row, merge_traits(traits[claim.id] for claim in row)) for row in rows.values()]


def _group_related(claims: Sequence[Claim], traits: Mapping[ClaimId, Traits]) -> list[_Draft]:
    """Claims of one related link together: those whose words overlap."""
    drafts: list[_Draft] = []
    for claim in claims:
        if drafts and claim.start < max(other.end for other in drafts[-1].claims):
            drafts[-1].claims.append(claim)
            drafts[-1].traits = merge_traits((drafts[-1].traits, traits[claim.id]))
        else:
            drafts.append(_Draft([claim], traits[claim.id]))
    return drafts


def make_account(claims: Sequence[Claim], traits: Traits) -> Account:
    """An account of these claims of one document."""
    first = claims[0]
    home = f"{first.document}#{first.id}" if is_related(first) else str(first.document)
    return Account(key=_sign(claims), homes=frozenset({home}), claims=tuple(claims), traits=traits)


def put_copies_together(accounts: Iterable[Account]) -> list[Account]:
    """Accounts with equal words and attributes as one, so that a copy has no weight of its own.

    Two such accounts of one document stay apart.
    """
    by_key: dict[str, list[Account]] = {}
    for account in sorted(accounts, key=lambda account: (account.key, account.claims[0].id)):
        rivals = by_key.setdefault(account.key, [])
        twin = next((n for n, rival in enumerate(rivals) if not rival.homes & account.homes), None)
        if twin is None:
            rivals.append(account)
        else:
            rivals[twin] = Account(
                key=account.key,
                homes=rivals[twin].homes | account.homes,
                claims=rivals[twin].claims + account.claims,
                traits=account.traits,
            )
    return [account for rivals in by_key.values() for account in rivals]


def _sign(claims: Sequence[Claim]) -> str:
    return name_by_content("a", *sorted(to_json(list(_list_features(claim))) for claim in claims))


def _list_features(claim: Claim) -> Iterator[object]:
    """All of a claim that can tell attacks apart, without identifiers and offsets."""
    yield claim.type.value
    yield claim.quote
    yield to_record(claim.when and (claim.when.from_, claim.when.to))
    for place in claim.places:
        yield [place.name, place.precision, place.gazetteer, place.admin1, place.country]
    for count in claim.counts:
        yield [count.harm, count.of, count.min, count.max, count.text]
    yield [[party.name, party.role.value] for party in claim.parties]
    yield [[weapon.weapon.value, weapon.delivery.value] for weapon in claim.weapons]
    yield [hit.object.value for hit in claim.objects]


def _group(claims: Sequence[Claim], traits: Mapping[ClaimId, Traits], weigh: Weigh) -> list[_Draft]:
    drafts: list[_Draft] = []
    position = {claim.id: place for place, claim in enumerate(claims)}
    leaders = {
        claim.id: None if traits[claim.id].separate else _find_leader(claim, position)
        for claim in claims
    }
    for level in (Level.NAMED, Level.AREA, Level.NOWHERE):
        for claim in claims:
            if leaders[claim.id] is None and traits[claim.id].level is level:
                _place(claim, traits[claim.id], drafts, position, weigh)
    _add_followers([c for c in claims if leaders[c.id] is not None], leaders, drafts, traits)
    return drafts


def _find_leader(claim: Claim, position: Mapping[ClaimId, int]) -> ClaimId | None:
    """The claim that gives this one its place, else its date, if it has neither of its own."""
    own_place = any(place.from_ is None and place.precision < COUNTRY for place in claim.places)
    if own_place or (claim.when is not None and claim.when.carried is None):
        return None
    sources = [place.from_ for place in claim.places]
    sources.append(claim.when.carried if claim.when else None)
    for source in sources:
        if source in position and source != claim.id:
            return source
    return None


def _add_followers(
    followers: Sequence[Claim],
    leaders: Mapping[ClaimId, ClaimId | None],
    drafts: list[_Draft],
    traits: Mapping[ClaimId, Traits],
) -> None:
    draft_of = {claim.id: draft for draft in drafts for claim in draft.claims}
    for claim in followers:
        lead = _lead_of(claim.id, leaders)
        draft = draft_of.get(lead)
        if draft is None:
            draft = draft_of[lead] = _Draft([claim], traits[claim.id])
            drafts.append(draft)
        else:
            draft.claims.append(claim)
            draft.traits = merge_traits((draft.traits, traits[claim.id]))


def _lead_of(claim: ClaimId, leaders: Mapping[ClaimId, ClaimId | None]) -> ClaimId:
    """The end of the chain of carrying claims; a ring ends at its smallest member."""
    seen: list[ClaimId] = []
    current: ClaimId = claim
    while current not in seen:
        seen.append(current)
        following = leaders.get(current)
        if following is None:
            return current
        current = following
    return min(seen[seen.index(current) :])


def _place(
    claim: Claim,
    traits: Traits,
    drafts: list[_Draft],
    position: Mapping[ClaimId, int],
    weigh: Weigh,
) -> None:
    chosen = _choose(claim, traits, drafts, position, weigh)
    if chosen is None:
        drafts.append(_Draft([claim], traits, [position[claim.id]]))
        return
    chosen.claims.append(claim)
    chosen.places.append(position[claim.id])
    chosen.traits = merge_traits((chosen.traits, traits))


def _choose(
    claim: Claim,
    traits: Traits,
    drafts: list[_Draft],
    position: Mapping[ClaimId, int],
    weigh: Weigh,
) -> _Draft | None:
    """The account a claim goes with: the closest in place, then the nearest before it."""
    weighed = [
        (draft, weigh(traits, draft.traits))
        for draft in drafts
        if may_meet(traits.days, draft.traits.days)
    ]
    fitting = [(draft, found) for draft, found in weighed if _fits(traits, found)]
    if len(fitting) > 1 and traits.level is not Level.NAMED and traits.figures:
        fitting = _keep_same_figures(fitting, traits)
    if not fitting:
        return None
    here = position[claim.id]

    def distance(item: tuple[_Draft, Weighed]) -> tuple[int, bool, bool, int]:
        before = [here - place for place in item[0].places if place < here]
        after = [place - here for place in item[0].places if place > here]
        aims = item[1].target is Stand.AGREE
        return RANK[item[1].place], not aims, not before, min(before or after)

    return min(fitting, key=distance)[0]


def _fits(traits: Traits, found: Weighed) -> bool:
    if found.dates is Stand.CLASH or found.two_told or found.place not in _FITTING:
        return False
    if traits.separate and (traits.figures or traits.targets):
        return found.target is Stand.AGREE
    return traits.level is not Level.NAMED or found.place is not Relation.UNKNOWN


def _keep_same_figures(
    fitting: list[tuple[_Draft, Weighed]], traits: Traits
) -> list[tuple[_Draft, Weighed]]:
    """Of several accounts those with the claim's own figure.

    Where none has it, a figure for an area may speak of several attacks there: it stays alone.
    """
    same = [item for item in fitting if traits.figures & item[0].traits.figures]
    return same or ([] if traits.level is Level.AREA else fitting)
