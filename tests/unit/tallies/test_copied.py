"""A total in a copied paragraph is the one that it copies."""

from dataclasses import replace

from tests.unit.tallies.scenes import civilians
from tests.unit.tallies.test_partition import a_tally

from onrecord.model.identity import ClaimId, DocumentId
from onrecord.model.incident import Copy
from onrecord.model.vocabulary import SpeakerKind
from onrecord.tallies import check_tallies

FIRST = a_tally(civilians(60), speakers=("Tarvel Post",), originator_kind=SpeakerKind.PUBLISHER)
SECOND = replace(
    FIRST, id=ClaimId("c-copy"), document=DocumentId("reprint"), speakers=("Osk Times",)
)
COPY = Copy(earlier=FIRST.document, later=SECOND.document, start=0, end=99, containment=0.9)


def test_who_reprints_a_tally_makes_none() -> None:
    (tally,) = check_tallies([FIRST, SECOND], [], [COPY])

    assert tally.recorder == "Tarvel Post"
    assert tally.claims == tuple(sorted((FIRST.id, SECOND.id)))


def test_another_number_in_a_copied_paragraph_is_the_copiers_own() -> None:
    other = replace(SECOND, counts=(civilians(61),))

    assert len(check_tallies([FIRST, other], [], [COPY])) == 2


def test_a_recorder_that_is_named_keeps_its_own_voice() -> None:
    named = replace(SECOND, speakers=("Osk Times", "Osk Watch"))

    assert len(check_tallies([FIRST, named], [], [COPY])) == 2


def test_papers_that_copy_each_other_end_somewhere() -> None:
    back = Copy(earlier=SECOND.document, later=FIRST.document, start=0, end=99, containment=0.9)

    assert len(check_tallies([FIRST, SECOND], [], [COPY, back])) >= 1
