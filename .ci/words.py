"""Strings of the workbench → the catalogues of translators, and those → what the workbench reads.

`gather` brings every `django.po` up to date with templates and code, and keeps what is translated;
`compile` writes every `django.mo`. Both need Babel, which is among the development requirements.
"""

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

WEB = Path(__file__).parent.parent / "src" / "onrecord" / "web"
_KEYWORDS: dict[str, Any] = {
    "_": None, "gettext": None, "gettext_lazy": None, "gettext_noop": None,
    "ngettext": (1, 2), "ngettext_lazy": (1, 2), "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}  # fmt: skip


def gather() -> None:
    """Brings the catalogue of every language up to date."""
    template = collect()
    for path in sorted(WEB.glob("locale/*/LC_MESSAGES/django.po")):
        catalog = read_catalog(path)
        template.creation_date = catalog.creation_date
        catalog.update(template, no_fuzzy_matching=True)
        catalog.obsolete.clear()
        with path.open("wb") as file:
            write_po(
                file, catalog, width=100, omit_header=False, sort_output=True, no_location=True
            )
        missing = [message for message in catalog if message.id and not _is_whole(message.string)]
        sys.stdout.write(f"{path.parent.parent.name}: {len(missing)} of {len(catalog)} missing\n")


def collect() -> Catalog:
    """Every message of the workbench: of its templates, of its code, and of the other rooms."""
    from onrecord.web.sentences import CODES, SENTENCES

    found = Catalog(fuzzy=False)
    for source in _list_sources():
        for _line, message, comments, context in extract(
            "python", BytesIO(source.encode()), keywords=_KEYWORDS, comment_tags=["Translators:"]
        ):
            found.add(message, context=context, auto_comments=comments, flags=_flag(message))
    for message in (*sorted(CODES), *SENTENCES):
        found.add(message, flags=_flag(message))
    return found


def _flag(message: str | tuple[str, ...]) -> list[str]:
    whole = message if isinstance(message, str) else message[0]
    return ["python-format"] if "%(" in whole else []


def _list_sources() -> Iterator[str]:
    for path in sorted(WEB.rglob("*.py")):
        yield path.read_text(encoding="utf-8")
    for path in sorted(WEB.glob("templates/**/*.html")):
        lines = templatize(path.read_text(encoding="utf-8"), origin=path.name).split("\n")
        yield "\n".join(line.lstrip() for line in lines)


def read_catalog(path: Path) -> Catalog:
    """A catalogue of translators."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parent.parent.name, domain="django")


def build(path: Path) -> bytes:
    """What the workbench reads, out of a catalogue of translators."""
    written = BytesIO()
    write_mo(written, read_catalog(path))
    return written.getvalue()


def _is_whole(translation: str | tuple[str, ...] | list[str]) -> bool:
    return all(translation) if isinstance(translation, tuple | list) else bool(translation)


def main() -> None:
    """Does what is asked."""
    if sys.argv[1:] == ["gather"]:
        gather()
    elif sys.argv[1:] == ["compile"]:
        for path in sorted(WEB.glob("locale/*/LC_MESSAGES/django.po")):
            path.with_suffix(".mo").write_bytes(build(path))
    else:
        sys.exit("usage: python .ci/words.py gather|compile")


if __name__ == "__main__":
    main()
