"""Operations → one API under /api/1, its errors in one shape, and its own description."""

from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from onrecord import __version__
from onrecord.model.failure import OnrecordError
from onrecord.model.record import to_record
from onrecord.pipeline.deciding import CannotDecide
from onrecord.store.errors import CaseBusy
from onrecord.web.api import writing
from onrecord.web.api.bearer import Owner
from onrecord.web.desk import Meanwhile

api: Final = NinjaAPI(
    title="onrecord",
    version="1",
    description=(
        f"One case of onrecord {__version__}, as its pages show it. Figures are bounds on what was "
        "reported; null means unknown, never nought. Records have the shapes of the exports."
    ),
    auth=Owner(),
    docs_url=None,
    urls_namespace="api-1",
)
api.add_router("", writing.router)


def describe() -> dict[str, Any]:
    """The description of the API, OpenAPI 3.1."""
    return dict(api.get_openapi_schema(path_prefix="/api/1/"))


@api.exception_handler(ValidationError)
def _say_what_is_wrong(request: HttpRequest, error: ValidationError) -> HttpResponse:
    where = [
        f"{'.'.join(str(part) for part in one['loc'][-2:])}: {one['msg']}" for one in error.errors
    ]
    return _say(request, "this cannot be read", 422, where=where)


@api.exception_handler(HttpError)
def _say_unreadable(request: HttpRequest, error: HttpError) -> HttpResponse:
    return _say(request, str(error), error.status_code)


@api.exception_handler(Http404)
def _say_missing(request: HttpRequest, error: Http404) -> HttpResponse:
    return _say(request, "nothing of that identifier is in this case", 404)


@api.exception_handler(Meanwhile)
def _say_meanwhile(request: HttpRequest, error: Meanwhile) -> HttpResponse:
    told = {"decisions": to_record(error.decisions), "seen": error.seen}
    return _say(request, str(error), 409, **told)


@api.exception_handler(CannotDecide)
def _say_impossible(request: HttpRequest, error: OnrecordError) -> HttpResponse:
    return _say(request, str(error), 409)


@api.exception_handler(CaseBusy)
def _say_busy(request: HttpRequest, error: CaseBusy) -> HttpResponse:
    return _say(request, "somebody else is writing to the case: send it again in a while", 503)


def _say(request: HttpRequest, problem: str, status: int, **more: object) -> HttpResponse:
    return api.create_response(request, {"problem": problem, "where": [], **more}, status=status)
