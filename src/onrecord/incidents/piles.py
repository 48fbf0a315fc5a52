"""Groups and rulings → piles: groups as people settled them, merged, split and moved."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from onrecord.incidents.accounts import Account
from onrecord.incidents.clusters import Group
from onrecord.incidents.doubts import Doubt, Side, find_doubt, keep_found
from onrecord.incidents.evidence import Weigh, Weighed
from onrecord.incidents.method import LinkMethod
from onrecord.incidents.rulings import Ruling, Rulings
from onrecord.incidents.traits import Traits, merge_traits
from onrecord.incidents.verdicts import Verdict, judge
from onrecord.model.claim import Claim
from onrecord.model.decision import DecisionKind
from onrecord.model.identity import ClaimId

Joined = tuple[Account, Account, Weighed]


@dataclass(slots=True, eq=False)
class Unit:
    """Claims that stay together whatever is decided, with the accounts they come from."""

    claims: list[Claim]
    traits: Traits
    accounts: list[Account]


@dataclass(slots=True, eq=False)
class Pile:
    """Claims of one incident. `decided`: a person put them together; `merged`: former anchors.

    `doubted`: later reports speak against a decision about it.
    """

    units: list[Unit]
    joins: list[Joined] = field(default_factory=list)
    decided: bool = False
    merged: list[frozenset[ClaimId]] = field(default_factory=list)
    doubted: bool = False

    @property
    def claims(self) -> list[Claim]:
        """All claims."""
        return [claim for unit in self.units for claim in unit.claims]

    @property
    def ids(self) -> frozenset[ClaimId]:
        """The identifiers of all claims."""
        return frozenset(claim.id for claim in self.claims)


class Settlement:
    """Piles under the rulings: first all that is one incident, then all that is not."""

    def __init__(
        self,
        groups: Iterable[Group],
        rulings: Rulings,
        *,
        traits: Mapping[ClaimId, Traits],
        weigh: Weigh,
        method: LinkMethod,
    ) -> None:
        self.traits = traits
        self.weigh = weigh
        self.method = method
        self.doubts: list[Doubt] = []
        self.piles = [_pile_group(group) for group in groups]
        self._home = {claim: pile for pile in self.piles for claim in pile.ids}
        for ruling in rulings.list_pairs(DecisionKind.SAME_INCIDENT):
            self._unite(ruling)
        apart = rulings.list_pairs(DecisionKind.DIFFERENT_INCIDENT)
        self.piles = [part for pile in self.piles for part in self._divide(pile, apart)]

    def _unite(self, ruling: Ruling) -> None:
        one, other = self._home.get(ruling.one), self._home.get(ruling.other)
        if one is None or other is None or one is other:
            return
        one.doubted |= other.doubted | self._is_doubted([ruling], one.units, other.units)
        one.merged += [one.ids, other.ids, *other.merged]
        one.units += other.units
        one.joins += other.joins
        one.decided = True
        self.piles.remove(other)
        for claim in other.ids:
            self._home[claim] = one

    def _divide(self, pile: Pile, apart: Sequence[Ruling]) -> list[Pile]:
        inside = [ruling for ruling in apart if ruling.pair <= pile.ids]
        if not inside:
            return [pile]
        units = [part for unit in pile.units for part in _break_up(unit, inside, self.traits)]
        parts = self._seed(units, inside)
        self._deal_out(units, parts, inside)
        made = [_make_part(part, pile) for part in parts]
        for one, other in combinations(made, 2):
            doubted = self._is_doubted(inside, one.units, other.units)
            one.doubted |= doubted
            other.doubted |= doubted
        return made

    def _is_doubted(
        self, rulings: Sequence[Ruling], ones: Sequence[Unit], others: Sequence[Unit]
    ) -> bool:
        """Whether all reports of two sides speak against a decision about them; keeps the doubts."""
        found = keep_found(
            find_doubt(
                ruling,
                _make_side(ones, ruling),
                _make_side(others, ruling),
                weigh=self.weigh,
                method=self.method,
            )
            for ruling in rulings
            if _holds_one(ones, ruling) and _holds_one(others, ruling)
        )
        self.doubts += found
        return bool(found)

    def _seed(self, units: Sequence[Unit], apart: Sequence[Ruling]) -> list[list[Unit]]:
        """Units named in a ruling, put together only where evidence joins and no ruling forbids."""
        parts: list[list[Unit]] = []
        for unit in units:
            if not any(_ids(unit) & ruling.pair for ruling in apart):
                continue
            friend = next((part for part in parts if self._may_join(unit, part, apart)), None)
            if friend is None:
                parts.append([unit])
            else:
                friend.append(unit)
        return parts

    def _may_join(self, unit: Unit, part: Sequence[Unit], apart: Sequence[Ruling]) -> bool:
        if any(_is_forbidden(unit, other, apart) for other in part):
            return False
        traits = merge_traits(other.traits for other in part)
        found = self.weigh(unit.traits, traits)
        return judge(unit.traits, traits, found, method=self.method) is Verdict.JOIN

    def _deal_out(
        self, units: Sequence[Unit], parts: list[list[Unit]], apart: Sequence[Ruling]
    ) -> None:
        """All other units go to the part with most evidence; a claim moved alone keeps alone."""
        moved = {claim for ruling in apart if len(ruling.alone) == 1 for claim in ruling.alone}
        seeds = [merge_traits(unit.traits for unit in part) for part in parts]
        open_parts = [n for n, part in enumerate(parts) if not _ids(part[0]) & moved]
        seeded = {id(unit) for part in parts for unit in part}
        for unit in units:
            if id(unit) not in seeded:
                choices = open_parts or range(len(parts))
                bits = {n: self.weigh(unit.traits, seeds[n]).bits for n in choices}
                parts[max(bits, key=lambda n: (bits[n], -n))].append(unit)


def _pile_group(group: Group) -> Pile:
    units = []
    for account in group.accounts:
        by_home: dict[str, list[Claim]] = {}
        for claim in account.claims:
            by_home.setdefault(claim.document, []).append(claim)
        units += [Unit(by_home[home], account.traits, [account]) for home in sorted(by_home)]
    return Pile(units, list(group.joins))


def _break_up(unit: Unit, apart: Sequence[Ruling], traits: Mapping[ClaimId, Traits]) -> list[Unit]:
    """A unit without the claims that were named themselves, each of which becomes its own."""
    ids = _ids(unit)
    named = {claim for ruling in apart for claim in ruling.alone & ids}
    named |= {ruling.other for ruling in apart if ruling.pair <= ids}
    if not named or len(unit.claims) == 1:
        return [unit]
    rest = [claim for claim in unit.claims if claim.id not in named]
    parts = ([rest] if rest else []) + [[c] for c in unit.claims if c.id in named]
    return [
        Unit(part, merge_traits(traits[claim.id] for claim in part), unit.accounts)
        for part in parts
    ]


def _make_part(units: list[Unit], pile: Pile) -> Pile:
    kept = {id(account) for unit in units for account in unit.accounts}
    joins = [join for join in pile.joins if id(join[0]) in kept and id(join[1]) in kept]
    merged = [ids for ids in pile.merged if ids <= frozenset().union(*map(_ids, units))]
    return Pile(units, joins, bool(merged), merged)


def _holds_one(units: Sequence[Unit], ruling: Ruling) -> bool:
    return any(_ids(unit) & ruling.pair for unit in units)


def _make_side(units: Sequence[Unit], ruling: Ruling) -> Side:
    named = next(unit.traits for unit in units if _ids(unit) & ruling.pair)
    return Side(named=named, all=[unit.traits for unit in units])


def _is_forbidden(one: Unit, other: Unit, apart: Sequence[Ruling]) -> bool:
    ours, theirs = _ids(one), _ids(other)
    return any(
        (ruling.one in ours and ruling.other in theirs)
        or (ruling.other in ours and ruling.one in theirs)
        for ruling in apart
    )


def _ids(unit: Unit) -> frozenset[ClaimId]:
    return frozenset(claim.id for claim in unit.claims)


def list_accounts_of(pile: Pile) -> list[Account]:
    """The accounts of a pile, each once."""
    return list({id(account): account for unit in pile.units for account in unit.accounts}.values())
