"""Answers of the accused → the terminal: what they argue, what they meet, what nobody answered."""

from collections.abc import Mapping

from rich.console import Console
from rich.text import Text

from onrecord.cli.render import clean, print_below, print_section
from onrecord.cli.render_voices import say_claim
from onrecord.model.claim import Claim
from onrecord.model.identity import ClaimId
from onrecord.model.incident import Incident, Reply
from onrecord.publications.arguments import RELATION_WORDS, SCOPE_WORDS, say_arguments
from onrecord.publications.wording import RESPONSE_MEANING

Claims = Mapping[ClaimId, Claim]


def print_answers(
    console: Console, incident: Incident, claims: Claims, short: Mapping[str, str]
) -> None:
    """Prints every answer with its arguments, then the claims that nobody answered."""
    support = incident.support
    print_section(console, "What does the accused say?")
    if not support.replies:
        print_below(console, Text(RESPONSE_MEANING[support.official_response], style="dim"))
    for reply in support.replies:
        print_below(console, _head_reply(reply))
        if reply.claim in claims:
            print_below(console, say_claim(claims[reply.claim], short), indent=4)
        print_below(
            console, Text(f"argues: {say_arguments(reply.arguments) or 'nothing'}"), indent=4
        )
    if support.unanswered:
        print_section(console, "What nobody answered, in these documents")
        for id in support.unanswered:
            if id in claims:
                print_below(console, say_claim(claims[id], short))


def _head_reply(reply: Reply) -> Text:
    relation = RELATION_WORDS.get(reply.relation, reply.relation)
    scope = SCOPE_WORDS.get(reply.scope, reply.scope)
    return Text.assemble(
        (clean(reply.originator) or "unnamed", "bold"), f"  {relation}; about {scope}"
    )
