"""Law: propagated bounds are the tightest, as trying every assignment shows."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.builders import a_count
from tests.unit.tallies.scenes import count, saying

from onrecord.model.claim import Claim
from onrecord.model.incident import Counting, Range
from onrecord.model.vocabulary import Age, Harm, Sex, Status, VictimClass
from onrecord.tallies.constraints import Constraint, Known, Solution, add_up, exceed, solve

TOP = 5
QUICK = settings(max_examples=80, deadline=None)
NAMES = ("one", "two", "three", "four")


@st.composite
def known(draw: st.DrawFn) -> Known:
    least = draw(st.integers(0, TOP))
    return Known(min=least, max=draw(st.integers(least, TOP)))


@st.composite
def trees(draw: st.DrawFn) -> tuple[dict[str, Known], list[Constraint]]:
    """A whole with two partitions, one part of which has parts of its own."""
    names = ("all", "civilian", "fighter", "woman", "child")
    stated = {name: draw(known()) for name in names}
    found = [
        add_up(("civilian", "fighter"), "all", exact=draw(st.booleans())),
        add_up(draw(st.sampled_from([("woman", "child"), ("child",)])), "civilian"),
    ]
    return stated, found


@st.composite
def nets(draw: st.DrawFn) -> tuple[dict[str, Known], list[Constraint]]:
    """Any few relations between any few numbers, circles and weights included."""
    stated = {name: draw(known()) for name in NAMES}
    found = []
    for place in range(draw(st.integers(1, 4))):
        names = draw(st.lists(st.sampled_from(NAMES), min_size=2, max_size=4, unique=True))
        weights = [(name, draw(st.sampled_from([1, 1, 1, -1, -1, 2, -2]))) for name in names]
        least = draw(st.integers(-6, 4))
        most = draw(st.none() | st.integers(least, 8))
        kept = draw(st.none() | st.just(least)) if most is not None else least
        words = f"relation {place}"
        found.append(Constraint(weights=tuple(weights), least=kept, most=most, words=words))
    return stated, found


def holds(constraint: Constraint, values: dict[str, int]) -> bool:
    sum_ = sum(weight * values[name] for name, weight in constraint.weights)
    above = constraint.least is None or constraint.least <= sum_
    return above and (constraint.most is None or sum_ <= constraint.most)


def solve_by_force(stated: dict[str, Known], constraints: list[Constraint]) -> list[dict[str, int]]:
    names = sorted(stated)
    boxes = [range(stated[name].min, (stated[name].max or 0) + 1) for name in names]
    found = (dict(zip(names, values, strict=True)) for values in product(*boxes))
    return [values for values in found if all(holds(one, values) for one in constraints)]


def assert_tightest(stated: dict[str, Known], constraints: list[Constraint]) -> None:
    solution = solve(stated, constraints)
    allowed = solve_by_force(stated, constraints)

    assert bool(solution.conflicts) is not bool(allowed)
    for name, one in stated.items():
        values = [values[name] for values in allowed]
        tightest = (min(values), max(values)) if values else (one.min, one.max)
        assert solution.bounds(name) == tightest


@QUICK
@given(trees())
def test_bounds_are_the_tightest_there_are(
    case: tuple[dict[str, Known], list[Constraint]],
) -> None:
    assert_tightest(*case)


@QUICK
@given(nets())
def test_bounds_are_the_tightest_where_constraints_form_circles(
    case: tuple[dict[str, Known], list[Constraint]],
) -> None:
    assert_tightest(*case)


@QUICK
@given(nets(), st.sampled_from(NAMES), st.integers(0, 3), st.integers(0, 3))
def test_widening_what_is_stated_never_narrows_what_follows(
    case: tuple[dict[str, Known], list[Constraint]], name: str, lower: int, higher: int
) -> None:
    stated, constraints = case
    one = stated[name]
    wide = {**stated, name: Known(min=max(0, one.min - lower), max=(one.max or 0) + higher)}
    before, after = solve(stated, constraints), solve(wide, constraints)

    if before.conflicts:
        return
    assert not after.conflicts
    for each in stated:
        assert after.bounds(each)[0] <= before.bounds(each)[0]
        assert (after.bounds(each)[1] or 0) >= (before.bounds(each)[1] or 0)


@QUICK
@given(nets())
def test_no_bounds_cross_unless_a_conflict_is_reported(
    case: tuple[dict[str, Known], list[Constraint]],
) -> None:
    solution = solve(*case)

    for name in NAMES:
        least, most = solution.bounds(name)
        assert most is None or least <= most


@QUICK
@given(st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=5))
def test_comparisons_that_run_in_a_ring_are_a_conflict(pairs: list[tuple[str, str]]) -> None:
    solution = solve({}, [exceed(more, less) for more, less in pairs if more != less])
    ringed = any(goes_round(pairs, name) for name in NAMES)

    assert bool(solution.conflicts) is ringed


def goes_round(pairs: list[tuple[str, str]], start: str) -> bool:
    reached, edge = set[str](), {start}
    while edge:
        step = {less for more, less in pairs if more in edge and more != less} - reached
        reached, edge = reached | step, step
    return start in reached


# Every person harmed is of one standing and one kind; these are all that the claims below tell of.
STANDINGS = (Status.CIVILIAN, Status.DIRECT_PARTICIPANT, Status.UNKNOWN)
KINDS = (VictimClass.CHILD, VictimClass.WOMAN, VictimClass.UNKNOWN)
CELLS = tuple(product(STANDINGS, KINDS))
Crowd = dict[tuple[Status, VictimClass], int]
PARTS = st.sampled_from([(0, 0), (0, 2), (1, 2), (2, 2), (1, 3), (2, 4), (3, 3), (3, 4)])


@st.composite
def tellings(draw: st.DrawFn, name: str) -> Claim:
    """A whole of up to four people, and parts of it; children may be told as among civilians.

    No part is just one: persons told one by one are a roster, and set a floor alone.
    """
    least = draw(st.integers(1, 4))
    counts = [a_count(least, draw(st.integers(least, 4)))]
    told = draw(st.sampled_from([(), STANDINGS[:1], STANDINGS[:2]]))
    counts += [a_count(*draw(PARTS), status=status, subset_of=0) for status in told]
    for more in ({"age": Age.CHILD}, {"sex": Sex.WOMAN, "age": Age.ADULT}):
        if draw(st.booleans()):
            whole = draw(st.integers(0, min(1, len(counts) - 1)))
            counts.append(a_count(*draw(PARTS), subset_of=whole, **more))
    return saying(name, *counts)


def list_crowds(most: int) -> list[Crowd]:
    """Every crowd of at most so many people, by standing and kind."""
    crowds: list[list[int]] = [[]]
    for _ in CELLS:
        crowds = [[*one, n] for one in crowds for n in range(most - sum(one) + 1)]
    return [dict(zip(CELLS, one, strict=True)) for one in crowds]


ALL_CROWDS = list_crowds(4)


def count_crowd(crowd: Crowd, class_: VictimClass | None) -> int:
    status = {
        VictimClass.CIVILIAN: Status.CIVILIAN,
        VictimClass.FIGHTER: Status.DIRECT_PARTICIPANT,
    }
    if class_ in status:
        return sum(crowd[status[class_], kind] for kind in KINDS)
    if class_ is None:
        return sum(crowd.values())
    return sum(crowd[standing, class_] for standing in STANDINGS)


def read_links(claims: list[Claim]) -> dict[VictimClass, tuple[int, int]]:
    """What is told of children and women among the civilians: the widest of all tellings."""
    found: dict[VictimClass, tuple[int, int]] = {}
    for claim in claims:
        for one in claim.counts:
            linked = one.subset_of is not None and claim.counts[one.subset_of].status
            if linked is Status.CIVILIAN and one.status is Status.UNKNOWN:
                kind = VictimClass.CHILD if one.age is Age.CHILD else VictimClass.WOMAN
                old = found.get(kind, (one.min, one.max or 0))
                found[kind] = (min(old[0], one.min), max(old[1], one.max or 0))
    return found


def list_stated(counting: Counting) -> list[tuple[VictimClass | None, Range]]:
    """All ranges of the killed but that of unknown standing, which is itself derived."""
    classes = counting.by_class[Harm.KILLED].items()
    told = [(class_, one) for class_, one in classes if class_ is not VictimClass.UNKNOWN]
    return [(None, counting.by_harm[Harm.KILLED]), *told]


def fits(crowd: Crowd, counting: Counting, links: dict[VictimClass, tuple[int, int]]) -> bool:
    return all(
        one.min <= count_crowd(crowd, class_)
        and (not one.capped or count_crowd(crowd, class_) <= (one.max or 0))
        for class_, one in list_stated(counting)
    ) and all(low <= crowd[Status.CIVILIAN, kind] <= high for kind, (low, high) in links.items())


@settings(max_examples=60, deadline=None)
@given(st.tuples(tellings("One"), tellings("Two")))
def test_an_incidents_bounds_are_those_of_every_crowd_that_fits_what_is_told(
    told: tuple[Claim, Claim],
) -> None:
    counting = count(told)
    allowed = [one for one in ALL_CROWDS if fits(one, counting, read_links(list(told)))]
    together = [clash for clash in counting.clashes if clash.where is None]

    assert bool(together) is not bool(allowed)
    proofs = {one.class_: one for one in counting.proofs if not one.apart_from}
    for class_, one in list_stated(counting) if allowed else ():
        values = [count_crowd(crowd, class_) for crowd in allowed]
        proof = proofs.get(class_)
        bounds = (proof.min, proof.max) if proof else (one.min, one.max if one.capped else None)
        assert bounds == (min(values), max(values))


def test_a_solution_tells_what_it_was_asked() -> None:
    solution: Solution = solve({"one": Known(min=2, max=3)}, [add_up(("one",), "all")])

    assert solution.bounds("all") == (2, None)
