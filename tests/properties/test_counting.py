"""Laws of counting: order, copies and relays change no number; wider claims never narrow a bound."""

from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.builders import a_count
from tests.unit.tallies.scenes import an_incident, cluster_of, count, hit, saying, weigh

from onrecord.model.claim import Claim, Count
from onrecord.model.identity import ClaimId
from onrecord.model.incident import Counting, Incident, Range
from onrecord.model.vocabulary import Age, Basis, Harm, Mode, ObjectKind, Sex, Status, VictimClass
from onrecord.tallies import count_incident, sum_incidents

DAYS = st.sampled_from(["2021-03-05", "2021-03-06", "2021-03-08"])
NAMES = st.sampled_from(["One", "Two", "Three"])
QUICK = settings(max_examples=40, deadline=None)


@st.composite
def counts(draw: st.DrawFn, harm: Harm = Harm.KILLED) -> Count:
    least = draw(st.integers(1, 30))
    most = draw(st.none() | st.integers(least, 40))
    status = draw(st.sampled_from([Status.UNKNOWN, Status.CIVILIAN, Status.DIRECT_PARTICIPANT]))
    age = draw(st.sampled_from([Age.UNKNOWN, Age.UNKNOWN, Age.CHILD]))
    sex = draw(st.sampled_from([Sex.UNKNOWN, Sex.UNKNOWN, Sex.WOMAN, Sex.MAN]))
    if most is None and draw(st.booleans()):
        return a_count(least, None, basis=Basis.VAGUE, stated=None, status=status, age=age, sex=sex)
    return a_count(least, most, harm=harm, status=status, age=age, sex=sex)


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    objects = hit() if draw(st.booleans()) else hit(ObjectKind.UNKNOWN)
    mode = draw(st.sampled_from([Mode.INDIRECT, Mode.HEADLINE]))
    return saying(
        draw(NAMES),
        *draw(st.lists(counts(), min_size=1, max_size=3)),
        day=draw(DAYS),
        objects=objects,
        mode=mode,
    )


@st.composite
def relays(draw: st.DrawFn, claim: Claim) -> Claim:
    """The same words in another paper, on the same day or later."""
    day = draw(DAYS.filter(lambda one: one >= str(claim.said.from_ if claim.said else "")))
    relay = saying(
        claim.originator or "",
        *claim.counts,
        day=day,
        speakers=("Osk Times", claim.originator),
        objects=claim.objects,
        mode=claim.mode,
    )
    return replace(relay, id=ClaimId(f"relay-{relay.id}"))


def bounds(range_: Range) -> tuple[int, int | None, bool, int | None, bool, int | None]:
    return (range_.min, range_.max, range_.open, range_.best, range_.presumed, range_.strict_min)


def numbers(counting: Counting) -> dict[tuple[Harm, VictimClass | None], tuple[object, ...]]:
    found: dict[tuple[Harm, VictimClass | None], tuple[object, ...]] = {
        (harm, None): bounds(one) for harm, one in counting.by_harm.items()
    }
    for harm, classes in counting.by_class.items():
        found |= {(harm, class_): bounds(one) for class_, one in classes.items()}
    return found


def ranges(counting: Counting) -> list[Range]:
    classes = [one for held in counting.by_class.values() for one in held.values()]
    return [*counting.by_harm.values(), *classes]


@QUICK
@given(st.lists(claims(), min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_order_never_matters(held: list[Claim], random: Any) -> None:
    shuffled = list(held)
    random.shuffle(shuffled)

    assert count(shuffled) == count(held)


@QUICK
@given(st.lists(claims(), min_size=1, max_size=4), st.data())
def test_a_relay_changes_no_number_and_adds_no_weight(
    held: list[Claim], data: st.DataObject
) -> None:
    relay = data.draw(relays(data.draw(st.sampled_from(held))))

    assert numbers(count([*held, relay])) == numbers(count(held))
    assert weigh([*held, relay]).independent == weigh(held).independent


@QUICK
@given(st.lists(claims(), min_size=1, max_size=5))
def test_best_lies_within_least_and_most(held: list[Claim]) -> None:
    for one in ranges(count(held)):
        assert one.max is None or one.min <= one.max
        assert one.max is not None or one.open
        assert one.best is None or one.min <= one.best
        assert one.best is None or one.max is None or one.best <= one.max
        assert (one.best is None) == (one.best_reason is None)


@QUICK
@given(st.lists(claims(), min_size=1, max_size=5))
def test_every_range_rests_on_claims_of_its_incident(held: list[Claim]) -> None:
    ids = {claim.id for claim in held}

    for one in ranges(count(held)):
        assert one.claims
        assert set(one.claims) <= ids


@st.composite
def plain(draw: st.DrawFn, name: str) -> Claim:
    """A numeric count of one class by a source that says nothing else, at no known object."""
    least = draw(st.integers(1, 30))
    most = draw(st.none() | st.integers(least, 40))
    status = draw(st.sampled_from([Status.UNKNOWN, Status.CIVILIAN]))
    return saying(name, a_count(least, most, status=status), day=draw(DAYS))


def all_and_civilian(counting: Counting) -> list[Range]:
    classes = counting.by_class[Harm.KILLED]
    civilian = [classes[VictimClass.CIVILIAN]] if VictimClass.CIVILIAN in classes else []
    return [counting.by_harm[Harm.KILLED], *civilian]


@QUICK
@given(st.tuples(plain("One"), plain("Two"), plain("Three")), st.data())
def test_widening_a_claim_never_narrows_a_bound(
    held: tuple[Claim, Claim, Claim], data: st.DataObject
) -> None:
    old = held[0].counts[0]
    least = data.draw(st.integers(0, old.min))
    most = None if old.max is None else data.draw(st.integers(old.max, 60))
    wide = replace(held[0], counts=(replace(old, min=least, max=most),))
    before, after = all_and_civilian(count(held)), all_and_civilian(count((wide, *held[1:])))

    for narrow, wider in zip(before, after, strict=True):
        assert wider.min <= narrow.min
        if most is not None:
            assert (wider.max or 0) >= (narrow.max or 0)


@QUICK
@given(st.tuples(plain("One"), plain("Two"), plain("Three")))
def test_turning_a_number_into_a_floor_never_closes_a_range(
    held: tuple[Claim, Claim, Claim],
) -> None:
    old = held[0].counts[0]
    floor = replace(old, min=old.max or old.min, max=None, basis=Basis.AT_LEAST)
    wide = replace(held[0], counts=(floor,))
    before, after = all_and_civilian(count(held)), all_and_civilian(count((wide, *held[1:])))

    for narrow, wider in zip(before, after, strict=True):
        assert wider.max == narrow.max
        assert wider.open or not narrow.open


@QUICK
@given(st.lists(claims(), min_size=1, max_size=4))
def test_parts_and_unknown_add_up_to_the_whole(held: list[Claim]) -> None:
    counting = count(held)
    whole = counting.by_harm[Harm.KILLED]
    classes = counting.by_class[Harm.KILLED]
    unknown = classes.get(VictimClass.UNKNOWN)
    if unknown is None:
        return
    stated = [classes[one] for one in (VictimClass.CIVILIAN, VictimClass.FIGHTER) if one in classes]
    parts = [*stated, unknown]

    assert sum(one.min for one in parts) <= (whole.max or 0) or whole.open or counting.flags
    if all(one.max is not None and not one.open for one in parts):
        assert sum(one.max or 0 for one in parts) >= whole.min


@st.composite
def incidents(draw: st.DrawFn) -> list[Incident]:
    held = draw(st.lists(st.lists(claims(), min_size=0, max_size=2), min_size=0, max_size=4))
    return [an_incident(number, each) for number, each in enumerate(held)]


@QUICK
@given(incidents(), st.integers(0, 4))
def test_two_regions_add_up_to_the_whole(held: list[Incident], cut: int) -> None:
    north, south = sum_incidents(held[:cut]), sum_incidents(held[cut:])
    for whole in sum_incidents(held):
        parts = [
            one for one in (*north, *south) if (one.harm, one.class_) == (whole.harm, whole.class_)
        ]
        assert whole.min == sum(one.min for one in parts)
        assert whole.max == sum(one.max or 0 for one in parts)
        assert len(whole.incidents) + len(whole.without) == len(held)
        assert whole.open or not any(one.open for one in parts)


@QUICK
@given(incidents())
def test_a_sum_is_no_less_than_any_of_its_incidents(held: list[Incident]) -> None:
    for whole in sum_incidents(held):
        for incident in held:
            one = incident.counting.by_harm.get(whole.harm)
            if whole.class_ is None and one is not None:
                assert whole.min >= one.min


def test_a_part_beyond_its_whole_is_always_flagged() -> None:
    for whole in range(1, 6):
        for part in range(1, 9):
            child = a_count(part, age=Age.CHILD, subset_of=0)
            flags = count([saying("One", a_count(whole), child)]).flags
            assert bool(flags) is (part > whole)


def test_weighing_decides_once_and_counting_repeats_it() -> None:
    held = [saying("One", a_count(5)), saying("Two", a_count(9))]

    assert count(held) == count_incident(cluster_of(held), weigh(held))
