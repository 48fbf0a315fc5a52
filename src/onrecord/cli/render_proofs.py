"""What an incident's figures prove, and where they clash → the terminal, step by step."""

from collections.abc import Iterable, Mapping, Sequence

from rich.console import Console
from rich.text import Text

from onrecord.cli.render import clean, print_below, print_section
from onrecord.model.identity import ClaimId
from onrecord.model.incident import Clash, Incident, Proof
from onrecord.publications.wording import say_proof


def print_proofs(console: Console, incident: Incident) -> None:
    """Prints the bounds that nobody states but that follow, each with its derivation."""
    proofs = incident.counting.proofs
    if not proofs:
        return
    print_section(console, "What follows from these figures, if each lies in its range")
    for proof in proofs:
        print_below(console, _say_proof(proof))
        for line in proof.because:
            print_below(console, Text(clean(line), style="dim"), indent=4)


def print_clashes(console: Console, incident: Incident, short: Mapping[str, str]) -> None:
    """Prints the figures that no number of people can fit, with the claims on both sides."""
    for clash in incident.counting.clashes:
        print_below(console, _say_clash(clash, short))


def say_sides(sides: Iterable[Sequence[ClaimId]], short: Mapping[str, str]) -> str:
    """The claims of each side of a contradiction, the sides told apart."""
    return " against ".join(" ".join(short.get(id, id) for id in side) for side in sides)


def _say_proof(proof: Proof) -> Text:
    return Text.assemble(clean(proof.what), ": ", (say_proof(proof), "bold"))


def _say_clash(clash: Clash, short: Mapping[str, str]) -> Text:
    sides = say_sides(clash.sides, short)
    return Text.assemble(("≠ ", "magenta"), clean(clash.words), "  ", (sides, "dim"))
