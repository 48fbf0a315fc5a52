"""Nouns ↔ plain records: the shapes of CONTRACT.md, and their canonical JSON."""

import dataclasses
import json
import types
from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints


def to_record(noun: object) -> Any:
    """A noun as JSON-ready values; keys lose a trailing underscore, dates become ISO text."""
    if dataclasses.is_dataclass(noun) and not isinstance(noun, type):
        return {
            field.name.rstrip("_"): to_record(getattr(noun, field.name))
            for field in dataclasses.fields(noun)
        }
    if isinstance(noun, Enum):
        return noun.value
    if isinstance(noun, date):
        return noun.isoformat()
    if isinstance(noun, tuple | list):
        return [to_record(item) for item in noun]
    if isinstance(noun, Mapping):
        return {str(to_record(key)): to_record(item) for key, item in noun.items()}
    return noun


Noun = TypeVar("Noun")
_MAKERS: dict[Any, Callable[[Any], Any]] = {}


def from_record(kind: type[Noun], record: Mapping[str, Any]) -> Noun:
    """The noun of that class; keys it does not know are ignored, absent ones take the default.

    Raises:
        ValueError: a key without default is missing, or a value is of no known code.
    """
    made: Noun = _maker(kind)(record)
    return made


def to_json(record: object) -> str:
    """Canonical JSON on one line: sorted keys, no spaces, text as it is."""
    return json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _maker(kind: Any) -> Callable[[Any], Any]:
    if kind not in _MAKERS:
        _MAKERS[kind] = _make_maker(kind)
    return _MAKERS[kind]


def _make_maker(kind: Any) -> Callable[[Any], Any]:
    if dataclasses.is_dataclass(kind):
        return _noun_maker(kind)
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return _optional_maker(inner)
    if origin is tuple:
        item = _maker(inner[0])
        return lambda values: tuple(item(value) for value in values)
    if origin is dict:
        item = _maker(inner[1])
        key = _maker(inner[0])
        return lambda values: {key(name): item(value) for name, value in values.items()}
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if kind is date:
        return date.fromisoformat
    return lambda value: value


def _optional_maker(inner: tuple[Any, ...]) -> Callable[[Any], Any]:
    make = _maker(next(kind for kind in inner if kind is not types.NoneType))
    return lambda value: None if value is None else make(value)


def _noun_maker(kind: Any) -> Callable[[Any], Any]:
    hints = get_type_hints(kind)
    makers = {
        field.name: (field.name.rstrip("_"), _maker(hints[field.name]))
        for field in dataclasses.fields(kind)
    }

    def make(record: Mapping[str, Any]) -> Any:
        try:
            return kind(
                **{
                    name: maker(record[key])
                    for name, (key, maker) in makers.items()
                    if key in record
                }
            )
        except TypeError as error:
            raise ValueError(f"not a {kind.__name__}: {error}") from error

    return make
