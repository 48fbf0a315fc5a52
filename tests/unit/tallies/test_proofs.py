"""What the ranges of an incident prove together, step by step, and where they clash."""

from typing import Any

import pytest
from tests.builders import a_count
from tests.unit.tallies.scenes import civilians, count, fighters, saying

from onrecord.model.claim import Count
from onrecord.model.incident import Clash
from onrecord.model.vocabulary import Age, Counted, Harm, Sex, VictimClass

LATER = "2021-03-09"


def children(number: int, **more: Any) -> Count:
    return a_count(number, age=Age.CHILD, **more)


def women(number: int, **more: Any) -> Count:
    return a_count(number, sex=Sex.WOMAN, age=Age.ADULT, **more)


def hurt(number: int, **more: Any) -> Count:
    return a_count(number, harm=Harm.INJURED, **more)


def hit(number: int, **more: Any) -> Count:
    return a_count(number, harm=Harm.KILLED_OR_INJURED, **more)


def proofs(*claims: Any) -> dict[str, tuple[int, int | None]]:
    return {one.what: (one.min, one.max) for one in count(claims).proofs}


def clashes(*claims: Any) -> list[Clash]:
    return [one for one in count(claims).clashes if one.where is None]


def test_another_voices_parts_raise_the_whole_and_the_range_stays_as_stated() -> None:
    whole, parts = saying("One", a_count(5, None)), saying("Two", civilians(4), fighters(3))
    counting = count([whole, parts])

    assert counting.by_harm[Harm.KILLED].min == 5
    (proof,) = [one for one in counting.proofs if one.what == "killed"]
    assert (proof.min, proof.max, proof.claims) == (7, None, (parts.id,))
    assert proof.because == (
        "killed: at least 7: civilians killed at least 4 (Two) plus fighters killed at least 3 (Two)",
    )


def test_a_step_that_a_proof_needs_stands_before_it() -> None:
    told = saying("One", a_count(3, None), hit(9), hurt(4), civilians(2, max=None))
    proof = next(one for one in count([told]).proofs if one.class_ is VictimClass.CIVILIAN)

    assert (proof.min, proof.max) == (2, 5)
    assert proof.because == (
        "killed: at most 5: killed or injured at most 9 (One), less injured at least 4 (One)",
        "civilians killed: at most 5: killed at most 5",
    )


def test_the_dead_among_those_hit_leave_the_injured() -> None:
    assert proofs(saying("One", hit(10), a_count(3)))["injured"] == (7, 7)


def test_figures_of_one_day_add_up_and_clash_where_they_do_not() -> None:
    assert clashes(saying("One", hit(10), a_count(3), hurt(7))) == []
    (clash,) = clashes(saying("One", hit(10), a_count(3)), saying("Two", hurt(9)))

    assert clash.rule == "killed + injured = killed or injured"
    assert len(clash.sides) == 2


def test_who_dies_later_leaves_the_injured() -> None:
    """Ten hit, seven of them hurt; two die: five killed and seven hurt in all, told apart in time."""
    first = saying("One", hit(10), a_count(3), hurt(7))
    later = saying("One", a_count(5), day=LATER)

    assert clashes(first, later) == []
    assert clashes(saying("One", hit(10), hurt(2)), saying("Two", a_count(5), day=LATER))
    assert clashes(saying("One", hit(10), hurt(2)), saying("Two", a_count(11), day=LATER))


def test_those_hurt_as_told_later_than_the_dead_are_no_more_than_the_rest() -> None:
    early, later = saying("One", hit(10), a_count(3)), saying("Two", hurt(7), day=LATER)

    assert clashes(early, later) == []
    assert clashes(early, saying("Two", hurt(8), day=LATER))
    assert clashes(early, saying("Two", hurt(5), day=LATER)) == []


def test_children_told_among_civilians_are_among_them() -> None:
    some = civilians(2, max=None)
    told = saying("One", a_count(20, None), some, children(9, subset_of=1), women(4, subset_of=1))

    assert proofs(told)["civilians killed"] == (13, None)


def test_more_children_among_the_civilians_than_civilians_are_a_clash_of_one_voice() -> None:
    counting = count([saying("One", civilians(5), children(8, subset_of=0))])

    assert {clash.where for clash in counting.clashes} == {None, "One"}


def test_others_are_those_of_no_told_kind() -> None:
    counting = count([saying("One", a_count(46, None), children(32), women(11))])
    (others,) = [one for one in counting.proofs if one.apart_from]

    assert (others.what, others.min, others.max) == ("others killed", 3, None)
    assert others.apart_from == (VictimClass.CHILD, VictimClass.WOMAN)


def test_dead_and_missing_of_one_day_leave_the_missing() -> None:
    lost = a_count(12, harm=None, of=Counted.DEAD_OR_MISSING)
    missing = a_count(2, None, harm=Harm.MISSING)
    told = saying("One", a_count(5), missing, lost)
    late = saying("Two", a_count(5), missing, day=LATER)

    found = count([told]).clashes
    assert found == ()
    assert clashes(saying("One", a_count(11), missing, lost))
    assert clashes(saying("One", lost), late) == []


@pytest.mark.parametrize("floor", [a_count(12, None), a_count(12, None, stated=None)])
def test_a_floor_of_one_account_is_no_ceiling_for_another(floor: Count) -> None:
    """15 is the largest number stated, and no proof that there were no more."""
    assert proofs(saying("One", floor), saying("Two", a_count(15), children(2, max=None))) == {}


def test_what_is_stated_already_is_not_proved_again() -> None:
    told = [saying("One", a_count(7)), saying("Two", civilians(7))]

    assert count(told).proofs == ()


def test_a_clash_proves_nothing() -> None:
    counting = count([saying("One", a_count(5), children(8), women(1), hurt(4), hit(20))])

    assert counting.clashes
    assert counting.proofs == ()
