"""Laws of doing less: what is left out could change nothing, and who does the work changes nothing."""

import os
from collections.abc import Callable, Sequence
from itertools import combinations
from typing import TypeVar

import pytest
from hypothesis import given, settings
from tests.properties.test_linking_laws import PARTIES, Case, cases
from tests.unit.incidents.test_large_cases import war

from onrecord.incidents import SHIPPED, Sides, find_voices, link_ready, make_ready
from onrecord.incidents.evidence import weigh_accounts
from onrecord.incidents.traits import read_traits
from onrecord.incidents.verdicts import Verdict, is_ruled_out, judge
from onrecord.pipeline.spreading import beside, spread

Item = TypeVar("Item")
Result = TypeVar("Result")
FORKS = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that can fork")


@given(cases())
@settings(max_examples=60, deadline=None)
def test_what_place_or_day_rule_out_nothing_else_brings_together(case: Case) -> None:
    sides = Sides(PARTIES)
    told = [read_traits(claim, sides) for claim in case[0]]
    for one, other in combinations(told, 2):
        if is_ruled_out(one, other, method=SHIPPED):
            found = weigh_accounts(one, other, sides=sides, method=SHIPPED)
            assert found.excluded
            assert judge(one, other, found, method=SHIPPED) is Verdict.APART


@FORKS
def test_a_case_shared_out_among_processes_is_linked_as_by_one() -> None:
    claims = war(scenes=90)
    ready = make_ready(claims, {}, parties=PARTIES, decisions=(), method=SHIPPED)
    voices = beside(lambda: find_voices(claims, {}, Sides(PARTIES)), size=1_000_000)

    assert link_ready(ready, {}, spread=_by_two, voices=voices) == link_ready(ready, {})


def _by_two(work: Callable[[Item], Result], items: Sequence[Item], /) -> list[Result]:
    return spread(work, items, processes=2)
