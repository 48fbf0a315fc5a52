"""Promise: an answer that names a day and a place means the incident that fits best, or none."""

from typing import Any

from tests.builders import a_claim, a_place, a_when

from onrecord.model.claim import Claim, When
from onrecord.model.identity import IncidentId
from onrecord.model.incident import Cluster, Happened
from onrecord.model.vocabulary import DatePrecision
from onrecord.weighing.matching import Matcher, Subject, find_subject


def a_cluster(id: str, place: str, day: str, **located: Any) -> Cluster:
    claim = a_claim(id=f"c-{id}", places=(a_place(place, **located),), when=a_when(day))
    when = a_when(day)
    return Cluster(
        id=IncidentId(id),
        claims=(claim,),
        documents=(claim.document,),
        when=Happened(from_=when.from_, to=when.to, precision=DatePrecision.DAY),
        place=None,
    )


def a_subject(place: str, day: str, **located: Any) -> Subject:
    answer = a_claim(id="a", places=(a_place(place, **located),), when=a_when(day), quote=place)
    subject = find_subject(answer, ())
    assert subject is not None
    return subject


def meant(subject: Subject, *clusters: Cluster) -> str | None:
    return Matcher(clusters).find(subject, {cluster.id: True for cluster in clusters})


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


def test_a_week_apart_is_another_attack() -> None:
    assert meant(a_subject("Tarvel", "2021-03-11"), a_cluster("i1", "Tarvel", "2021-03-04")) is None


def test_near_by_on_the_day_is_the_incident_and_far_away_is_not() -> None:
    near = a_cluster("i1", "Ostrel", "2021-03-04", lat=36.0, lon=37.0)
    far = a_cluster("i2", "Belmet", "2021-03-04", lat=33.0, lon=44.0)

    assert meant(a_subject("Tarvel", "2021-03-04", lat=36.02, lon=37.0), near, far) == "i1"
    assert meant(a_subject("Tarvel", "2021-03-04", lat=36.02, lon=37.0), far) is None


def test_only_the_incidents_of_the_accused_are_looked_at() -> None:
    here = a_cluster("i1", "Tarvel", "2021-03-04")

    assert Matcher([here]).find(a_subject("Tarvel", "2021-03-04"), {here.id: False}) is None


def test_an_answer_takes_the_day_and_place_its_speaker_named_before_it() -> None:
    header = a_claim(id="h", quote="On 4 March in Tarvel", when=a_when("2021-03-04"), unit="none")
    answer = a_claim(id="a", when=None, places=())

    subject = find_subject(answer, [header])

    assert subject is not None
    assert subject.when == header.when


def test_a_header_by_another_speaker_says_nothing_of_the_answer() -> None:
    header = a_claim(id="h", speakers=("Another Paper",))
    answer: Claim = a_claim(id="a", when=None, places=())

    assert find_subject(answer, [header]) is None


def test_a_month_dates_no_answer() -> None:
    month: When = a_when("2021-03-01", "2021-03-31")

    assert find_subject(a_claim(when=month), ()) is None
