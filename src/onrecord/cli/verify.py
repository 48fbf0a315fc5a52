"""`onrecord verify`: proves that what is kept is what was entered."""

from pathlib import Path

import click

from onrecord.cli.opening import case_argument
from onrecord.model.identity import Sha256
from onrecord.pipeline import proving


@click.command(epilog="Example: onrecord verify mycase --head 9f2c…")
@case_argument
@click.option("--head", metavar="HASH", help="A ledger head noted earlier, kept elsewhere.")
def verify(case: Path, head: str | None) -> None:
    """Prove that originals, texts, spans and ledger are as recorded.

    Without --head a ledger whose end was cut off together with what it accounts for looks whole.
    Faults are listed with the item that each concerns; then the exit code is 1.
    """
    proof = proving.verify(case, Sha256(head) if head else None)
    for fault in proof.faults:
        click.echo(f"{fault.item}: {fault.problem}")
    if proof.faults:
        many = "fault" if len(proof.faults) == 1 else "faults"
        click.echo(f"{len(proof.faults)} {many} found", err=True)
        raise click.exceptions.Exit(1)
    click.echo(proof.words())
