"""The demonstration case → the pictures of the README: real output, drawn as SVG.

Run it from the project's folder: `python docs/make_images.py`. It needs no network; the pictures name no
font that a browser would have to fetch.
"""

import re
import tempfile
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.terminal_theme import TerminalTheme

from onrecord.__main__ import run_command
from onrecord.cli.render_incident import show_incident
from onrecord.cli.render_summary import show_summary
from onrecord.pipeline.views import CaseView, open_view

IMAGES = Path(__file__).parent / "images"
WIDTH = 116
PAPER = TerminalTheme(
    (251, 250, 247),
    (27, 29, 31),
    [(27, 29, 31), (143, 61, 14), (61, 86, 120), (101, 86, 0),
     (31, 78, 140), (134, 25, 90), (26, 74, 134), (71, 76, 82)],
    [(98, 103, 109), (143, 61, 14), (61, 86, 120), (101, 86, 0),
     (31, 78, 140), (134, 25, 90), (26, 74, 134), (27, 29, 31)],
)  # fmt: skip
LOCAL_FONTS = re.sub(r"@font-face \{\{.*?\}\}", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL).replace(
    "Fira Code", "DejaVu Sans Mono"
)


def draw_summary(console: Console, view: CaseView) -> None:
    """Draws what the case comes to."""
    show_summary(console, view, name="demo.case")


def draw_incident(console: Console, view: CaseView) -> None:
    """Draws the incident with the most answers, then the most voices."""
    richest = max(
        view.incidents(), key=lambda item: (len(item.support.voices), len(item.claims), item.id)
    )
    claims = {claim.id: claim for claim in view.claims()}
    show_incident(console, richest, claims, linking=view.linking())


def main() -> None:
    """Writes each picture."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder) / "demo.case"
        run_command(["demo", "--case", str(case)])
        with open_view(case) as view:
            for name, draw in (("summary", draw_summary), ("incident", draw_incident)):
                with (Path(folder) / "screen").open("w", encoding="utf-8") as screen:
                    console = Console(
                        file=screen, record=True, width=WIDTH, force_terminal=True,
                        color_system="standard", highlight=False, markup=False, emoji=False,
                    )  # fmt: skip
                    draw(console, view)
                title = f"onrecord show demo.case{' incident ID' if name == 'incident' else ''}"
                drawn = console.export_svg(title=title, theme=PAPER, code_format=LOCAL_FONTS)
                picture = re.sub(r"<circle [^>]*/>", "", drawn)
                (IMAGES / f"{name}.svg").write_text(picture + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
