"""Promise: an answer that names a day and a place means the incident that fits best, or none."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from tests.builders import a_claim, a_count, a_place, a_when
from tests.unit.tallies.scenes import hit

from onrecord.model.claim import Answer, Claim, Count, ObjectMention, PlaceMention, When
from onrecord.model.identity import ClaimId, IncidentId
from onrecord.model.incident import Cluster, Happened
from onrecord.model.vocabulary import Argument, DatePrecision, ObjectKind, Scope
from onrecord.weighing.matching import Matcher, Question
from onrecord.weighing.subjects import Course, Subject


def a_cluster(id: str, place: str, day: str, *counts: Count, **located: Any) -> Cluster:
    told: Any = {"counts": counts} if counts else {}
    told["objects"] = located.pop("objects", ())
    claim = a_claim(id=f"c-{id}", places=(a_place(place, **located),), when=a_when(day), **told)
    when = a_when(day)
    return Cluster(
        id=IncidentId(id),
        claims=(claim,),
        documents=(claim.document,),
        when=Happened(from_=when.from_, to=when.to, precision=DatePrecision.DAY),
        place=None,
    )


def find_subject(answer: Claim, *beside: Claim) -> Subject | None:
    return Course({answer.document: [answer, *beside]}).find_subject(answer)


def a_subject(place: str, day: str, *points: PlaceMention, **more: Any) -> Subject:
    located = {key: more.pop(key) for key in ("lat", "lon") if key in more}
    answer = a_claim(
        id="a", places=(a_place(place, **located), *points), when=a_when(day), quote=place, **more
    )
    subject = find_subject(answer)
    assert subject is not None
    return subject


def a_point(lat: float, lon: float) -> PlaceMention:
    return a_place("point", 2, gazetteer=f"coordinates:{lat},{lon}", lat=lat, lon=lon)


def ask(id: str, subject: Subject, may_mean: Callable[[IncidentId], bool]) -> Question:
    return Question(answer=ClaimId(id), subject=subject, is_told=lambda _: True, may_mean=may_mean)


def meant(subject: Subject, *clusters: Cluster) -> str | None:
    return Matcher(clusters).match([ask("a", subject, lambda _: True)])[ClaimId("a")]


def test_the_same_day_and_name_is_the_incident() -> None:
    here = a_cluster("i1", "Tarvel", "2021-03-04")
    there = a_cluster("i2", "Ostrel", "2021-03-04")

    assert meant(a_subject("Tarvel", "2021-03-04"), here, there) == "i1"


def test_spellings_of_one_name_are_one_name() -> None:
    here = a_cluster("i1", "Al-Sousa", "2021-03-04")

    assert meant(a_subject("al Susah", "2021-03-05"), here) == "i1"


def test_two_attacks_that_fit_alike_leave_it_open() -> None:
    one, other = (a_cluster(id, "Tarvel", "2021-03-04") for id in ("i1", "i2"))

    assert meant(a_subject("Tarvel", "2021-03-04"), one, other) is None


def test_of_two_attacks_on_a_town_that_day_the_one_on_the_named_target_is_meant() -> None:
    hit = {
        kind: ObjectMention(text=None, start=None, end=None, object=kind)
        for kind in (ObjectKind.MARKET, ObjectKind.SCHOOL)
    }
    market, school = (
        replace(cluster, claims=(replace(cluster.claims[0], objects=(hit[kind],)),))
        for cluster, kind in (
            (a_cluster("i1", "Tarvel", "2021-03-04"), ObjectKind.MARKET),
            (a_cluster("i2", "Tarvel", "2021-03-04"), ObjectKind.SCHOOL),
        )
    )
    named = a_subject("Tarvel", "2021-03-04", objects=(hit[ObjectKind.SCHOOL],))

    assert meant(named, market, school) == "i2"
    assert meant(a_subject("Tarvel", "2021-03-04"), market, school) is None


def test_a_week_apart_is_another_attack() -> None:
    assert meant(a_subject("Tarvel", "2021-03-11"), a_cluster("i1", "Tarvel", "2021-03-04")) is None


def test_near_by_on_the_day_is_the_incident_and_far_away_is_not() -> None:
    near = a_cluster("i1", "Ostrel", "2021-03-04", lat=36.0, lon=37.0)
    far = a_cluster("i2", "Belmet", "2021-03-04", lat=33.0, lon=44.0)

    assert meant(a_subject("Tarvel", "2021-03-04", lat=36.02, lon=37.0), near, far) == "i1"
    assert meant(a_subject("Tarvel", "2021-03-04", lat=36.02, lon=37.0), far) is None


def test_only_the_incidents_of_the_accused_are_looked_at() -> None:
    here = a_cluster("i1", "Tarvel", "2021-03-04")
    question = ask("a", a_subject("Tarvel", "2021-03-04"), lambda one: one != here.id)

    assert Matcher([here]).match([question]) == {"a": None}


def test_an_answer_that_fits_best_where_its_side_is_not_accused_means_no_other_attack() -> None:
    here = a_cluster("i1", "Tarvel", "2021-03-04")
    next_day = a_cluster("i2", "Tarvel", "2021-03-05")
    question = ask("a", a_subject("Tarvel", "2021-03-04"), lambda one: one != here.id)

    assert Matcher([here, next_day]).match([question]) == {"a": None}


def test_the_target_tells_two_attacks_on_one_town_and_day_apart() -> None:
    market, school = (hit(ObjectKind.MARKET), hit(ObjectKind.SCHOOL))
    one = a_cluster("i1", "Tarvel", "2021-03-04", objects=market)
    other = a_cluster("i2", "Tarvel", "2021-03-04", objects=school)

    assert meant(a_subject("Tarvel", "2021-03-04", objects=school), one, other) == "i2"


def test_a_district_named_around_the_town_is_not_the_place() -> None:
    town = a_cluster("i1", "Tarvel", "2021-03-04")
    district = a_cluster("i2", "Ostrel", "2021-03-04", precision=3)
    subject = a_subject("Tarvel", "2021-03-04", a_place("Ostrel", 3))

    assert meant(subject, town, district) == "i1"


def test_coordinates_tell_two_attacks_on_one_town_apart() -> None:
    one = a_cluster("i1", "Tarvel", "2021-03-04", lat=36.001, lon=37.001)
    other = a_cluster("i2", "Tarvel", "2021-03-04", lat=36.03, lon=37.03)
    point = a_point(36.0301, 37.0299)

    assert meant(a_subject("Tarvel", "2021-03-04"), one, other) is None
    assert meant(a_subject("Tarvel", "2021-03-04", point), one, other) == "i2"


def test_a_number_conceded_tells_two_attacks_on_one_town_apart() -> None:
    many = a_cluster("i1", "Tarvel", "2021-03-04", a_count(9, 12))
    few = a_cluster("i2", "Tarvel", "2021-03-04", a_count(3, 3))
    accepted = Answer(arguments=(Argument.ACKNOWLEDGEMENT,), scope=Scope.INCIDENT)
    subject = a_subject("Tarvel", "2021-03-04", counts=(a_count(10),), answer=accepted)

    assert meant(subject, many, few) == "i1"


def test_the_name_of_a_street_counts_more_than_that_of_its_town() -> None:
    street = a_cluster("i1", "Tarvel: Weavers' Gate, near the mill", "2021-03-04")
    towns = [a_cluster(f"i{n}", "Tarvel", f"2021-03-{n:02}") for n in (2, 3, 4, 5, 6)]
    subject = a_subject("near Weavers Gate, Tarvel", "2021-03-04")

    assert meant(subject, street, *towns) == "i1"


def test_of_two_that_fit_alike_the_one_that_another_answer_means_is_left_to_it() -> None:
    at_mill = a_cluster("i1", "Tarvel", "2021-03-04", lat=36.0, lon=37.0)
    in_town = a_cluster("i2", "Tarvel", "2021-03-04", lat=36.02, lon=37.02)
    clear = ask("a", a_subject("Tarvel", "2021-03-04", a_point(36.0, 37.0)), lambda _: True)
    open_ = ask("b", a_subject("Tarvel", "2021-03-04"), lambda _: True)

    assert Matcher([at_mill, in_town]).match([clear, open_]) == {"a": "i1", "b": "i2"}


def test_an_answer_takes_the_day_and_place_its_speaker_named_before_it() -> None:
    header = a_claim(id="h", quote="On 4 March in Tarvel", when=a_when("2021-03-04"), unit="none")
    answer = a_claim(id="a", when=None, places=(), start=100, end=120)

    subject = find_subject(answer, header)

    assert subject is not None
    assert subject.when == header.when


def test_an_answer_takes_the_coordinates_that_stand_behind_it_but_not_those_of_the_next() -> None:
    header = a_claim(id="h", quote="4 March, Tarvel", when=a_when("2021-03-04"), unit="none")
    answer = a_claim(id="a", when=None, places=(), start=100, end=120)
    tail = a_claim(id="t", when=None, places=(a_point(36.0, 37.0),), start=130, end=140)
    later = a_claim(id="n", when=a_when("2021-03-09"), places=(a_point(35.0, 38.0),), start=150)

    subject = find_subject(answer, header, tail, later)

    assert subject is not None
    assert subject.points == tail.places


def test_a_header_by_another_speaker_says_nothing_of_the_answer() -> None:
    header = a_claim(id="h", speakers=("Another Paper",))
    answer: Claim = a_claim(id="a", when=None, places=(), start=100, end=120)

    assert find_subject(answer, header) is None


def test_a_month_dates_no_answer() -> None:
    month: When = a_when("2021-03-01", "2021-03-31")

    assert find_subject(a_claim(when=month)) is None
