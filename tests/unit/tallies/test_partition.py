"""A recorder's totals: parts against the whole, totals over several attacks, and cross-checks."""

from dataclasses import replace
from typing import Any

from tests.builders import a_count, a_day, a_party, a_place
from tests.unit.tallies.scenes import an_incident, civilians, fighters, saying

from onrecord.model.claim import Claim, When
from onrecord.model.identity import DocumentId
from onrecord.model.incident import Happened, Incident, Place
from onrecord.model.tally import Bounds, Tally
from onrecord.model.vocabulary import (
    Age,
    Basis,
    ClaimType,
    Counted,
    DatePrecision,
    PartyRole,
    Polarity,
    SpeakerKind,
    Unit,
    VictimClass,
)
from onrecord.tallies import check_tallies

MARCH = When(
    from_=a_day("2021-03-01"), to=a_day("2021-03-31"), precision=DatePrecision.MONTH, how="test"
)
WAR = When(
    from_=a_day("2021-01-01"), to=a_day("2021-06-30"), precision=DatePrecision.INTERVAL, how="test"
)
FRONT = "Tarvel Front"


def a_tally(*counts: Any, party: str | None = None, **more: Any) -> Claim:
    given: dict[str, Any] = {
        "type": ClaimType.TALLY,
        "also": (),
        "unit": Unit.AGGREGATE_PERIOD,
        "when": MARCH,
        "places": (a_place("Varnia", 6, admin1=None),),
        "parties": (a_party(party),) if party else (),
        "document": DocumentId("bulletin"),
    }
    return saying("Ostren Monitor", *counts, **{**given, **more})


def check(*claims: Claim, incidents: tuple[Incident, ...] = ()) -> Tally:
    tallies = check_tallies(claims, incidents)
    assert len(tallies) == 1
    return tallies[0]


def test_the_rest_of_a_total_bounds_the_parts_without_a_figure() -> None:
    tally = check(
        a_tally(civilians(100)),
        a_tally(civilians(60), party="Varnian Armed Forces"),
        a_tally(civilians(10, max=15), party=FRONT),
    )

    assert tally.total == Bounds(min=100, max=100)
    assert tally.residual == Bounds(min=25, max=30)
    assert tally.check == "holds"


def test_parts_above_the_total_are_a_conflict_and_stay_as_stated() -> None:
    tally = check(a_tally(civilians(50)), a_tally(civilians(60), party=FRONT))

    assert (tally.check, tally.residual) == ("conflict", None)
    assert tally.parts[0].min == 60
    assert "the named parts exceed the total" in tally.findings


def test_parts_without_a_total_have_no_rest() -> None:
    tally = check(a_tally(civilians(60), party=FRONT))

    assert (tally.total, tally.residual, tally.check) == (None, None, "holds")


def test_a_total_in_the_papers_own_voice_belongs_to_the_recorder_it_relays() -> None:
    own = a_tally(civilians(100), speakers=("Tarvel Post",), originator_kind=SpeakerKind.PUBLISHER)

    assert check(own, a_tally(civilians(60), party=FRONT)).recorder == "Ostren Monitor"


def test_tallies_of_two_recorders_stand_side_by_side() -> None:
    other = a_tally(civilians(90), speakers=("Tarvel Post", "Osk Watch"))
    tallies = check_tallies(
        [a_tally(civilians(100)), other, a_tally(civilians(9), party=FRONT)], []
    )

    assert {tally.recorder for tally in tallies} == {"Ostren Monitor", "Osk Watch"}


def test_a_part_without_class_is_tallied_with_a_finding() -> None:
    tally = check(a_tally(civilians(100)), a_tally(a_count(42), party=FRONT))

    assert tally.class_ is VictimClass.CIVILIAN
    assert f"{FRONT}: 42 stated as unknown, tallied as civilian" in tally.findings


def test_a_subset_larger_than_its_part_is_a_conflict() -> None:
    children = a_count(9, age=Age.CHILD, subset_of=0)

    assert check(a_tally(civilians(5), children, party=FRONT)).check == "conflict"


def test_one_claim_with_two_parties_gives_each_the_nearest_number() -> None:
    parties = (
        replace(a_party("Varnian Armed Forces"), start=0, end=4),
        replace(a_party(FRONT), start=50, end=55),
    )
    tally = check(a_tally(civilians(60, start=10), civilians(9, start=60), parties=parties))

    assert {part.party: part.min for part in tally.parts} == {
        "Varnian Armed Forces": 60,
        FRONT: 9,
    }


def test_a_comparison_without_a_figure_is_kept_as_an_inequality() -> None:
    tally = check(
        a_tally(civilians(60), party=FRONT, start=0),
        a_tally(
            party="Varnian Armed Forces",
            type=ClaimType.COMPARISON,
            quote="fewer than the army killed",
            start=50,
        ),
    )

    assert tally.inequalities == (f"{FRONT} (60) < Varnian Armed Forces (no figure)",)


def test_a_comparison_of_several_parties_is_with_the_first_named() -> None:
    parties = (
        replace(a_party(FRONT), start=0, end=5),
        replace(a_party("Varnian Armed Forces", role=PartyRole.OTHER), start=20, end=25),
    )
    compared = a_tally(type=ClaimType.COMPARISON, quote="killed more than", parties=parties)
    tally = check(a_tally(civilians(60), party=FRONT), a_tally(civilians(100)), compared)

    assert tally.inequalities == (f"{FRONT} (60) > Varnian Armed Forces (no figure)",)
    assert tally.findings == (
        "Varnian Armed Forces: no figure stated; at most 40, which the named parts leave",
    )


def test_a_comparison_whose_other_side_is_unread_says_nothing() -> None:
    compared = a_tally(type=ClaimType.COMPARISON, quote="killed more than", party=FRONT, start=90)
    tally = check(
        a_tally(civilians(60), party=FRONT, start=0),
        a_tally(civilians(10), party="Varnian Armed Forces", start=50),
        compared,
    )

    assert tally.inequalities == ()


def test_the_largest_of_several_figures_without_a_party_is_the_total() -> None:
    tally = check(
        a_tally(civilians(214)), a_tally(civilians(46)), a_tally(civilians(60), party=FRONT)
    )

    assert tally.total == Bounds(min=214, max=214)
    assert "46 stated without a party, beside the total" in tally.findings


def test_a_denied_total_makes_no_tally() -> None:
    assert check_tallies([a_tally(civilians(100), polarity=Polarity.DENIES)], []) == ()


def test_our_incidents_above_a_tally_of_their_cell_are_a_finding() -> None:
    ours = an_incident(1, [saying("One", civilians(70))])
    tally = check(a_tally(civilians(60)), a_tally(civilians(9), party=FRONT), incidents=(ours,))

    assert "our incidents have at least 70, the tally 60" in tally.findings
    assert tally.total == Bounds(min=60, max=60)


def test_our_closed_sum_below_a_tally_is_a_finding_and_an_open_one_is_not() -> None:
    low = an_incident(1, [saying("One", civilians(7))])
    floor = an_incident(1, [saying("One", civilians(7, max=None))])
    claims = (a_tally(civilians(60)), a_tally(civilians(9), party=FRONT))

    assert "our incidents have at most 7, the tally 60" in check(*claims, incidents=(low,)).findings
    assert check(*claims, incidents=(floor,)).findings == ()


def test_an_incident_that_may_lie_in_the_cell_is_no_ground_for_a_finding() -> None:
    low, undated = (
        an_incident(number, [saying("One", civilians(7))], **more)
        for number, more in ((1, {}), (2, {"when": None}))
    )
    tally = check(a_tally(civilians(14)), incidents=(low, undated))
    ours = tally.beside[0]

    assert tally.findings == ()
    assert (ours.min, ours.max, ours.incidents, ours.perhaps) == (7, 14, ("i-1",), ("i-2",))


def test_incidents_that_only_may_lie_in_a_cell_do_not_stand_beside_it() -> None:
    undated = an_incident(1, [saying("One", civilians(7))], when=None)

    assert check(a_tally(civilians(14)), incidents=(undated,)).beside == ()


def test_an_incident_of_another_place_period_or_class_is_in_no_cell_of_the_tally() -> None:
    vessin = Place(name="Merrow", country="YY", admin1="Vessin", precision=1)
    april = Happened(from_=a_day("2021-04-01"), to=a_day("2021-04-01"), precision=DatePrecision.DAY)
    elsewhere = an_incident(1, [saying("One", civilians(70))], place=vessin)
    later = an_incident(2, [saying("One", civilians(70))], when=april)
    others = an_incident(3, [saying("One", fighters(70))])
    tally = check(a_tally(civilians(60)), incidents=(elsewhere, later, others))

    assert (tally.findings, tally.beside) == ((), ())


def test_only_what_is_laid_to_a_party_alone_is_held_against_its_part() -> None:
    both = (a_party(FRONT), a_party("Varnian Armed Forces"))
    shared = an_incident(1, [saying("One", civilians(70), parties=both)])
    alone = an_incident(2, [saying("One", civilians(8), parties=(a_party(FRONT),))])
    tally = check(a_tally(civilians(60), party=FRONT), incidents=(shared, alone))

    assert tally.findings == ()
    assert [(one.party, one.min, one.max) for one in tally.beside] == [(FRONT, 8, 78)]


def test_a_party_said_to_exceed_another_is_bounded_from_below_too() -> None:
    compared = a_tally(
        party="Varnian Armed Forces",
        type=ClaimType.COMPARISON,
        quote="more than half of what the army did",
        start=50,
    )
    claims = (a_tally(civilians(60), party=FRONT), a_tally(civilians(100)), compared)
    tally = check(*claims)

    assert tally.inequalities == (f"{FRONT} (60) > Varnian Armed Forces (no figure)",)
    assert [(one.party, one.min, one.max) for one in tally.unstated] == [
        ("Varnian Armed Forces", 0, 40)
    ]
    turned = check(*claims[:2], replace(compared, quote="fewer than the army"))
    assert turned.check == "conflict"
    assert "a comparison contradicts the figures" in turned.findings
    assert turned.residual == Bounds(min=40, max=40)


APRIL = When(
    from_=a_day("2021-04-01"), to=a_day("2021-04-30"), precision=DatePrecision.MONTH, how="test"
)


def series_of(*claims: Claim) -> list[Tally]:
    return [one for one in check_tallies(claims, []) if one.kind == "series"]


def test_one_recorders_months_are_added_and_said_to_be_added_by_us() -> None:
    front, army = {"party": FRONT}, {"party": "Varnian Armed Forces"}
    (made,) = series_of(
        a_tally(civilians(100)),
        a_tally(civilians(60), **front),
        a_tally(civilians(80, max=90), when=APRIL),
        a_tally(civilians(10), when=APRIL, **front),
        a_tally(civilians(5), when=APRIL, **army),
    )

    assert made.total == Bounds(min=180, max=190)
    assert {part.party: (part.min, part.max) for part in made.parts} == {
        FRONT: (70, 70),
        "Varnian Armed Forces": (5, None),
    }
    assert made.residual == Bounds(min=0, max=115)
    assert made.findings[0].startswith("added by onrecord: 2 periods that do not overlap")


def test_periods_that_overlap_other_recorders_and_other_classes_are_never_added() -> None:
    first, april = a_tally(civilians(100)), a_tally(civilians(80), when=APRIL)
    spring = replace(APRIL, from_=a_day("2021-03-20"), precision=DatePrecision.SPAN)

    assert series_of(first, replace(april, when=spring)) == []
    assert series_of(first, replace(april, speakers=("Tarvel Post", "Osk Watch"))) == []
    assert series_of(first, a_tally(fighters(80), when=APRIL)) == []


def a_total(*counts: Any, attacks: int = 3, **more: Any) -> Claim:
    number = a_count(attacks, harm=None, of=Counted.ATTACKS)
    given: dict[str, Any] = {"unit": Unit.MULTI_INCIDENT, "when": WAR, "party": FRONT}
    return a_tally(number, *counts, **{**given, **more})


def told(number: int, count: Any) -> tuple[Claim, Incident]:
    claim = saying(
        "Ostren Monitor", count, document=DocumentId("bulletin"), parties=(a_party(FRONT),)
    )
    return claim, an_incident(number, [claim])


def test_a_total_over_attacks_holds_the_recorders_own_incidents() -> None:
    (one, first), (other, second) = told(1, civilians(20)), told(2, civilians(5))
    strange = an_incident(3, [saying("Osk Watch", civilians(9))])

    tally = check_tallies([a_total(civilians(40)), one, other], [first, second, strange])[0]

    assert (tally.kind, tally.incidents) == ("multi_incident", ("i-1", "i-2"))
    assert tally.residual == Bounds(min=15, max=15)


def test_an_open_total_or_member_leaves_no_remainder() -> None:
    one, closed = told(1, civilians(20))
    other, floor = told(2, civilians(5, max=None))

    assert check_tallies([a_total(civilians(40, max=None)), one], [closed])[0].residual is None
    both = [a_total(civilians(40)), one, other]
    assert check_tallies(both, [closed, floor])[0].residual is None


def test_members_above_their_total_are_a_conflict() -> None:
    claim, big = told(1, civilians(50))

    assert check_tallies([a_total(civilians(40)), claim], [big])[0].check == "conflict"


def test_each_class_of_a_total_is_a_tally_and_relays_are_one() -> None:
    claims = [
        a_total(civilians(200, max=None), fighters(10, max=14)),
        a_total(civilians(200, max=None), document=DocumentId("relay")),
    ]
    tallies = check_tallies(claims, [])

    assert [(one.class_, len(one.claims)) for one in sorted(tallies, key=lambda x: x.class_)] == [
        (VictimClass.CIVILIAN, 2),
        (VictimClass.FIGHTER, 1),
    ]


def test_a_campaigns_floor_rises_to_a_total_inside_it() -> None:
    hundreds = a_tally(
        civilians(100, max=None, basis=Basis.VAGUE, stated=None), party=FRONT, when=WAR
    )
    tallies = check_tallies([hundreds, a_total(civilians(200, max=None))], [])
    campaign = next(one for one in tallies if one.kind == "campaign")

    assert campaign.total == Bounds(min=200, max=None)
    assert any("not only 100" in line for line in campaign.findings)


def test_a_campaign_below_a_total_inside_it_is_a_conflict() -> None:
    capped = a_tally(civilians(150), party=FRONT, when=WAR)
    tallies = check_tallies([capped, a_total(civilians(200, max=None))], [])
    campaign = next(one for one in tallies if one.kind == "campaign")

    assert (campaign.check, campaign.total) == ("conflict", Bounds(min=150, max=150))
