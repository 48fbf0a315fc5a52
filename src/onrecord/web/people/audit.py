"""What people did → lines of the audit, for administrators; identifiers only, no testimony."""

from typing import Final

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from onrecord.web.people.models import Event
from onrecord.web.people.person import find_person

COMMAND_LINE: Final = "command line"
UNKNOWN: Final = "?"
"""Who it was where no account has the name that was typed, which may be a password mistyped."""

WORDS: Final = {
    "signed_in": _("signed in"),
    "sign_in_failed": _("a sign-in failed"),
    "signed_out": _("signed out"),
    "sessions_ended": _("ended sessions"),
    "factor_set": _("set up a second factor"),
    "factor_forgotten": _("let a second factor be set up anew"),
    "recovery_used": _("used a recovery code"),
    "recovery_made": _("made new recovery codes"),
    "password_changed": _("changed the password"),
    "added": _("added a person"),
    "invited": _("invited"),
    "joined": _("took up an invitation"),
    "role_changed": _("changed a role"),
    "closed": _("closed an account"),
    "token_made": _("made a token of the API"),
    "token_revoked": _("revoked a token of the API"),
    "exported": _("took data out"),
    "brought_in": _("brought documents in"),
    "decided": _("entered a decision"),
}
"""Each kind of line in words."""


def record(who: str, kind: str, subject: str = "") -> None:
    """Adds a line; `subject` is an identifier, the name of an account, or a role."""
    if kind not in WORDS:
        raise ValueError(kind)
    Event.objects.create(who=who[:80], kind=kind, subject=subject[:200])


def note(request: HttpRequest, kind: str, subject: str = "") -> None:
    """Adds what the sender of a request did, where the case belongs to a team."""
    person = find_person(request)
    if settings.ONRECORD_TEAM and person is not None:
        record(person.name, kind, subject)
