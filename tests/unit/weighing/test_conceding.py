"""Promise: what an answer concedes has its own range, and a conceded zero is a zero."""

from tests.builders import a_count
from tests.unit.weighing.answering import an_answer

from onrecord.model.incident import Concession
from onrecord.model.vocabulary import Argument, Harm, Status
from onrecord.weighing.conceding import find_concessions


def test_people_accepted_as_killed_are_conceded() -> None:
    answer = an_answer(Argument.ACKNOWLEDGEMENT, counts=(a_count(2, 3),))

    assert find_concessions(answer) == (Concession(harm=Harm.KILLED, min=2, max=3),)


def test_each_harm_has_its_own_range() -> None:
    counts = (a_count(1), a_count(4, None, harm=Harm.INJURED))
    answer = an_answer(Argument.PARTIAL_ACKNOWLEDGEMENT, counts=counts)

    assert find_concessions(answer) == (
        Concession(harm=Harm.KILLED, min=1, max=1),
        Concession(harm=Harm.INJURED, min=4, max=None),
    )


def test_saying_that_nobody_was_harmed_concedes_zero() -> None:
    zero = Concession(harm=Harm.KILLED_OR_INJURED, min=0, max=0)

    assert find_concessions(an_answer(Argument.HARM_DENIED)) == (zero,)


def test_saying_nothing_of_harm_concedes_no_number() -> None:
    assert find_concessions(an_answer(Argument.RESPONSIBILITY_DENIED)) == ()
    assert find_concessions(an_answer(Argument.NO_INFORMATION)) == ()


def test_fighters_said_to_be_killed_are_no_concession() -> None:
    fighters = a_count(9, status=Status.DIRECT_PARTICIPANT)

    assert find_concessions(an_answer(Argument.ACKNOWLEDGEMENT, counts=(fighters,))) == ()


def test_a_part_is_not_added_to_its_whole() -> None:
    counts = (a_count(5), a_count(2, subset_of=0))
    answer = an_answer(Argument.ACKNOWLEDGEMENT, counts=counts)

    assert find_concessions(answer) == (Concession(harm=Harm.KILLED, min=5, max=5),)
