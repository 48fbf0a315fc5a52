"""`onrecord people`: who may sign in to the workbench of a case, and as what."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from onrecord.cli.opening import case_argument, open_for_command, say
from onrecord.web.permissions import Role

if TYPE_CHECKING:
    from onrecord.web.people.models import Account

_HERE: Final = "http://127.0.0.1:8642"


def role_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """The option --role."""
    words = "What the person may do; each may do what those before it may."
    return click.option(
        "--role", type=click.Choice([role.value for role in Role]), required=True, help=words
    )(command)


def address_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """The option --address."""
    words = "Where the person reaches the workbench, to print the whole address of the invitation."
    return click.option("--address", default=_HERE, show_default=True, help=words)(command)


@click.group(epilog="Example: onrecord people add mycase Amal --role reviewer")
def people() -> None:
    """Add people to a case, list them, change their roles, close their accounts.

    A case without people is opened by one person with the private address. Once it has people,
    `onrecord serve CASE` asks them to sign in. The first one is best an administrator.
    """


@people.command(epilog="Example: onrecord people add mycase Amal --role reviewer")
@case_argument
@click.argument("name")
@role_option
@click.option("--ask-password", is_flag=True, help="Ask for a password now, print no invitation.")
@address_option
def add(case: Path, name: str, role: str, *, ask_password: bool, address: str) -> None:
    """Let NAME sign in to CASE, and print an invitation.

    Whoever opens the invitation within seven days chooses the password; it works once. Decisions of
    this person stand in the ledger under NAME for ever: better a role or a pseudonym.
    """
    with _open_people(case):
        from onrecord.web.people import accounts
        from onrecord.web.people.audit import COMMAND_LINE

        account = accounts.add_person(name, Role(role), by=COMMAND_LINE)
        if ask_password:
            _ask_password(account)
        else:
            _print_invitation(account, address)


@people.command("list", epilog="Example: onrecord people list mycase")
@case_argument
def list_(case: Path) -> None:
    """Print everybody: name, role, and whether they can sign in."""
    with _open_people(case):
        from onrecord.web.people import accounts
        from onrecord.web.people.factors import has_factor

        for account in accounts.list_people():
            state = "open" if account.is_active else "closed or not yet joined"
            factor = "second factor" if has_factor(account) else "no second factor"
            click.echo(f"{account.name}\t{account.role}\t{state}\t{factor}")


@people.command(epilog="Example: onrecord people role mycase Amal --role editor")
@case_argument
@click.argument("name")
@role_option
def role(case: Path, name: str, role: str) -> None:
    """Give NAME another role."""
    with _open_people(case):
        from onrecord.web.people import accounts
        from onrecord.web.people.audit import COMMAND_LINE

        account = accounts.find_account(name)
        accounts.change_role(account, Role(role), by=COMMAND_LINE)
    say(f"{account.name} is {role} from the next page on")


@people.command(epilog="Example: onrecord people invite mycase Amal --forget-factor")
@case_argument
@click.argument("name")
@click.option("--forget-factor", is_flag=True, help="The authenticator app was lost as well.")
@address_option
def invite(case: Path, name: str, *, forget_factor: bool, address: str) -> None:
    """Print a new invitation for NAME, who lost the password or whose account was closed."""
    with _open_people(case):
        from onrecord.web.people import accounts
        from onrecord.web.people.audit import COMMAND_LINE

        account = accounts.find_account(name)
        if forget_factor:
            accounts.forget_factor(account, by=COMMAND_LINE)
        _print_invitation(account, address)


@people.command(epilog="Example: onrecord people close mycase Amal")
@case_argument
@click.argument("name")
def close(case: Path, name: str) -> None:
    """Let NAME in no more; sessions, invitations and tokens end at once."""
    with _open_people(case):
        from onrecord.web.people import accounts
        from onrecord.web.people.audit import COMMAND_LINE

        account = accounts.find_account(name)
        accounts.close_account(account, by=COMMAND_LINE)
    say(f"{account.name} is closed; the name stays taken, because the ledger may hold it")


@contextmanager
def _open_people(case: Path) -> Iterator[None]:
    """The people of a case, for as long as the `with` block lasts."""
    import django
    from django.conf import settings

    from onrecord.web.people.opening import people_settings, set_up_people

    with open_for_command(case, {}):
        pass
    settings.configure(**people_settings(case), USE_I18N=False)
    django.setup()
    set_up_people(case)
    yield


def _ask_password(account: "Account") -> None:
    from django.core.exceptions import ValidationError

    from onrecord.web.people import accounts
    from onrecord.web.people.audit import COMMAND_LINE

    token = accounts.invite(account, by=COMMAND_LINE)
    while True:
        password = click.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
        try:
            accounts.take_up(token, password)
        except ValidationError as error:
            say(" ".join(error.messages))
        else:
            say(f"{account.name} can sign in")
            return


def _print_invitation(account: "Account", address: str) -> None:
    from onrecord.web.people import accounts
    from onrecord.web.people.audit import COMMAND_LINE

    token = accounts.invite(account, by=COMMAND_LINE)
    click.echo(f"{address.rstrip('/')}/join/{token}")
    say(f"Give this address to {account.name} alone; it works once, for seven days.")
