"""`onrecord show`: a case, an incident, a document, a claim or a tally in the terminal."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Unpack

import click
from rich.console import Console

from onrecord.cli.identify import identify
from onrecord.cli.looking import (
    LookingOptions,
    asks_for_sums,
    past_option,
    read_looking,
    sum_options,
)
from onrecord.cli.numbering import number_claims
from onrecord.cli.render import make_console, shorten
from onrecord.cli.render_answers import list_answers, print_answers
from onrecord.cli.render_claim import show_claim
from onrecord.cli.render_document import show_document
from onrecord.cli.render_incident import show_incident
from onrecord.cli.render_lists import (
    list_claims,
    list_documents,
    list_incidents,
    list_tallies,
)
from onrecord.cli.render_summary import show_summary
from onrecord.cli.render_sums import print_known_on, show_sums
from onrecord.cli.render_tally import show_tally
from onrecord.model.identity import ClaimId, DocumentId, IncidentId, TallyId
from onrecord.model.ledger import LedgerEntry
from onrecord.pipeline.views import CaseView, open_view

Show = Callable[[Console, CaseView, str], None]
List = Callable[[Console, CaseView], None]


@click.command(epilog="Example: onrecord show mycase tally --by place --as-known-on 2024-03-31")
@click.argument("case", type=click.Path(path_type=Path))
@click.argument(
    "noun", required=False, type=click.Choice(["incident", "document", "claim", "tally", "answers"])
)
@click.argument("id", required=False)
@sum_options
@past_option
def show(case: Path, noun: str | None, id: str | None, **options: Unpack[LookingOptions]) -> None:
    """Look at a case, or at one incident, document, claim or tally of it, or at all answers.

    ID may be the beginning of an identifier; without ID all of that kind are listed. With --by,
    --since, --until, --place, --party or --only-party, `tally` shows sums over our incidents.
    `answers` shows what the accused answered of each incident and what nobody answered; its ID is
    an incident's.
    """
    looking = read_looking(options)
    if asks_for_sums(looking) and (noun != "tally" or id is not None):
        raise click.UsageError(
            "--by and the options that choose incidents go with: show CASE tally"
        )
    console = make_console()
    with open_view(case, looking) as view:
        if not view.is_current():
            click.echo(_STALE.format(case=case), err=True)
        if asks_for_sums(looking):
            show_sums(console, view)
            return
        print_known_on(console, view)
        if noun is None:
            show_summary(console, view, name=str(case))
        elif id is None:
            _LISTS[noun](console, view)
        else:
            _SHOWS[noun](console, view, id)


_STALE = (
    "Claims or decisions were entered since the last count, or the methods are newer: "
    "`onrecord run {case}` brings the figures up to date."
)


def _show_incident(console: Console, view: CaseView, typed: str) -> None:
    id = IncidentId(identify(typed, view.incident_ids(), noun="incident"))
    incident = view.incident(id)
    claims = {claim.id: claim for claim in view.claims()}
    if incident is None:
        console.print(f"{id}: nothing was known of it then")
    else:
        show_incident(console, incident, claims, linking=view.linking())


def _show_answers(console: Console, view: CaseView, typed: str) -> None:
    known = [id for incident in view.incidents() for id in (incident.id, *incident.aliases)]
    incident = view.incident(IncidentId(identify(typed, known, noun="incident")))
    if incident is not None:
        claims = {claim.id: claim for claim in view.claims()}
        print_answers(console, incident, claims, number_claims(incident))


def _show_claim(console: Console, view: CaseView, typed: str) -> None:
    claims = view.claims()
    id = ClaimId(identify(typed, (claim.id for claim in claims), noun="claim"))
    claim = next(claim for claim in claims if claim.id == id)
    document = view.document(claim.document)
    holding = [incident.id for incident in view.incidents() if id in incident.claims]
    if document is not None:
        entry = _find_entry(view, claim.document)
        show_claim(console, claim, document, incidents=holding, entry=entry)


def _show_document(console: Console, view: CaseView, typed: str) -> None:
    documents = {document.id: document for document in view.documents()}
    id = DocumentId(identify(typed, documents, noun="document"))
    show_document(
        console,
        documents[id],
        view.claims(id),
        custody=view.custody(id),
        short=shorten(claim.id for claim in view.claims()),
    )


def _show_tally(console: Console, view: CaseView, typed: str) -> None:
    tallies = {tally.id: tally for tally in view.tallies()}
    id = TallyId(identify(typed, tallies, noun="tally"))
    show_tally(console, tallies[id], {claim.id: claim for claim in view.claims()})


def _find_entry(view: CaseView, document: DocumentId) -> LedgerEntry | None:
    """The last ledger entry that entered claims of a document."""
    told = None
    for entry in view.ledger():
        if entry.kind == "reading" and json.loads(entry.payload)["document"] == document:
            told = entry
    return told


_SHOWS: Mapping[str, Show] = {
    "incident": _show_incident,
    "claim": _show_claim,
    "document": _show_document,
    "tally": _show_tally,
    "answers": _show_answers,
}
_LISTS: Mapping[str, List] = {
    "incident": list_incidents,
    "claim": list_claims,
    "document": list_documents,
    "tally": list_tallies,
    "answers": list_answers,
}
