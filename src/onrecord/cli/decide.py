"""`onrecord decide`: a person's decision and its reason, entered for ever."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import click

from onrecord.cli.identify import identify
from onrecord.cli.opening import by_option, case_argument, open_for_command, say
from onrecord.model.decision import Decision, DecisionKind
from onrecord.model.identity import DecisionId
from onrecord.pipeline import deciding
from onrecord.store.protocol import Store

_KINDS: Final = {
    "same": DecisionKind.SAME_INCIDENT,
    "different": DecisionKind.DIFFERENT_INCIDENT,
    "unsure": DecisionKind.UNSURE,
    "retire": DecisionKind.RETIRE_FIGURE,
    "reject": DecisionKind.REJECT_CLAIM,
    "discount": DecisionKind.DISCOUNT,
    "note": DecisionKind.NOTE,
    "withdraw": DecisionKind.WITHDRAW,
}


@click.command(
    epilog="Example: onrecord decide mycase same i-3f2a91 i-77b0c4 --reason 'one market, one hour'"
)
@case_argument
@click.argument("kind", type=click.Choice(list(_KINDS)))
@click.argument("subjects", nargs=-1, required=True, metavar="ID [ID]")
@click.option("--reason", required=True, help="Why; it stays beside the decision.")
@by_option
def decide(case: Path, kind: str, subjects: tuple[str, ...], reason: str, by: str | None) -> None:
    """Enter what a person settled about claims or incidents.

    ID may be the beginning of an identifier, as `show` prints it.
    same, different, unsure: two incidents or claims. retire: a figure that a later one replaces.
    reject: a claim that was read wrongly. discount: an incident whose victims were fighters or
    which another did. note: anything. withdraw: an earlier decision. Nothing is deleted; `onrecord run CASE` then goes by it.
    """
    with open_for_command(case, {"by": by}) as (store, settings):
        known = _list_known(store, _KINDS[kind])
        noun = "decision" if kind == "withdraw" else "claim or incident"
        named = [identify(typed, known, noun=noun) for typed in subjects]
        try:
            decision = _enter(store, _KINDS[kind], named, reason=reason, by=settings.by)
        except deciding.CannotDecide as error:
            raise click.UsageError(str(error)) from error
    click.echo(decision.id)
    say(f"entered: {kind} {' '.join(named)}: `onrecord run {case}` now counts with it")


def _list_known(store: Store, kind: DecisionKind) -> frozenset[str]:
    if kind is DecisionKind.WITHDRAW:
        return frozenset(decision.id for decision in store.decisions())
    known = deciding.subjects_of(store)
    return known.claims | known.incidents


def _enter(
    store: Store, kind: DecisionKind, named: Sequence[str], *, reason: str, by: str
) -> Decision:
    if kind is not DecisionKind.WITHDRAW:
        return deciding.decide(store, kind, named, reason=reason, by=by)
    if len(named) != 1:
        raise deciding.CannotDecide("withdraw: takes the identifier of one decision")
    return deciding.withdraw(store, DecisionId(named[0]), reason=reason, by=by)
