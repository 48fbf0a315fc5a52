"""`onrecord explain`: why a claim, an incident, a document or a tally is as it is."""

from collections.abc import Callable, Mapping
from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

from onrecord.cli.identify import identify
from onrecord.cli.render import clean, make_console, print_below, print_pairs, print_section
from onrecord.cli.render_comparison import show_comparison
from onrecord.cli.render_incident import show_incident
from onrecord.cli.render_reasons import show_reasons
from onrecord.cli.render_tally import show_tally
from onrecord.model.identity import ClaimId, DocumentId, IncidentId, TallyId
from onrecord.pipeline.real_rooms import real_rooms
from onrecord.pipeline.views import CaseView, open_view
from onrecord.publications.wording import UNKNOWN, say_span_of_days

Explain = Callable[[Console, CaseView, str], None]


@click.command(epilog="Example: onrecord explain mycase c-3f2a")
@click.argument("case", type=click.Path(path_type=Path))
@click.argument("id")
@click.argument("other", required=False)
def explain(case: Path, id: str, other: str | None) -> None:
    """Tell why something in a case is as it is: ID is that of a claim, incident, document or tally.

    With OTHER, both are incidents: every ground for and against their being one attack is weighed,
    whether they were joined, kept apart or never compared.

    A claim is explained by the rules that read it and the words that decided; an incident by every
    reason for joining its claims, with its weight, by its voices and the origin of each bound; a
    document by how its date and publisher are known; a tally by its sum and check. ID may be the
    beginning of an identifier.
    """
    console = make_console()
    with open_view(case) as view:
        if other is not None:
            _explain_pair(console, view, id, other)
            return
        kind, found = _find(view, id)
        _EXPLAINS[kind](console, view, found)


def _find(view: CaseView, typed: str) -> tuple[str, str]:
    """The kind of thing and the whole identifier that somebody meant."""
    kinds: dict[str, list[str]] = {
        "claim": [claim.id for claim in view.claims()],
        "incident": [id for one in view.incidents() for id in (one.id, *one.aliases)],
        "tally": [tally.id for tally in view.tallies()],
        "document": [document.id for document in view.documents()],
    }
    known = {str(id): kind for kind, ids in kinds.items() for id in ids}
    found = identify(typed, known, noun="item")
    return known[found], found


def _explain_pair(console: Console, view: CaseView, *typed: str) -> None:
    pair = [
        view.incident(IncidentId(identify(each, view.incident_ids(), noun="incident")))
        for each in typed
    ]
    one, other = pair
    if one is None or other is None:
        return
    if one.id == other.id:
        console.print(Text(f"Both are incident {one.id}: see `onrecord explain CASE {one.id}`."))
        return
    found = real_rooms().compare_incidents(
        view.claims(),
        {document.id: document for document in view.documents()},
        (one.claims, other.claims),
        weights=view.linking().weights,
        decisions=view.decisions(),
    )
    show_comparison(console, (one, other), found)


def _explain_claim(console: Console, view: CaseView, id: str) -> None:
    claim = next(claim for claim in view.claims() if claim.id == ClaimId(id))
    show_reasons(console, claim, real_rooms().explain_claim(claim))
    holding = [incident for incident in view.incidents() if claim.id in incident.claims]
    print_section(console, "What came of it")
    for incident in holding:
        print_below(console, Text(f"part of {incident.id}: {clean(incident.title)}"))
    if not holding:
        print_below(console, Text("it belongs to no incident", style="dim"))


def _explain_incident(console: Console, view: CaseView, id: str) -> None:
    incident = view.incident(IncidentId(id))
    if incident is not None:
        claims = {claim.id: claim for claim in view.claims()}
        show_incident(console, incident, claims, linking=view.linking(), evidence=True)


def _explain_document(console: Console, view: CaseView, id: str) -> None:
    document = view.document(DocumentId(id))
    if document is None:
        return
    published = document.published
    console.print(Text(clean(document.title or document.id), style="bold"))
    told = {
        "published": say_span_of_days(published.from_, published.to) if published else UNKNOWN,
        "publisher": clean(document.publisher) or UNKNOWN,
        "owner": clean(document.owner) or UNKNOWN,
        "language": document.lang or UNKNOWN,
    }
    known = {"language": "lang"}
    print_section(console, "What is known of it, and from where")
    pairs = {
        name: Text.assemble(
            value, (_say_source(document.how_known.get(known.get(name, name))), "dim")
        )
        for name, value in told.items()
    }
    print_pairs(console, pairs)
    copies = [copy for copy in view.linking().copies if id in (copy.earlier, copy.later)]
    print_section(console, "Which paragraphs it shares with other documents")
    for copy in copies:
        words = f"{copy.containment:.0%} of a paragraph of {copy.later} stands in {copy.earlier}"
        print_below(console, Text(f"{clean(words)}, which came first"))
    if not copies:
        print_below(console, Text("none", style="dim"))


def _explain_tally(console: Console, view: CaseView, id: str) -> None:
    tally = view.tally(TallyId(id))
    if tally is not None:
        show_tally(console, tally, {claim.id: claim for claim in view.claims()})


def _say_source(how: str | None) -> str:
    if how is None:
        return ""
    return "  your word" if how == "user" else f"  found in: {how}"


_EXPLAINS: Mapping[str, Explain] = {
    "claim": _explain_claim,
    "incident": _explain_incident,
    "document": _explain_document,
    "tally": _explain_tally,
}
