"""Laws of weighing: order never matters, and one origin repeated stays one."""

from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.builders import a_count
from tests.unit.tallies.scenes import accused, saying, unsourced, weigh
from tests.unit.weighing.answering import an_answer

from onrecord.model.claim import Claim
from onrecord.model.identity import ClaimId, DocumentId
from onrecord.model.incident import Copy
from onrecord.model.vocabulary import Argument, Scope

DAYS = st.sampled_from(["2021-03-05", "2021-03-06", "2021-03-08"])
QUICK = settings(max_examples=40, deadline=None)


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    number, day = a_count(draw(st.integers(1, 9))), draw(DAYS)
    kind = draw(st.sampled_from(["named", "named", "own", "accused"]))
    if kind == "own":
        return unsourced(draw(st.sampled_from(["Post", "Times"])), number, day=day)
    if kind == "accused":
        return accused(number, day=day)
    return saying(draw(st.sampled_from(["One", "Two"])), number, day=day)


@st.composite
def answers(draw: st.DrawFn) -> Claim:
    scope = draw(st.sampled_from(list(Scope)))
    arguments = draw(st.lists(st.sampled_from(list(Argument)), min_size=1, max_size=2))
    return an_answer(*arguments, scope=scope, document=DocumentId("One 2021-03-05"))


@QUICK
@given(
    st.lists(claims(), min_size=1, max_size=5),
    st.lists(answers(), max_size=2),
    st.randoms(use_true_random=False),
)
def test_order_never_matters(held: list[Claim], said: list[Claim], random: Any) -> None:
    shuffled, replies = list(held), list(said)
    random.shuffle(shuffled)
    random.shuffle(replies)

    assert weigh(shuffled, asides=replies) == weigh(held, asides=said)


@QUICK
@given(st.lists(claims(), min_size=1, max_size=5))
def test_certain_originators_are_never_more_than_possible_ones(held: list[Claim]) -> None:
    independent = weigh(held).independent

    assert independent.certain <= independent.possible <= independent.certain + 1


@QUICK
@given(st.lists(claims(), min_size=1, max_size=4), st.data())
def test_a_paragraph_copied_without_credit_adds_no_weight(
    held: list[Claim], data: st.DataObject
) -> None:
    first = data.draw(st.sampled_from(held))
    copy = Copy(earlier=first.document, later=DocumentId("copy"), start=0, end=99, containment=1.0)
    copied = replace(
        unsourced("Copying Times", *first.counts, day="2021-03-09"),
        id=ClaimId("copied"),
        document=copy.later,
        parties=first.parties,
    )

    assert weigh([*held, copied], copies=[copy]).independent == weigh(held).independent


@QUICK
@given(st.lists(claims(), min_size=1, max_size=4), st.sampled_from(list(Argument)))
def test_a_bare_denial_never_lowers_a_grade(held: list[Claim], argument: Argument) -> None:
    owning = {
        Argument.ACKNOWLEDGEMENT,
        Argument.PARTIAL_ACKNOWLEDGEMENT,
        Argument.LAWFUL_TARGET,
        Argument.PROTECTED_STATUS_LOST,
        Argument.STAGED,
    }
    if argument in owning:
        return
    answer = an_answer(argument, links=tuple(held))

    assert weigh(held, asides=[answer]).grade == weigh(held).grade


@QUICK
@given(st.lists(claims(), min_size=1, max_size=4), st.lists(answers(), max_size=2))
def test_what_is_met_specifically_is_not_unanswered(held: list[Claim], said: list[Claim]) -> None:
    support = weigh(held, asides=said)
    met = {
        id
        for reply in support.replies
        if reply.relation == "responds_to" and reply.scope in {"incident", "incident_unnamed"}
        for id in reply.allegations
    }

    assert not met & set(support.unanswered)
