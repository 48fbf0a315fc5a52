"""The shape of the house: imports point down, modules stay small, everything says what it is."""

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from importlinter.api import read_configuration
from importlinter.application.use_cases import lint_imports

from onrecord.cli.main import COMMANDS, root

PROJECT = Path(__file__).parents[2]
SOURCE = PROJECT / "src" / "onrecord"
MODULES = sorted(SOURCE.rglob("*.py"))
TESTED = sorted(
    [*MODULES, *(PROJECT / "tests").rglob("*.py"), *(PROJECT / "benchmarks").rglob("*.py")]
)
OF_CONTRACT = {
    "demo", "run", "ingest", "import", "extract", "link", "tally", "show", "export", "verify",
    "settings", "decide", "serve", "explain", "people",
}  # fmt: skip
HEAVY = (
    "spacy",
    "django",
    "waitress",
    "trafilatura",
    "numpy",
    "sqlalchemy",
    "duckdb",
    "rich",
    "dateparser",
)


def named(path: Path) -> str:
    return str(path.relative_to(PROJECT))


def test_imports_keep_the_contracts() -> None:
    read_configuration(str(PROJECT / "pyproject.toml"))

    assert lint_imports(config_filename=str(PROJECT / "pyproject.toml"), cache_dir=None)


@pytest.mark.parametrize("path", TESTED, ids=named)
def test_a_module_has_at_most_400_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_a_module_begins_with_what_it_makes_of_what(path: Path) -> None:
    if not path.read_text(encoding="utf-8").strip():
        pytest.skip("an empty module")
    words = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))

    assert words
    assert words.splitlines()[0].endswith((".", "!", "?"))
    assert "TODO" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_no_module_has_a_name_without_a_concept(path: Path) -> None:
    empty = {"utils", "helpers", "common", "manager", "handler", "process", "data", "info"}

    assert path.stem not in empty


def test_commands_are_those_of_the_contract() -> None:
    assert set(COMMANDS) == OF_CONTRACT


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_help_says_what_a_command_does_and_ends_with_an_example(name: str) -> None:
    context = click.Context(root, info_name="onrecord")
    command = root.get_command(context, name)
    assert command is not None
    words = command.get_help(click.Context(command, info_name=name, parent=context))
    last = (command.epilog or command.help or "").strip().split("\n\n")[-1]

    assert "Example:" in last
    assert f"onrecord {name}" in last
    assert " ".join(last.split()[-3:]) in " ".join(words.split())
    assert "\\b" not in words


def test_importing_and_help_load_nothing_heavy() -> None:
    loads = (
        "import sys, onrecord; from onrecord.__main__ import run_command; run_command(['--help'])"
    )
    asks = f"; print([name for name in {HEAVY} if name in sys.modules], file=sys.stderr)"
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", loads + asks], capture_output=True, text=True, check=True
    )

    assert done.stderr.strip() == "[]"


def test_lock_files_name_everything_the_project_asks_for() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text())["project"]
    asked = {name(line) for line in project["dependencies"]}
    asked_dev = asked | {name(line) for line in project["optional-dependencies"]["dev"]}

    assert asked <= set(pins("requirements.lock"))
    assert asked_dev <= set(pins("requirements-dev.lock"))


def test_lock_files_agree() -> None:
    runtime, dev = dict(pins_of("requirements.lock")), dict(pins_of("requirements-dev.lock"))

    assert {package: dev.get(package) for package in runtime} == runtime


def name(requirement: str) -> str:
    return requirement.split("=")[0].split(">")[0].split("<")[0].strip().lower().replace("_", "-")


def pins(file: str) -> Iterator[str]:
    for package, _ in pins_of(file):
        yield package


def pins_of(file: str) -> Iterator[tuple[str, str]]:
    for line in (PROJECT / file).read_text().splitlines():
        if "==" in line and not line.startswith(("#", " ")):
            package, version = line.split("==", 1)
            yield package.lower().replace("_", "-"), version.split()[0]
