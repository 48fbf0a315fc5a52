"""Why documents were brought together as one attack → the terminal, in plain words."""

from collections.abc import Iterable, Mapping

from rich.console import Console
from rich.text import Text

from onrecord.cli.numbering import Numbers, cite
from onrecord.cli.render import clean, print_below, print_section
from onrecord.model.claim import Claim
from onrecord.model.comparison import Candidate, Related
from onrecord.model.identity import ClaimId
from onrecord.model.incident import Incident
from onrecord.publications.joins import Bond, bind_documents, split_reasons

Claims = Mapping[ClaimId, Claim]
_STANDS = {
    "follows": "{one} follows {other}",
    "part_of": "{one} is part of {other}",
    "covered_by": "the toll of {other} covers {one}: the two are not to be added",
}


def print_joins(
    console: Console,
    incident: Incident,
    claims: Claims,
    numbers: Numbers,
    candidates: Iterable[Candidate],
) -> None:
    """Prints for each pair of documents why they tell of one attack, then what stays open."""
    print_section(console, "Why are these documents one attack?")
    bonds = bind_documents(incident.joins, claims)
    if len(incident.documents) < 2:
        print_below(console, Text("Only one document tells of it.", style="dim"))
    for bond in bonds:
        _print_bond(console, bond, numbers)
    bound = {document for bond in bonds for document in (bond.one, bond.other)}
    loose = [one for one in incident.documents if one not in bound]
    if loose and len(incident.documents) > 1:
        names = ", ".join(map(clean, loose))
        print_below(console, Text(f"Added by a person, or sharing a claim: {names}", style="dim"))
    for pair in candidates:
        if incident.id in (pair.one, pair.other):
            _print_candidate(console, incident, pair)


def print_relations(console: Console, incident: Incident, relations: Iterable[Related]) -> None:
    """Prints how the incident stands to others that one document tells of with it."""
    for pair in relations:
        if incident.id in (pair.one, pair.other):
            say = _STANDS[pair.kind]
            words = say.format(one=pair.one, other=pair.other)
            print_below(console, Text(f"{words}: {clean('; '.join(pair.because))}"))


def print_evidence(console: Console, incident: Incident, numbers: Numbers) -> None:
    """Prints every join of claims with the weight of each reason."""
    print_section(console, "Every pair of claims that was joined, and why")
    note = (
        "Numbers in brackets are evidence in bits: each bit makes it twice as likely that both "
        "claims tell of one attack; below nought they speak against it."
    )
    print_below(console, Text(note, style="dim"))
    for join in incident.joins:
        pair = cite((join.one, join.other), numbers)
        reasons = clean("; ".join(join.because))
        print_below(console, Text(f"{pair}  {join.bits:+.1f} bits: {reasons}"))


def _print_bond(console: Console, bond: Bond, numbers: Numbers) -> None:
    pair = f"{clean(bond.one)} and {clean(bond.other)}"
    head = Text.assemble(
        (pair, "bold"), f": {bond.strength} evidence  ", (cite(bond.claims, numbers), "dim")
    )
    print_below(console, head)
    print_below(console, Text(f"for it: {clean('; '.join(bond.for_))}"), indent=4)
    if bond.against:
        print_below(console, Text(f"against it: {clean('; '.join(bond.against))}"), indent=4)


def _print_candidate(console: Console, incident: Incident, pair: Candidate) -> None:
    other = pair.other if pair.one == incident.id else pair.one
    for_, against = split_reasons(pair.because)
    but = f"; but {'; '.join(against)}" if against else ""
    words = f"? Perhaps the same attack as {other}: {'; '.join(for_)}{but}. A person must say so."
    print_below(console, Text(clean(words)))
