"""Everything that a reader can type or receive has its place in the documentation."""

import re
from dataclasses import fields
from pathlib import Path

import click
import pytest

from onrecord.cli.main import root
from onrecord.model.claim import Claim
from onrecord.publications.exports import EXPORTS
from onrecord.publications.exports.columns import CUSTODY_COLUMNS

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
COMMANDS = (DOCS / "reference" / "commands.md").read_text(encoding="utf-8")
EXPORT_PAGE = (DOCS / "reference" / "exports.md").read_text(encoding="utf-8")
RECORDS = (DOCS / "reference" / "records.md").read_text(encoding="utf-8")
PAGES = sorted([*DOCS.rglob("*.md"), *ROOT.glob("*.md")])


def command_of(name: str) -> click.Command:
    command = root.get_command(click.Context(root), name)
    assert command is not None
    return command


def all_commands() -> list[str]:
    return root.list_commands(click.Context(root))


@pytest.mark.parametrize("name", all_commands())
def test_every_command_is_documented_with_all_its_options(name):
    section = next(part for part in COMMANDS.split("\n## ") if part.startswith(f"`onrecord {name}"))
    command = command_of(name)
    options = [flag for item in command.params for flag in item.opts if flag.startswith("--")]

    assert [flag for flag in options if flag not in section] == []


@pytest.mark.parametrize("name", all_commands())
def test_the_help_of_every_command_ends_with_an_example(name):
    command = command_of(name)

    assert "Example: " in command.get_help(click.Context(command, info_name=name))


@pytest.mark.parametrize("what", sorted(EXPORTS))
def test_every_export_is_documented_with_all_its_columns(what):
    section = EXPORT_PAGE.split(f"\n## `{what}`\n", 1)[1].split("\n## ", 1)[0]
    named = set(re.findall(r"`([a-z_0-9]+)`", section))

    assert [column.name for column in EXPORTS[what].columns if column.name not in named] == []


def test_the_columns_of_custody_are_documented():
    assert all(f"`{column.name}`" in EXPORT_PAGE for column in CUSTODY_COLUMNS)


def test_every_key_of_a_claim_is_documented():
    extra = {"originator_kind", "speaks_for", "said", "lang"}
    keys = {field.name.rstrip("_") for field in fields(Claim)} - extra

    assert [key for key in sorted(keys) if f"`{key}`" not in RECORDS] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_of_a_page_leads_to_a_file(page):
    text = page.read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", text)

    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize(
    "page", [page for page in PAGES if DOCS in page.parents], ids=lambda page: page.name
)
def test_every_page_can_be_reached_from_the_index(page):
    reached, waiting = set(), [DOCS / "index.md"]
    while waiting:
        here = waiting.pop()
        if here in reached:
            continue
        reached.add(here)
        links = re.findall(r"\]\(([^)#:]+\.md)", here.read_text(encoding="utf-8"))
        waiting.extend((here.parent / link).resolve() for link in links)

    assert page.resolve() in {known.resolve() for known in reached}
