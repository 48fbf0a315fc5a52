"""One statement is one utterance, in however many papers and translations."""

from datetime import date
from typing import Any

from tests.builders import a_claim, a_count, a_document, a_place
from tests.unit.incidents.test_linking_rules import PARTIES

from onrecord.incidents.copies import match_passages
from onrecord.incidents.sides import Sides
from onrecord.incidents.utterances import join_utterances
from onrecord.model.claim import Answer, Claim, Said
from onrecord.model.document import Dating, Document
from onrecord.model.identity import ClaimId, DocumentId
from onrecord.model.incident import Utterance
from onrecord.model.vocabulary import Argument, ClaimType, DatePrecision, Scope, SpeakerKind, Unit

GENERAL = "General Obrad Velk"
MINISTRY = "Ministry of Defence of Varnia"
FORCES = "Varnian Armed Forces"
ONE = "Again the paper holds nothing concrete and nothing new, the old inventions and clichés."
TWO = "Once more there was nothing concrete or new in it, only clichés and inventions."


def say(id: str, quote: str, speaker: str = GENERAL, day: int = 5, **more: Any) -> Claim:
    on = date(2021, 3, day)
    given: dict[str, Any] = {
        "document": DocumentId(f"doc-{id}"),
        "speakers": (f"Paper {id}", speaker),
        "type": ClaimType.DENIAL,
        "also": (),
        "unit": Unit.NONE,
        "counts": (),
        "places": (),
        "when": None,
        "parties": (),
        "end": len(quote),
        "originator_kind": SpeakerKind.OFFICIAL,
        "speaks_for": FORCES,
        "said": Said(from_=on, to=on),
    }
    return a_claim(id=ClaimId(id), quote=quote, **{**given, **more})


def join(*claims: Claim, documents: tuple[Document, ...] = ()) -> tuple[Utterance, ...]:
    known = {document.id: document for document in documents}
    matches = match_passages(known)
    return join_utterances(claims, known, matches=matches, sides=Sides(PARTIES))


def members(utterances: tuple[Utterance, ...]) -> set[frozenset[str]]:
    return {frozenset(utterance.claims) for utterance in utterances}


def test_two_translations_of_one_statement_are_one_utterance() -> None:
    (utterance,) = join(say("c1", ONE), say("c2", TWO, "Obrad Velk"))

    assert utterance.claims == ("c1", "c2")
    assert utterance.originator == GENERAL
    assert utterance.because == "similar words"


def test_a_surname_alone_is_the_same_person() -> None:
    assert len(join(say("c1", ONE), say("c2", TWO, "Velk"))) == 1


def test_the_same_words_on_another_day_are_another_utterance() -> None:
    assert len(join(say("c1", ONE), say("c2", TWO, day=9))) == 2


def test_other_words_of_the_same_person_and_day_are_another_utterance() -> None:
    assert len(join(say("c1", ONE), say("c2", "We will open a bridge at Dorvo in spring."))) == 2


def test_two_people_of_one_side_are_two_voices() -> None:
    assert len(join(say("c1", ONE), say("c2", TWO, "Mira Tolan"))) == 2


def test_a_spokesperson_and_the_ministry_can_be_one_voice() -> None:
    assert len(join(say("c1", ONE), say("c2", TWO, MINISTRY))) == 1


def test_an_organisation_and_its_initials_are_one_voice() -> None:
    toll: dict[str, Any] = {
        "counts": (a_count(7),),
        "originator_kind": SpeakerKind.RECORDER,
        "speaks_for": None,
    }
    first = say("c1", "Seven villagers died at the well", "Ostren Monitor of Harm", **toll)
    second = say("c2", "seven dead villagers at a well", "OMH", **toll)

    assert len(join(first, second)) == 1


def test_shared_arguments_help_short_answers() -> None:
    answer = Answer(arguments=(Argument.NO_EVIDENCE, Argument.STALE), scope=Scope.REPORT)
    first = say("c1", "A report without any proof was published anew today", answer=answer)
    second = say("c2", "They offer no proof; this report repeats old tales", answer=answer)

    assert len(join(first, second)) == 1


def test_what_one_voice_says_in_one_document_on_one_day_is_one_utterance() -> None:
    first = say("c1", ONE, document=DocumentId("a"))
    second = say("c2", "Our pilots never miss.", document=DocumentId("a"))

    assert members(join(first, second)) == {frozenset({"c1", "c2"})}


def test_a_claim_of_two_originators_stands_in_an_utterance_of_each() -> None:
    both = say("c1", ONE, co_speakers=(("Paper c1", "Mira Tolan"),))

    assert {each.originator for each in join(both)} == {GENERAL, "Mira Tolan"}


def test_a_copied_paragraph_without_credit_is_the_first_papers_utterance() -> None:
    text = (
        "Nobody in Tarvel saw where the shells came from, but the market burned for two hours and "
        "seven people were carried to the clinic, where four of them died before the evening."
    )
    quote = text[text.index("the market") :]
    own: dict[str, Any] = {"originator_kind": SpeakerKind.PUBLISHER, "speaks_for": None}
    start = text.index(quote)
    claims = [
        say(id, quote, start=start, end=len(text), day=day, **own, speakers=(paper,))
        for id, paper, day in (("c1", "Tarvel Post", 5), ("c2", "Dorvo Echo", 8))
    ]
    documents = tuple(
        a_document(text, id=DocumentId(f"doc-{id}"), publisher=None) for id in ("c1", "c2")
    )
    (utterance,) = join(*claims, documents=documents)

    assert utterance.originator == "Tarvel Post"
    assert utterance.because == "copied text"


NOTICE = (
    "{toll} people died and two shops burned down when shells fell on the old market in {place} before "
    "noon, the Ostren Monitor said in a short notice that its office sent out in the evening."
)


def notice(id: str, *, toll: int, place: str, day: int) -> tuple[Claim, Document]:
    """A monitor's formula with another toll or place, and the paper that prints it."""
    text = NOTICE.format(toll=toll, place=place)
    claim = say(
        id,
        text[: text.index(", the Ostren")],
        "Ostren Monitor",
        day,
        type=ClaimType.CASUALTY_COUNT,
        counts=(a_count(toll),),
        places=(a_place(place),),
        originator_kind=SpeakerKind.RECORDER,
        speaks_for=None,
    )
    on = date(2021, 3, day)
    dated = Dating(from_=on, to=on, precision=DatePrecision.DAY, how="user")
    return claim, a_document(text, id=DocumentId(f"doc-{id}"), published=dated)


def test_a_text_printed_again_with_a_new_toll_is_a_later_utterance() -> None:
    (one, first), (other, second) = (
        notice("c1", toll=4, place="Tarvel", day=5),
        notice("c2", toll=6, place="Tarvel", day=7),
    )

    assert len(join(one, other, documents=(first, second))) == 2


def test_a_formula_used_again_for_another_town_is_another_utterance() -> None:
    (one, first), (other, second) = (
        notice("c1", toll=4, place="Tarvel", day=5),
        notice("c2", toll=4, place="Ulmsted", day=7),
    )

    assert len(join(one, other, documents=(first, second))) == 2


def test_a_late_copy_does_not_join_what_was_said_on_its_day() -> None:
    (one, first), (again, copy), (other, third) = (
        notice("c1", toll=4, place="Tarvel", day=5),
        notice("c2", toll=4, place="Tarvel", day=8),
        notice("c3", toll=6, place="Tarvel", day=8),
    )
    found = join(one, again, other, documents=(first, copy, third))

    assert members(found) == {frozenset({"c1", "c2"}), frozenset({"c3"})}


def test_a_stock_denial_used_again_weeks_later_is_another_utterance() -> None:
    text = (
        "The ministry denied that its forces had carried out any strike on any town of the valley."
    )
    text += " Its spokesman took no questions and left the hall by a side door with his two aides."
    quote = "that its forces had carried out any strike on any town of the valley"
    start = text.index(quote)
    denied = Answer(arguments=(Argument.EVENT_DENIED,), scope=Scope.INCIDENT)
    claims = [
        say(id, quote, MINISTRY, day, start=start, end=start + len(quote), answer=denied)
        for id, day in (("c1", 5), ("c2", 8), ("c3", 28))
    ]
    documents = tuple(a_document(text, id=claim.document, published=None) for claim in claims)

    assert members(join(*claims, documents=documents)) == {
        frozenset({"c1", "c2"}),
        frozenset({"c3"}),
    }


def test_the_order_of_claims_does_not_matter() -> None:
    claims = [say("c1", ONE), say("c2", TWO), say("c3", "We will build.", day=6)]

    assert join(*claims) == join(*reversed(claims))
