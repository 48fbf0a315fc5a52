"""`onrecord export`: records of a case to standard output or to a file."""

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Unpack

import click

from onrecord import __version__
from onrecord.cli.looking import (
    LookingOptions,
    asks_for_sums,
    past_option,
    read_looking,
    sum_options,
)
from onrecord.pipeline.views import CaseView, open_view
from onrecord.publications.exports import (
    EXPORTS,
    FORMATS,
    describe_export,
    report_loss,
    write_export,
)


class _Options(LookingOptions):
    to: Path | None
    with_custody: bool
    loss: bool


@click.command(epilog="Example: onrecord export mycase --what incidents --format csv --to a.csv")
@click.argument("case", type=click.Path(path_type=Path))
@click.option("--what", required=True, type=click.Choice(sorted(EXPORTS)), help="Which records.")
@click.option("--format", default="jsonl", type=click.Choice(FORMATS), help="In which form.")
@click.option(
    "--to", type=click.Path(path_type=Path, dir_okay=False), help="A file; without it, here."
)
@click.option("--with-custody", is_flag=True, help="Also who entered each record, and when.")
@click.option("--loss", is_flag=True, help="Only tell what this form cannot say.")
@sum_options
@past_option
def export(case: Path, what: str, format: str, **options: Unpack[_Options]) -> None:
    """Write records of a case; equal cases give equal bytes.

    With --to a CSV or JSON Lines file gets a FILE.meta.json beside it, which holds the version,
    the as-of date, the methods, the caveat and the loss report. JSON holds them itself.
    """
    looking = read_looking(options)
    if asks_for_sums(looking) and what != "sums":
        raise click.UsageError("--by and the options that choose incidents go with --what sums")
    if options["loss"]:
        click.echo(_say_loss(what, format))
        return
    with open_view(case, looking) as view:
        lines = write_export(
            view, what, format=format, version=__version__, with_custody=options["with_custody"]
        )
        if options["to"] is None:
            _write_out(lines)
        else:
            _write_files(options["to"], lines, view, what=what, format=format)


def _write_out(lines: Iterable[str]) -> None:
    for line in lines:
        sys.stdout.buffer.write(_encode(line))
    sys.stdout.buffer.flush()


def _write_files(to: Path, lines: Iterable[str], view: CaseView, *, what: str, format: str) -> None:
    _replace(to, b"".join(_encode(line) for line in lines))
    if format != "json":
        about = describe_export(view, what, format=format, version=__version__)
        words = json.dumps(about, ensure_ascii=False, indent=1) + "\n"
        _replace(to.with_name(f"{to.name}.meta.json"), _encode(words))


def _replace(to: Path, content: bytes) -> None:
    """Writes beside and then renames, so that a full disk leaves the old file whole."""
    beside = to.with_name(f".{to.name}.part")
    try:
        beside.write_bytes(content)
        beside.replace(to)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise click.FileError(str(to), f"{error.strerror or error}; nothing was written") from error


def _encode(words: str) -> bytes:
    """UTF-8; a lone surrogate becomes its JSON escape, since UTF-8 has no form for it."""
    return words.encode("utf-8", "backslashreplace")


def _say_loss(what: str, format: str) -> str:
    report = report_loss(EXPORTS[what], format)
    lines = [f"{what} as {format}: {EXPORTS[what].about}"]
    for kind, entries in report.items():
        lines.append(f"{kind.replace('_', ' ')}:" + ("" if entries else " nothing"))
        lines += [f"  {entry}" for entry in entries]
    return "\n".join(lines)
