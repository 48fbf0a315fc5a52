"""One incident → the terminal: how many, how sure, who says what, what the accused answer."""

from collections.abc import Mapping

from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.cli.numbering import Numbers, cite, number_claims
from onrecord.cli.render import clean, print_below, print_section, shorten
from onrecord.cli.render_answers import print_answers
from onrecord.cli.render_bounds import print_bounds
from onrecord.cli.render_differences import print_differences
from onrecord.cli.render_joins import print_evidence, print_joins, print_relations
from onrecord.cli.render_proofs import print_proofs
from onrecord.cli.render_voices import print_backings, print_voices
from onrecord.model.claim import Claim
from onrecord.model.identity import ClaimId
from onrecord.model.incident import Incident, Linking
from onrecord.publications.wording import (
    ATTRIBUTION_MEANING,
    CAVEAT,
    CORROBORATION_MEANING,
    EVIDENCE_MEANING,
    GRADE_MEANING,
    PLACE_PRECISION,
    RESPONSE_MEANING,
    STRIKE_MEANING,
    say_code,
    say_place,
    say_when,
)

Claims = Mapping[ClaimId, Claim]


def show_incident(
    console: Console,
    incident: Incident,
    claims: Claims,
    *,
    linking: Linking,
    evidence: bool = False,
) -> None:
    """Prints one incident; `claims` holds every claim of the case by its identifier.

    With `evidence` the weight of every reason for joining two claims is printed as well.
    """
    numbers = number_claims(incident)
    _print_head(console, incident)
    print_bounds(console, incident, claims, numbers)
    print_proofs(console, incident)
    _print_four_answers(console, incident)
    print_voices(console, incident, claims, numbers, linking.utterances)
    print_backings(console, incident)
    _print_parties(console, incident, numbers)
    print_answers(console, incident, claims, numbers)
    print_differences(console, incident, numbers)
    print_joins(console, incident, claims, numbers, linking.candidates)
    print_relations(console, incident, linking.relations)
    if evidence:
        print_evidence(console, incident, numbers)
    _print_key(console, claims, numbers)
    console.print()
    console.print(Text(CAVEAT, style="dim"))


def _print_head(console: Console, incident: Incident) -> None:
    place = incident.place
    precision = f" ({PLACE_PRECISION[place.precision]})" if place else ""
    console.print(Text(clean(incident.title), style="bold"))
    console.print(Text(f"{say_when(incident.when)} · {clean(say_place(place))}{precision}"))
    told = [say_code(code) for code in (*incident.weapons, *incident.objects)]
    if told:
        console.print(Text(", ".join(told)))
    aliases = f", also known as {', '.join(incident.aliases)}" if incident.aliases else ""
    console.print(Text(f"{incident.id}{aliases} · provisional: not yet reviewed", style="dim"))


def _print_four_answers(console: Console, incident: Incident) -> None:
    support = incident.support
    strike = support.strike_status
    print_section(console, "How sure, and of what? Separate answers, never one score")
    table = Table.grid(padding=(0, 2))
    table.add_row("grade", _bold(support.grade), GRADE_MEANING[support.grade])
    table.add_row("strike", _bold(strike), STRIKE_MEANING[strike] if strike else "no strike told")
    table.add_row(
        "attribution",
        _bold(support.attribution_status),
        ATTRIBUTION_MEANING[support.attribution_status],
    )
    table.add_row(
        "response", _bold(support.official_response), RESPONSE_MEANING[support.official_response]
    )
    table.add_row(
        "evidence", _bold(support.evidence_class), EVIDENCE_MEANING[support.evidence_class]
    )
    told = CORROBORATION_MEANING.get(support.corroboration, say_code(support.corroboration))
    table.add_row("borne out", _bold(support.corroboration), told)
    print_below(console, table)


def _bold(code: str | None) -> Text:
    return Text(say_code(code), style="bold")


def _print_parties(console: Console, incident: Incident, numbers: Numbers) -> None:
    print_section(console, "Who is accused, and by whom?")
    if not incident.support.parties:
        print_below(console, Text("nobody is named", style="dim"))
    for party in incident.support.parties:
        core = "all who name anybody" if party.core else "some only"
        voices = ", ".join(clean(voice) for voice in party.named_by)
        print_below(
            console,
            Text.assemble(
                (clean(party.name), "bold"),
                f": {ATTRIBUTION_MEANING[party.status]}; named by {core}: {voices or 'unnamed'}  ",
                (cite(party.claims, numbers), "dim"),
            ),
        )


def _print_key(console: Console, claims: Claims, numbers: Numbers) -> None:
    """Which identifier each number stands for, to look a claim up in its paragraph."""
    print_section(console, "Which claim is which? (onrecord show CASE claim ID)")
    short = shorten(claims)
    words = "  ".join(f"[{number}]={short[id]}" for id, number in numbers.items() if id in short)
    print_below(console, Text(words, style="dim"))
