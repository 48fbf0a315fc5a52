"""Law: answers that are looked up give the same replies as answers that are all tried."""

from collections.abc import Iterator
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.builders import a_count, a_place, a_when
from tests.unit.tallies.scenes import BOOK, cluster_of, said, saying
from tests.unit.weighing.answering import an_answer

from onrecord.model.claim import Claim
from onrecord.model.identity import ClaimId, DocumentId, IncidentId
from onrecord.model.incident import Cluster, Happened, Linking
from onrecord.model.vocabulary import DatePrecision, Scope
from onrecord.weighing.answers import list_answers
from onrecord.weighing.nearness import Blocks
from onrecord.weighing.replies import find_replies, index_answers
from onrecord.weighing.scene import set_scene

BEGIN = date(2021, 3, 1)
DAYS = st.integers(0, 120).map(lambda days: BEGIN + timedelta(days=days))
PLACES = st.sampled_from(("Tarvel", "Dorvo", "Mun"))
DOCUMENTS = st.sampled_from(("d1", "d2", "d3"))


@st.composite
def incidents(draw: st.DrawFn, number: int) -> Cluster:
    day = draw(DAYS)
    place = a_place(draw(PLACES), admin1=draw(st.sampled_from(("Ostren", "Velk"))))
    claims = [
        saying(
            draw(st.sampled_from(("One", "Two"))),
            a_count(draw(st.integers(1, 9))),
            id=ClaimId(f"c{number}{n}"),
            document=DocumentId(draw(DOCUMENTS)),
            day=str(day + timedelta(days=draw(st.integers(0, 9)))),
            places=(place,),
        )
        for n in range(draw(st.integers(1, 3)))
    ]
    when = Happened(from_=day, to=day, precision=DatePrecision.DAY)
    main = tuple(draw(st.lists(st.sampled_from([one.document for one in claims]), max_size=1)))
    return cluster_of(claims, id=IncidentId(f"i-{number}"), when=when, main_of=main)


@st.composite
def answers(draw: st.DrawFn, number: int, claims: list[Claim]) -> Claim:
    dated = draw(st.none() | DAYS)
    links = draw(st.lists(st.sampled_from(claims), max_size=2))
    return an_answer(
        scope=draw(st.sampled_from(list(Scope))),
        links=tuple(links),
        id=ClaimId(f"a{number}"),
        document=DocumentId(draw(DOCUMENTS)),
        said=draw(st.none() | DAYS.map(lambda day: said(str(day)))),
        when=None if dated is None else a_when(str(dated)),
        places=(a_place(draw(PLACES)),) if draw(st.booleans()) else (),
        start=draw(st.sampled_from((0, 500))),
    )


@st.composite
def linkings(draw: st.DrawFn) -> Linking:
    clusters = tuple(draw(incidents(n)) for n in range(draw(st.integers(1, 4))))
    claims = [claim for cluster in clusters for claim in cluster.claims]
    asides = tuple(draw(answers(n, claims)) for n in range(draw(st.integers(1, 4))))
    return Linking(clusters=clusters, asides=asides)


def every(linking: Linking) -> Iterator[list[tuple[str, int]]]:
    return ([("all", 0)] for _ in linking.asides)


class Everything(Blocks):
    """Blocks that hold nothing back."""

    def list_near(self, keys: object) -> list[int]:
        return super().list_near([("all", 0)])


@settings(max_examples=150, deadline=None)
@given(linkings())
def test_answers_looked_up_are_answers_tried(linking: Linking) -> None:
    scene = set_scene(linking, {}, parties=BOOK)
    answers = list_answers(scene)
    near, everything = index_answers(answers, scene), Everything(every(linking))

    for cluster in scene.linking.clusters:
        replies = find_replies(cluster, answers, near, scene)
        assert replies == find_replies(cluster, answers, everything, scene)
