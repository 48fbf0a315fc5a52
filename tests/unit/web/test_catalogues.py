"""The catalogues of translators are whole, and what the workbench reads is made of them."""

import re
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parents[3]
CATALOGUES = sorted((ROOT / "src/onrecord/web/locale").glob("*/LC_MESSAGES/django.po"))
_SLOT = re.compile(r"%\(\w+\)[sd]")
# English says one and two in words of their own; Arabic does so in more places.
_MAY_LEAVE_OUT = frozenset({"%(number)s", "%(number)d", "%(n)s"})


def load_tool() -> ModuleType:
    """The tool that gathers and compiles, which is no part of the package."""
    spec = spec_from_file_location("onrecord_words", ROOT / ".ci/words.py")
    assert spec is not None
    assert spec.loader is not None
    made = module_from_spec(spec)
    sys.modules[spec.name] = made
    spec.loader.exec_module(made)
    return made


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    return load_tool()


def as_forms(words: Any) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words)


def name_language(path: Path) -> str:
    return path.parent.parent.name


def list_messages(tool: ModuleType, path: Path) -> list[Any]:
    return [message for message in tool.read_catalog(path) if message.id]


def test_there_is_a_catalogue_of_each_language() -> None:
    assert {name_language(path) for path in CATALOGUES} == {"ar", "ru"}


@pytest.mark.parametrize("path", CATALOGUES, ids=name_language)
def test_no_message_is_missing_or_in_doubt(tool: ModuleType, path: Path) -> None:
    catalog = tool.read_catalog(path)
    wanted = {message.id for message in tool.collect() if message.id}
    told = {message.id for message in catalog if message.id and all(as_forms(message.string))}
    assert wanted - told == set()
    assert told - wanted == set()
    assert [message.id for message in catalog if message.id and message.fuzzy] == []


@pytest.mark.parametrize("path", CATALOGUES, ids=name_language)
def test_every_translation_has_the_slots_of_its_message(tool: ModuleType, path: Path) -> None:
    for message in list_messages(tool, path):
        wanted = {slot for form in as_forms(message.id) for slot in _SLOT.findall(form)}
        for form in as_forms(message.string):
            slots = set(_SLOT.findall(form))
            assert slots <= wanted, message.id
            lost = wanted - slots
            assert not lost or (len(as_forms(message.id)) > 1 and lost <= _MAY_LEAVE_OUT), (
                message.id
            )


@pytest.mark.parametrize("path", CATALOGUES, ids=name_language)
def test_every_translation_has_the_elements_of_its_message(tool: ModuleType, path: Path) -> None:
    for message in list_messages(tool, path):
        wanted = sorted(re.findall(r"<[^>]+>", as_forms(message.id)[0]))
        for form in as_forms(message.string):
            assert sorted(re.findall(r"<[^>]+>", form)) == wanted, message.id


@pytest.mark.parametrize("path", CATALOGUES, ids=name_language)
def test_what_the_workbench_reads_is_made_of_the_catalogue(tool: ModuleType, path: Path) -> None:
    assert path.with_suffix(".mo").read_bytes() == tool.build(path)
