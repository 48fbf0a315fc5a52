"""What an incident's figures prove → the terminal, step by step."""

from rich.console import Console
from rich.text import Text

from onrecord.cli.render import clean, print_below, print_section
from onrecord.model.incident import Incident, Proof
from onrecord.publications.wording import say_proof


def print_proofs(console: Console, incident: Incident) -> None:
    """Prints the bounds that nobody states but that follow, each with its derivation."""
    proofs = incident.counting.proofs
    if not proofs:
        return
    print_section(console, "What follows, if for each of these figures one account is right")
    for proof in proofs:
        print_below(console, _say_proof(proof))
        for line in _list_steps(proof):
            print_below(console, Text(clean(line), style="dim"), indent=4)


def _list_steps(proof: Proof) -> list[str]:
    """The derivation; a last step that only says again what is proved is cut to its reasons."""
    own = f"{proof.what}: "
    if sum(line.startswith(own) for line in proof.because) > 1:
        return list(proof.because)
    last = proof.because[-1].removeprefix(own).partition(": ")
    return [*proof.because[:-1], last[2] or last[0]]


def _say_proof(proof: Proof) -> Text:
    return Text.assemble(clean(proof.what), ": ", (say_proof(proof), "bold"))
