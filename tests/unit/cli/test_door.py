"""The door turns what went wrong into words and one of four exit codes."""

import subprocess
import sys

import click
import pytest
from tests.behaviour.demo_case import demo_folder

from onrecord import __main__ as door
from onrecord.cli.main import COMMANDS, root
from onrecord.model.failure import OnrecordError


def break_with(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    @click.command()
    def broken() -> None:
        raise error

    monkeypatch.setattr(root, "get_command", lambda ctx, name: broken)


def test_our_own_errors_are_said_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    break_with(monkeypatch, OnrecordError("the thing is broken: mend it"))

    assert door.run_command(["run"]) == 3
    assert capsys.readouterr().err == "onrecord: the thing is broken: mend it\n"


def test_a_fault_of_ours_names_its_kind_and_no_words_of_a_document(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    break_with(monkeypatch, KeyError("a witness's name"))

    assert door.run_command(["run"]) == 3
    said = capsys.readouterr().err
    assert "KeyError" in said
    assert "witness" not in said


def test_debug_shows_the_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    break_with(monkeypatch, KeyError("x"))

    assert door.run_command(["--debug", "run"]) == 3
    assert "Traceback" in capsys.readouterr().err


def test_an_interrupted_command_says_how_to_go_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    break_with(monkeypatch, KeyboardInterrupt())

    assert door.run_command(["run"]) == 3
    assert "run again to go on" in capsys.readouterr().err


def test_a_command_that_some_items_failed_ends_with_1(monkeypatch: pytest.MonkeyPatch) -> None:
    break_with(monkeypatch, click.exceptions.Exit(1))

    assert door.run_command(["run"]) == 1


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert door.run_command(["--help"]) == 0
    listed = capsys.readouterr().out
    assert all(f"\n  {name}" in listed for name in COMMANDS)


def test_settings_say_where_each_value_came_from(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ONRECORD_JOBS", "3")

    assert door.run_command(["settings"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert "jobs = 3  (environment)" in said
    assert "by = unnamed  (default)" in said


@pytest.mark.parametrize("arguments", [["--help"], ["show", "demo.case", "claim"]])
def test_a_reader_of_our_output_that_has_seen_enough_is_no_fault(arguments: list[str]) -> None:
    code = (
        "import os, sys\n"
        "from onrecord.__main__ import run_command\n"
        "read, write = os.pipe()\n"
        "os.close(read)\n"
        "os.dup2(write, 1)\n"
        "sys.exit(run_command(sys.argv[1:]))\n"
    )
    ran = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=demo_folder(),
    )

    assert (ran.returncode, ran.stderr) == (0, "")
