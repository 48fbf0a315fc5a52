"""Laws of a whole case, from claims through linking, weighing and counting to sums and tallies.

All rooms are the real ones; only the claims are generated: reports of attacks that agree, grow,
differ and copy each other, beside totals over a month.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.builders import a_claim, a_count, a_document, a_party, a_place, a_when

from onrecord.model.claim import Claim, Count, ObjectMention, Said, When
from onrecord.model.decision import Decision, DecisionKind
from onrecord.model.document import Dating, Document
from onrecord.model.identity import ClaimId, DecisionId, DocumentId
from onrecord.model.incident import Incident, Range
from onrecord.model.tally import EVERYTHING, SliceBy, Tally
from onrecord.model.vocabulary import (
    Age,
    Basis,
    ClaimType,
    DatePrecision,
    Harm,
    Mode,
    ObjectKind,
    SegmentKind,
    Sex,
    Status,
    Unit,
    VictimClass,
)
from onrecord.pipeline.keeping import Tallied
from onrecord.pipeline.real_rooms import real_rooms
from onrecord.pipeline.tallying import tally_incidents, weigh_and_count

QUICK = settings(max_examples=40, deadline=None)
ROOMS = real_rooms()
BEGIN = date(2021, 3, 1)
MARCH = When(from_=BEGIN, to=date(2021, 3, 31), precision=DatePrecision.MONTH, how="test")
ATTACKS = (("Tarvel", ObjectKind.MARKET, 3), ("Dorvo", ObjectKind.SCHOOL, 5), ("Mun", None, 7))
NAMES = ("Ostren Monitor", "Velk Relief", "Mira Tolan")
PARTIES = ("Varnian Armed Forces", "Ostren Front")


@dataclass(frozen=True)
class Case:
    """Claims with their documents."""

    claims: tuple[Claim, ...]
    documents: dict[DocumentId, Document]

    def run(self, decisions: Sequence[Decision] = ()) -> Tallied:
        linking = ROOMS.link_claims(
            self.claims, self.documents, parties=ROOMS.load_party_book(), decisions=decisions
        )
        incidents = weigh_and_count(linking, self.documents, rooms=ROOMS, decisions=decisions)
        held = sorted(incidents, key=lambda one: one.id)
        return tally_incidents(list(self.claims), held, linking.copies, rooms=ROOMS)


@st.composite
def counts(draw: st.DrawFn) -> tuple[Count, ...]:
    """A whole, perhaps with parts, and perhaps the injured or all hit."""
    least = draw(st.integers(1, 20))
    most = draw(st.sampled_from([least, least, None, least + 4]))
    status = draw(st.sampled_from([Status.UNKNOWN, Status.UNKNOWN, Status.CIVILIAN]))
    found = [a_count(least, most, status=status)]
    for more in (
        {"age": Age.CHILD},
        {"sex": Sex.WOMAN, "age": Age.ADULT},
        {"status": Status.CIVILIAN},
    ):
        if draw(st.integers(0, 3)) == 0:
            part = draw(st.integers(2, 9))
            found.append(a_count(part, draw(st.sampled_from([part, None])), subset_of=0, **more))
    if draw(st.booleans()):
        harm = draw(st.sampled_from([Harm.INJURED, Harm.INJURED, Harm.KILLED_OR_INJURED]))
        found.append(a_count(draw(st.integers(1, 30)), harm=harm))
    return tuple(found)


@st.composite
def reports(draw: st.DrawFn, document: Document, number: int) -> Claim:
    """One statement on one of three attacks, or a total over the month."""
    place, kind, day = draw(st.sampled_from(ATTACKS))
    party = draw(st.sampled_from((None, *PARTIES)))
    quote = document.text[number * 40 : number * 40 + 40]
    said = document.published
    given: dict[str, Any] = {
        "id": ClaimId(f"{document.id}-c{number}"),
        "document": document.id,
        "quote": quote,
        "start": number * 40,
        "end": number * 40 + len(quote),
        "segment": SegmentKind.BODY,
        "mode": draw(st.sampled_from((Mode.INDIRECT, Mode.INDIRECT, Mode.HEADLINE))),
        "places": (a_place(place),),
        "when": a_when(str(BEGIN + timedelta(days=day))),
        "objects": (ObjectMention(text=None, start=None, end=None, object=kind),) if kind else (),
        "parties": (a_party(party),) if party else (),
        "counts": draw(counts()),
        "speakers": (document.publisher, *draw(st.sampled_from(((), *((n,) for n in NAMES))))),
        "said": Said(from_=said.from_, to=said.to) if said else None,
    }
    if draw(st.integers(0, 5)) == 0:
        total = a_count(draw(st.integers(10, 90)), status=Status.CIVILIAN)
        given |= {
            "type": ClaimType.TALLY,
            "also": (),
            "unit": Unit.AGGREGATE_PERIOD,
            "when": MARCH,
            "counts": (total,),
            "places": (a_place("Varnia", 6, admin1=None),),
        }
    return a_claim(**given)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    claims: list[Claim] = []
    documents: dict[DocumentId, Document] = {}
    for n in range(draw(st.integers(1, 4))):
        text = f"note {n} of paper {n}: " + " ".join(f"word{n}x{i} told{i}" for i in range(30))
        on = BEGIN + timedelta(days=8 + draw(st.integers(0, 4)))
        document = a_document(
            text,
            id=DocumentId(f"d{n}"),
            publisher=f"Paper {n}",
            published=Dating(from_=on, to=on, precision=DatePrecision.DAY, how="user"),
        )
        documents[document.id] = document
        claims += [draw(reports(document, k)) for k in range(draw(st.integers(1, 4)))]
    return Case(tuple(claims), documents)


def bounds(one: Range) -> tuple[object, ...]:
    return (one.min, one.max, one.open, one.best, one.best_reason, one.presumed, one.strict_min)


def list_ranges(incident: Incident) -> list[tuple[tuple[Harm, VictimClass | None], Range]]:
    counting = incident.counting
    whole = [((harm, None), one) for harm, one in counting.by_harm.items()]
    parts = [
        ((harm, class_), one)
        for harm, classes in counting.by_class.items()
        for class_, one in classes.items()
    ]
    return [*whole, *parts]


def number_incident(incident: Incident) -> list[str]:
    """Every number of an incident, without the claims that it rests on."""
    ranges = {str(key): bounds(one) for key, one in list_ranges(incident)}
    proofs = {one.what: (one.min, one.max) for one in incident.counting.proofs}
    clashes = sorted(one.rule for one in incident.counting.clashes)
    independent = incident.support.independent
    return sorted(map(str, (*ranges.items(), *proofs.items(), *clashes, independent)))


def number_tally(tally: Tally) -> str:
    parts = [(part.party, part.min, part.max) for part in (*tally.parts, *tally.unstated)]
    beside = [(one.party, one.min, one.max, len(one.incidents)) for one in tally.beside]
    told = (tally.recorder, str(tally.period), tally.harm, tally.class_, tally.total)
    return str((*told, parts, tally.residual, tally.check, beside, tally.findings))


def number_all(tallied: Tallied) -> dict[str, Any]:
    return {
        "incidents": sorted(number_incident(one) for one in tallied.incidents),
        "sums": [
            (one.harm, one.class_, one.min, one.max, one.open, len(one.incidents), len(one.without))
            for one in tallied.sums
        ],
        "tallies": sorted(map(number_tally, tallied.tallies)),
    }


@QUICK
@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_documents_and_claims_never_matters(case: Case, chance: Any) -> None:
    claims, ids = list(case.claims), list(case.documents)
    chance.shuffle(claims)
    chance.shuffle(ids)
    shuffled = Case(tuple(claims), {id: case.documents[id] for id in ids})

    assert shuffled.run() == case.run()


@QUICK
@given(cases(), st.data())
def test_a_copy_of_a_document_changes_no_number(case: Case, data: st.DataObject) -> None:
    original = case.documents[data.draw(st.sampled_from(sorted(case.documents)))]
    on = BEGIN + timedelta(days=14)
    copy = replace(
        original,
        id=DocumentId(f"a-copy-of-{original.id}"),
        publisher="Copying Post",
        published=Dating(from_=on, to=on, precision=DatePrecision.DAY, how="user"),
    )
    copied = tuple(
        replace(
            claim,
            id=ClaimId(f"a-copy-of-{claim.id}"),
            document=copy.id,
            speakers=(copy.publisher, *claim.speakers[1:]),
            said=Said(from_=on, to=on),
        )
        for claim in case.claims
        if claim.document == original.id
    )
    more = Case((*case.claims, *copied), {**case.documents, copy.id: copy})

    assert number_all(more.run()) == number_all(case.run())


@QUICK
@given(cases(), st.data())
def test_merge_then_split_restores_every_number(case: Case, data: st.DataObject) -> None:
    before = case.run()
    ids = [incident.id for incident in before.incidents]
    if len(ids) < 2:
        return
    one = data.draw(st.sampled_from(ids))
    other = data.draw(st.sampled_from([id for id in ids if id != one]))
    merge, split = (
        Decision(
            id=DecisionId(f"d{day}"),
            kind=kind,
            subjects=(one, other),
            reason="law",
            by="law",
            at=f"2021-04-0{day}T00:00:00Z",
        )
        for day, kind in ((1, DecisionKind.SAME_INCIDENT), (2, DecisionKind.DIFFERENT_INCIDENT))
    )

    assert len(case.run([merge]).incidents) == len(ids) - 1
    assert number_all(case.run([merge, split])) == number_all(before)


@QUICK
@given(cases())
def test_no_bounds_cross_and_no_proof_leaves_its_range_without_a_clash(case: Case) -> None:
    for incident in case.run().incidents:
        ranges = dict(list_ranges(incident))
        for one in ranges.values():
            assert one.max is None or one.min <= one.max
        for proof in incident.counting.proofs:
            assert proof.max is None or proof.min <= proof.max
            stated = None if proof.apart_from else ranges.get((proof.harm, proof.class_))
            if stated is not None and not stated.because[0].startswith("the rest of"):
                assert stated.min <= proof.min
                assert not stated.capped or (proof.max or 0) <= (stated.max or 0)


@QUICK
@given(cases(), st.sampled_from([SliceBy.PLACE, SliceBy.COUNTRY, SliceBy.MONTH]))
def test_slices_that_part_the_incidents_add_up_to_the_whole(case: Case, by: SliceBy) -> None:
    tallied = case.run()
    slices = ROOMS.slice_sums(tallied.incidents, by, EVERYTHING)
    for whole in tallied.sums:
        key = (whole.harm, whole.class_)
        parts = [one for each in slices for one in each.sums if (one.harm, one.class_) == key]
        silent = [each for each in slices if key not in {(s.harm, s.class_) for s in each.sums}]

        assert sum(one.min for one in parts) == whole.min
        assert sum(one.max or 0 for one in parts) == whole.max
        without = sum(len(one.without) for one in parts) + sum(len(one.incidents) for one in silent)
        assert without == len(whole.without)


@QUICK
@given(cases())
def test_nothing_beside_the_incidents_is_ever_in_a_sum(case: Case) -> None:
    aggregates = {claim.id for claim in case.claims if claim.unit is not Unit.INCIDENT}
    for incident in case.run().incidents:
        for _, one in list_ranges(incident):
            assert not aggregates & set(one.claims)


@st.composite
def plain(draw: st.DrawFn, name: str) -> Claim:
    """A source's one statement on one attack: numbers only, of all people and of children."""
    least = draw(st.integers(1, 20))
    found = [a_count(least, draw(st.none() | st.integers(least, 25)))]
    if draw(st.booleans()):
        part = draw(st.integers(2, 12))
        found.append(a_count(part, draw(st.none() | st.integers(part, 14)), age=Age.CHILD))
    return a_claim(
        id=ClaimId(name),
        document=DocumentId(name),
        speakers=("Paper", name),
        counts=tuple(found),
        when=a_when("2021-03-04"),
    )


def find_bounds(claims: Iterable[Claim]) -> dict[str, tuple[int, int | None]] | None:
    """What is stated and proved of each class together; `None` where figures clash."""
    held = tuple(claims)
    documents = {claim.document: a_document(id=claim.document) for claim in held}
    (incident,) = Case(held, documents).run().incidents
    if incident.counting.clashes:
        return None
    found = {
        str(key): (one.min, one.max if one.capped else None)
        for key, one in list_ranges(incident)
        if key[1] is not VictimClass.UNKNOWN
    }
    for proof in incident.counting.proofs:
        if not proof.apart_from:
            found[str((proof.harm, proof.class_))] = (proof.min, proof.max)
    return found


@QUICK
@given(st.tuples(plain("One"), plain("Two")), st.data())
def test_widening_a_claim_never_narrows_what_is_stated_and_proved(
    held: tuple[Claim, Claim], data: st.DataObject
) -> None:
    """A range is a bound above only where every account sets a ceiling (`capped`)."""
    place = data.draw(st.integers(0, len(held[0].counts) - 1))
    old = held[0].counts[place]
    least = data.draw(st.integers(min(old.min, 2), old.min))
    most = None if old.max is None else data.draw(st.none() | st.integers(old.max, 30))
    basis = Basis.AT_LEAST if most is None else Basis.EXACT if least == most else Basis.RANGE
    wide = replace(old, min=least, max=most, basis=basis, stated=None)
    counts = (*held[0].counts[:place], wide, *held[0].counts[place + 1 :])
    before = find_bounds(held)
    after = find_bounds((replace(held[0], counts=counts), held[1]))

    if before is None:
        return
    assert after is not None
    for key, (low, high) in before.items():
        assert after[key][0] <= low
        assert after[key][1] is None or (high is not None and (after[key][1] or 0) >= high)
