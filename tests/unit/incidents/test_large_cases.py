"""In a large case evidence alone may place an account; in a small one that stays a question."""

from datetime import date, timedelta
from typing import Any

from tests.builders import a_count, a_place, a_when
from tests.unit.incidents.test_linking_rules import by, claim, groups, hit, link

from onrecord.model.claim import Claim
from onrecord.model.vocabulary import Delivery, ObjectKind, Weapon


def war(*, scenes: int) -> list[Claim]:
    """Attacks on homes in as many towns, each on a day of its own."""
    first = date(2021, 5, 1)
    return [
        claim(
            f"c{number}",
            places=(a_place(f"{chr(97 + number // 26)}{chr(97 + number % 26)}brakumdel".title()),),
            when=a_when((first + timedelta(days=number)).isoformat()),
            objects=hit(ObjectKind.HOME),
            counts=(a_count(3 + number % 7),),
        )
        for number in range(100, 100 + scenes)
    ]


def test_in_a_large_case_evidence_may_place_what_has_no_date() -> None:
    market = claim("c1", objects=hit(), counts=(a_count(14),))
    undated = claim("c2", objects=hit(), counts=(a_count(14),), when=None)

    assert frozenset({"c1", "c2"}) in groups(link(market, undated, *war(scenes=80)))
    assert frozenset({"c1", "c2"}) not in groups(link(market, undated, *war(scenes=40)))


def test_in_a_large_case_what_fits_two_attacks_alike_stays_a_question() -> None:
    one, other = (
        claim(id, objects=hit(), counts=(a_count(14),), when=a_when(day))
        for id, day in (("c1", "2021-03-04"), ("c3", "2021-04-09"))
    )
    undated = claim("c2", objects=hit(), counts=(a_count(14),), when=None)
    linking = link(one, other, undated, *war(scenes=80))

    assert frozenset({"c2"}) in groups(linking)
    assert linking.candidates


def test_in_a_large_case_groups_that_fit_by_all_they_say_come_together() -> None:
    given: dict[str, Any] = {
        "places": (a_place("Tarvel"),),
        "when": a_when("2021-03-04"),
        "parties": (),
    }
    by_drone = by(Weapon.DRONE, Delivery.AIR)
    told = [
        claim("c1", objects=hit(), counts=(a_count(14),), weapons=(), **given),
        claim("c2", objects=hit(), counts=(), weapons=by_drone, **given),
        claim("c3", objects=(), counts=(), weapons=by_drone, **given),
        claim("c4", objects=(), counts=(a_count(14),), weapons=by_drone, **given),
    ]

    assert frozenset({"c1", "c2", "c3", "c4"}) in groups(link(*told, *war(scenes=80)))
