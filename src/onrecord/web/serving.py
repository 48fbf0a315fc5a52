"""A case → the workbench on this machine, until it is stopped."""

import secrets
import socket
from collections.abc import Callable
from pathlib import Path

from onrecord.pipeline.cataloguing import catalogue
from onrecord.pipeline.report import Progress, no_progress
from onrecord.web.configuration import configure
from onrecord.web.desk import Desk

_THREADS = 8


def serve(
    case: Path,
    *,
    by: str,
    port: int,
    tell: Callable[[str], None],
    progress: Progress = no_progress,
) -> None:
    """Serves the pages of a case on 127.0.0.1 until interrupted; `tell` is given the address.

    Port 0 takes any free one.

    Raises:
        CaseError: no case stands there.
        OSError: the port is taken.
    """
    from django.core.wsgi import get_wsgi_application
    from waitress.server import create_server

    catalogue(case, progress=progress)
    token = secrets.token_urlsafe(24)
    desk = Desk(case=case, name=case.resolve().name, by=by)
    configure(desk, token=token)
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listening.bind(("127.0.0.1", port))
    server = create_server(
        get_wsgi_application(),
        sockets=[listening],
        threads=_THREADS,
        ident=None,
        max_request_body_size=250_000_000,
    )
    tell(f"http://127.0.0.1:{listening.getsockname()[1]}/open/{token}")
    try:
        server.run()
    finally:
        server.close()
