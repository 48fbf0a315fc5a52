"""Nouns ↔ plain records: the shapes of CONTRACT.md, and their canonical JSON.

How a class is read and written is worked out once, from its fields; a case holds nouns by the
hundred thousand, and they are read and written at every step.
"""

import dataclasses
import json
import types
from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from functools import lru_cache
from operator import attrgetter
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

Noun = TypeVar("Noun")
_Convert = Callable[[Any], Any]

_PLAIN = frozenset({str, int, float, bool, types.NoneType})
_WRITERS: dict[type, _Convert] = {}
_MAKERS: dict[Any, _Convert | None] = {}
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def to_record(noun: object) -> Any:
    """A noun as JSON-ready values; keys lose a trailing underscore, dates become ISO text."""
    kind = type(noun)
    if kind in _PLAIN:
        return noun
    if kind not in _WRITERS:
        _WRITERS[kind] = _make_writer(kind)
    return _WRITERS[kind](noun)


def from_record(kind: type[Noun], record: Mapping[str, Any]) -> Noun:
    """The noun of that class; keys it does not know are ignored, absent ones take the default.

    Raises:
        ValueError: a key without default is missing, or a value is of no known code.
    """
    make = _maker(kind)
    made: Noun = record if make is None else make(record)  # type: ignore[assignment]
    return made


def to_json(record: object) -> str:
    """Canonical JSON on one line: sorted keys, no spaces, text as it is."""
    return _ENCODER.encode(record)


def _make_writer(kind: type) -> _Convert:
    if dataclasses.is_dataclass(kind):
        return _noun_writer(kind)
    if issubclass(kind, Enum):
        return attrgetter("value")
    if issubclass(kind, date):
        return date.isoformat
    if issubclass(kind, tuple | list):
        return lambda items: [to_record(item) for item in items]
    if issubclass(kind, Mapping):
        return lambda held: {str(to_record(key)): to_record(item) for key, item in held.items()}
    return lambda value: value


def _noun_writer(kind: Any) -> _Convert:
    names = [field.name for field in dataclasses.fields(kind)]
    keys = [name.rstrip("_") for name in names]
    if len(names) < 2:
        return lambda noun: {
            key: to_record(getattr(noun, name)) for key, name in zip(keys, names, strict=True)
        }
    read = attrgetter(*names)
    return lambda noun: {
        key: value if type(value) in _PLAIN else to_record(value)
        for key, value in zip(keys, read(noun), strict=True)
    }


def _maker(kind: Any) -> _Convert | None:
    """What makes a value of that kind; `None` where the value stays as it is."""
    if kind not in _MAKERS:
        _MAKERS[kind] = _make_maker(kind)
    return _MAKERS[kind]


def _make_maker(kind: Any) -> _Convert | None:
    if dataclasses.is_dataclass(kind):
        return _noun_maker(kind)
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return _optional_maker(inner)
    if origin is tuple:
        return _tuple_maker(_maker(inner[0]))
    if origin is dict:
        return _dict_maker(_maker(inner[0]), _maker(inner[1]))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {member.value: member for member in kind}.__getitem__
    if kind is date:
        return _read_day
    return None


@lru_cache(maxsize=65536)
def _read_day(text: str) -> date:
    return date.fromisoformat(text)


def _optional_maker(inner: tuple[Any, ...]) -> _Convert | None:
    make = _maker(next(kind for kind in inner if kind is not types.NoneType))
    return None if make is None else lambda value: None if value is None else make(value)


def _tuple_maker(item: _Convert | None) -> _Convert:
    if item is None:
        return tuple
    return lambda values: tuple([item(value) for value in values]) if values else ()


def _dict_maker(key: _Convert | None, item: _Convert | None) -> _Convert:
    def make(held: Mapping[str, Any]) -> dict[Any, Any]:
        return {
            (name if key is None else key(name)): (value if item is None else item(value))
            for name, value in held.items()
        }

    return make


def _noun_maker(kind: Any) -> _Convert:
    hints = get_type_hints(kind)
    readers = [
        (field.name, field.name.rstrip("_"), _maker(hints[field.name]))
        for field in dataclasses.fields(kind)
    ]

    def make(record: Mapping[str, Any]) -> Any:
        try:
            return kind(
                **{
                    name: record[key] if convert is None else convert(record[key])
                    for name, key, convert in readers
                    if key in record
                }
            )
        except (TypeError, KeyError) as error:
            raise ValueError(f"not a {kind.__name__}: {error}") from error

    return make
