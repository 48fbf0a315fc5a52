"""Flags, environment and `onrecord.toml` → settings: read once at the door, passed as values.

What can change a published number is a method and never stands here.
"""

import os
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from onrecord.model.failure import OnrecordError

FILE: Final = "onrecord.toml"
PREFIX: Final = "ONRECORD_"


class BadSetting(OnrecordError):
    """A setting that we do not know, or whose value cannot be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a run goes by; `origins` says for each where it came from.

    `name` is what the case is called. `by` is who enters facts, as the ledger will say for ever.
    `jobs` is the number of reading processes, `None` for as many as help.
    """

    name: str
    by: str
    jobs: int | None
    origins: Mapping[str, str]


def read_settings(
    case: Path | None,
    *,
    flags: Mapping[str, object] | None = None,
    environ: Mapping[str, str] | None = None,
) -> Settings:
    """Each setting from the first place that gives it: flag, environment, file, default.

    Raises:
        BadSetting: a key is unknown or a value is not of its kind; all faults at once.
    """
    sources = {
        "flag": {key: value for key, value in (flags or {}).items() if value is not None},
        "environment": _from_environment(os.environ if environ is None else environ),
        FILE: _from_file(case),
        "default": {"name": case.resolve().name if case else "case", "by": "unnamed", "jobs": 0},
    }
    faults = [
        f"{origin}: unknown setting {key!r}: there are {', '.join(_KINDS)}"
        for origin, values in sources.items()
        for key in values.keys() - _KINDS.keys()
    ]
    chosen = {key: _choose(key, sources, faults) for key in _KINDS}
    if faults:
        raise BadSetting("; ".join(sorted(faults)))
    jobs = chosen["jobs"][0]
    return Settings(
        name=str(chosen["name"][0]),
        by=str(chosen["by"][0]),
        jobs=int(str(jobs)) or None,
        origins={key: origin for key, (_, origin) in chosen.items()},
    )


def write_default_settings(case: Path) -> None:
    """Gives a new case its settings file, with the folder's name as its name."""
    path = case / FILE
    if path.exists():
        return
    name = case.resolve().name.replace("\\", "\\\\").replace('"', '\\"')
    partial = path.with_name(f".{FILE}.partial")
    partial.write_text(f'name = "{name}"\n', encoding="utf-8")
    partial.replace(path)


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("not a text")
    return value


def _whole_number(value: object) -> int:
    number = int(value) if isinstance(value, str) else value
    if not isinstance(number, int) or isinstance(number, bool) or not 0 <= number <= 1024:
        raise ValueError("not a whole number from 0 (as many as help) to 1024")
    return number


_KINDS: Final[Mapping[str, Callable[[object], object]]] = {
    "name": _text,
    "by": _text,
    "jobs": _whole_number,
}


def _choose(
    key: str, sources: Mapping[str, Mapping[str, object]], faults: list[str]
) -> tuple[object, str]:
    origin, value = next((name, values[key]) for name, values in sources.items() if key in values)
    try:
        return _KINDS[key](value), origin
    except ValueError as error:
        faults.append(f"{origin}: {key} = {value!r}: {error}")
        return value, origin


def _from_environment(environ: Mapping[str, str]) -> dict[str, object]:
    return {
        name.removeprefix(PREFIX).lower(): value
        for name, value in environ.items()
        if name.startswith(PREFIX)
    }


def _from_file(case: Path | None) -> dict[str, object]:
    path = case / FILE if case else None
    if path is None or not path.is_file():
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadSetting(f"{path}: cannot be read: {error}") from error
