"""A case → its catalogue in the folder `workbench`, made anew when the case has changed."""

import sqlite3
from pathlib import Path
from typing import Final

from onrecord.pipeline.report import Progress, no_progress
from onrecord.store.case import open_case_for_reading
from onrecord.store.catalogue import VERSION, write_catalogue
from onrecord.store.searching import open_catalogue

FOLDER: Final = "workbench"
FILE: Final = "catalogue.db"


def catalogue(case: Path, *, progress: Progress = no_progress) -> Path:
    """The file of the catalogue of a case, which holds what the case holds now.

    Raises:
        CaseError: no case stands there.
    """
    path = case / FOLDER / FILE
    with open_case_for_reading(case) as store:
        head = store.head()
        if _holds(path, head):
            return path
        path.parent.mkdir(exist_ok=True)
        progress("catalogue", 0, None)
        write_catalogue(
            path,
            head=head,
            incidents=store.rows("incidents"),
            claims=store.claims(),
            documents=store.documents(),
        )
    return path


def _holds(path: Path, head: str) -> bool:
    if not path.is_file():
        return False
    try:
        with open_catalogue(path) as kept:
            about = kept.about()
    except sqlite3.DatabaseError:
        return False
    return about == {"head": head, "version": VERSION}
