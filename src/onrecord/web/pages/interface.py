"""The API as a page for people: each operation, what it takes, and who may use it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import resolve
from django.views.decorators.http import require_safe

from onrecord.web.api.service import describe
from onrecord.web.people.person import person_of
from onrecord.web.permissions import ROLES, Role, find_action
from onrecord.web.rendering import the_desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One operation: what it takes as names and kinds, and the least role that may use it."""

    method: str
    path: str
    words: str
    takes: tuple[tuple[str, str], ...]
    role: Role | None
    allowed: bool


@require_safe
def show_interface(request: HttpRequest, case: str) -> HttpResponse:
    """The operations of the API; with `form=json` its description as OpenAPI 3.1."""
    the_desk(case)
    described = describe()
    if request.GET.get("form") == "json":
        content = json.dumps(described, ensure_ascii=False, indent=1)
        return HttpResponse(content, content_type="application/json")
    person = person_of(request)
    context = {
        "operations": list(_list_operations(described, person.role)),
        "base": request.build_absolute_uri("/api/1/"),
        "token": "" if settings.ONRECORD_TEAM else settings.ONRECORD_API_TOKEN,
    }
    return render(request, "interface.html", context)


def _list_operations(described: dict[str, Any], role: Role) -> Iterator[Operation]:
    for path, methods in sorted(described["paths"].items()):
        name = resolve(path.replace("{", "").replace("}", "")).view_name
        for method, one in methods.items():
            action = find_action(name, method.upper())
            roles = ROLES[action] if action else frozenset()
            yield Operation(
                method=method.upper(),
                path=path,
                words=one.get("description", ""),
                takes=tuple(_list_fields(described, one)),
                role=next((each for each in Role if each in roles), None),
                allowed=role in roles,
            )


def _list_fields(described: dict[str, Any], one: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for parameter in one.get("parameters", ()):
        yield parameter["name"], _say_kind(parameter["schema"])
    for content in one.get("requestBody", {}).get("content", {}).values():
        schema = content["schema"]
        if "$ref" in schema:
            schema = described["components"]["schemas"][schema["$ref"].rsplit("/", 1)[-1]]
        for name, field in schema.get("properties", {}).items():
            yield name, _say_kind(field)


def _say_kind(schema: dict[str, Any]) -> str:
    """A kind of value in a word or two."""
    if "anyOf" in schema:
        return " or ".join(_say_kind(one) for one in schema["anyOf"])
    if "$ref" in schema:
        return str(schema["$ref"].rsplit("/", 1)[-1]).lower()
    if "enum" in schema:
        return ", ".join(str(one) for one in schema["enum"] if one != "")
    return str(schema.get("format") or schema.get("type", "anything"))
