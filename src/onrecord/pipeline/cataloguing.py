"""A case → its catalogue in the folder `workbench`, changed where the case has changed.

A catalogue that holds an earlier state of the same case gets only the incidents and documents that
are others now; when most of them are, or it was written by another version, it is written anew.
"""

import sqlite3
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final

from onrecord.model.failure import OnrecordError
from onrecord.model.identity import DocumentId
from onrecord.pipeline.report import Progress, no_progress
from onrecord.pipeline.views import Looking, open_view
from onrecord.store.case import open_case_for_reading
from onrecord.store.catalogue import VERSION, Held, write_catalogue
from onrecord.store.catalogue_changes import Gone, change_catalogue, read_kept
from onrecord.store.chain import hash_lines, write_noun
from onrecord.store.corrections import find_corrections
from onrecord.store.protocol import Store
from onrecord.store.searching import open_catalogue

FOLDER: Final = "workbench"
FILE: Final = "catalogue.db"
_FEW: Final = 1000
_SHARE: Final = 4
_DAYS_KEPT: Final = 3
MOST_RECALLED: Final = 2000
"""Documents of the largest case that is linked anew for a page."""


def catalogue(case: Path, *, progress: Progress = no_progress) -> Path:
    """The file of the catalogue of a case, which holds what the case holds now.

    Raises:
        CaseError: no case stands there.
    """
    path = case / FOLDER / FILE
    with open_case_for_reading(case) as store:
        about = {"head": store.head_of_facts(), "version": VERSION}
        before = _read_about(path)
        if before == about:
            return path
        path.parent.mkdir(exist_ok=True)
        if before.get("version") != VERSION or not _change(path, store, about):
            progress("catalogue", 0, None)
            write_catalogue(
                path,
                Held(
                    about=about,
                    incidents=store.rows("incidents"),
                    claims=store.claims(),
                    documents=store.documents(),
                    digests=_list_digests(store),
                ),
            )
    return path


class CannotRecall(OnrecordError):
    """A case too large to be linked anew while somebody waits for a page."""


def catalogue_past(case: Path, until: date) -> Path:
    """The file of a catalogue of what was known of a case at the end of a day.

    The last few days asked for are kept beside the catalogue of today.

    Raises:
        CaseError: no case stands there.
        CannotRecall: the case is too large.
    """
    path = case / FOLDER / f"known-{until.isoformat()}.db"
    with open_view(case, Looking(until=until)) as view:
        about = {"head": f"{view.store.head_of_facts()} {until}", "version": VERSION}
        if _read_about(path) == about:
            return path
        if len(view.store.document_hashes()) > MOST_RECALLED:
            raise CannotRecall("too many documents to link anew for a page")
        path.parent.mkdir(exist_ok=True)
        write_catalogue(
            path,
            Held(
                about=about,
                incidents=[write_noun(one) for one in view.incidents()],
                claims=view.claims(),
                documents=view.documents(),
            ),
        )
    kept = sorted(path.parent.glob("known-*.db"), key=lambda one: one.stat().st_mtime)
    for old in kept[:-_DAYS_KEPT]:
        for left in ("", "-wal", "-shm"):
            old.with_name(f"{old.name}{left}").unlink(missing_ok=True)
    return path


def _change(path: Path, store: Store, about: Mapping[str, str]) -> bool:
    """Brings a catalogue up to date; false where that is more work than writing it anew."""
    kept, digests = read_kept(path), _list_digests(store)
    records, gone_incidents = kept.find_changed_incidents(store.rows("incidents"))
    changed, gone_documents = kept.find_changed_documents(digests)
    if _is_much(len(records) + len(gone_incidents), of=len(kept.incidents)):
        return False
    if _is_much(len(changed) + len(gone_documents), of=len(digests)):
        return False
    found = [store.document(id) for id in changed]
    held = Held(
        about=about,
        incidents=records,
        claims=(claim for id in changed for claim in store.claims(id)),
        documents=[document for document in found if document is not None],
        digests={id: digests[id] for id in changed},
    )
    change_catalogue(path, held, Gone(incidents=gone_incidents, documents=gone_documents))
    return True


def _is_much(changes: int, *, of: int) -> bool:
    return changes > max(_FEW, of // _SHARE)


def _list_digests(store: Store) -> dict[DocumentId, str]:
    """What changes when a document, its reading or a correction of one of its claims does."""
    readings, corrected = store.readings(), dict[DocumentId, list[str]]()
    for claim in find_corrections(store.decisions()).claims.values():
        corrected.setdefault(claim.document, []).append(write_noun(claim))
    return {
        id: hash_lines(
            [
                sha256,
                readings[id].sha256 if id in readings else "",
                *sorted(corrected.get(id, ())),
            ]
        )
        for id, sha256 in store.document_hashes().items()
    }


def _read_about(path: Path) -> dict[str, str]:
    if not path.is_file():
        return {}
    try:
        with open_catalogue(path) as kept:
            return kept.about()
    except sqlite3.DatabaseError:
        return {}
