"""A case → the workbench on this machine, until it is stopped."""

import secrets
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from onrecord.model.failure import OnrecordError
from onrecord.pipeline.cataloguing import catalogue
from onrecord.web.configuration import configure
from onrecord.web.desk import Desk
from onrecord.web.people.opening import has_people, set_up_people

_THREADS = 8
_PROXY: Final[dict[str, Any]] = {
    "trusted_proxy": "127.0.0.1",
    "trusted_proxy_count": 1,
    "trusted_proxy_headers": {"x-forwarded-for", "x-forwarded-proto"},
    "clear_untrusted_proxy_headers": True,
}


class NoTeam(OnrecordError):
    """A public address for a case that has no people to sign in."""


def serve(
    case: Path,
    *,
    by: str,
    port: int,
    tell: Callable[[str], None],
    public: str | None = None,
) -> None:
    """Serves the pages of a case on 127.0.0.1 until interrupted; `tell` is given the address.

    Port 0 takes any free one. A case that has people asks them to sign in; any other is opened by
    the private address alone. `public` is where a proxy shows it to a team.

    Raises:
        CaseError: no case stands there.
        NoTeam: a public address is given for a case without people.
        UnreadablePeople: the file of people is damaged.
        OSError: the port is taken.
    """
    from django.core.wsgi import get_wsgi_application
    from waitress.server import create_server

    catalogue(case)
    token, team = secrets.token_urlsafe(24), has_people(case)
    if public is not None and not team:
        raise NoTeam("a case is shown to others only if they sign in: `onrecord people` adds them")
    desk = Desk(case=case, name=case.resolve().name, by=by)
    desk.catch_up()
    configure(desk, token=token, team=team, public=public)
    if team:
        set_up_people(case)
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listening.bind(("127.0.0.1", port))
    server = create_server(
        get_wsgi_application(),
        sockets=[listening],
        threads=_THREADS,
        ident=None,
        max_request_body_size=250_000_000,
        **(_PROXY if public else {}),
    )
    threading.Thread(target=_prepare, args=(desk,), daemon=True).start()
    here = f"http://127.0.0.1:{listening.getsockname()[1]}"
    tell((public or f"{here}/") if team else f"{here}/open/{token}")
    try:
        server.run()
    finally:
        server.close()


def _prepare(desk: Desk) -> None:
    from onrecord.web.pages.overview import prepare

    with suppress(OnrecordError):
        prepare(desk)


def find_api_token() -> str | None:
    """The token of the API while one person is served, `None` where people make their own."""
    from django.conf import settings

    return None if settings.ONRECORD_TEAM else str(settings.ONRECORD_API_TOKEN)
