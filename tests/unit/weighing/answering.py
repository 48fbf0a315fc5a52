"""One allegation, and answers of the accused to it."""

from typing import Any

from tests.builders import a_count
from tests.unit.tallies.scenes import accused, saying

from onrecord.model.claim import Answer, Claim
from onrecord.model.identity import DocumentId
from onrecord.model.vocabulary import Argument, ClaimType, Polarity, Scope, Unit

MONITOR = saying("Ostren Monitor", a_count(7), document=DocumentId("news"), start=10)


def an_answer(
    *arguments: Argument, scope: Scope = Scope.INCIDENT, links: tuple[Claim, ...] = (), **more: Any
) -> Claim:
    given: dict[str, Any] = {
        "type": ClaimType.DENIAL,
        "also": (),
        "polarity": Polarity.DENIES,
        "unit": Unit.NONE,
        "places": (),
        "when": None,
        "document": DocumentId("news"),
        "start": 500,
        "answer": Answer(
            arguments=arguments or (Argument.RESPONSIBILITY_DENIED,),
            scope=scope,
            responds_to=tuple(claim.id for claim in links),
        ),
    }
    return accused(**{**given, **more})
