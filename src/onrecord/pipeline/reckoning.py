"""A case → linked and counted anew while others read it and go on deciding.

Linking and counting are worked out from the case as it stands at one moment, without holding it;
only writing them takes the case for itself. Both views say what they were made from, so that what
was entered meanwhile is seen and worked in next.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from onrecord.model.identity import Sha256
from onrecord.pipeline.keeping import write_linking, write_tallying
from onrecord.pipeline.linking import VIEW as LINKING
from onrecord.pipeline.linking import documents_by_id, inputs_of_linking, work_out_linking
from onrecord.pipeline.report import utc_now
from onrecord.pipeline.rooms import Rooms
from onrecord.pipeline.spreading import without_pauses
from onrecord.pipeline.tallying import VIEW as TALLYING
from onrecord.pipeline.tallying import inputs_of_tallying, tally_incidents, weigh_and_count
from onrecord.store.case import open_case, open_case_for_reading
from onrecord.store.protocol import Row, Store

_PATIENCE_S: Final = 120.0
_TELLING: Final = frozenset({"decision", "view"})

_Views = dict[str, tuple[Sha256, dict[str, list[Row]]]]


def reckon(case: Path, *, by: str, rooms: Rooms, clock: Callable[[], str] = utc_now) -> bool:
    """Brings the views of a case up to what stands in it now; false if they were that already.

    What is entered while it works is not in them: call it again.

    Raises:
        CaseError: no case stands there, or another process writes to it for very long.
    """
    with open_case_for_reading(case) as store:
        if is_reckoned(store, rooms):
            return False
        with without_pauses():
            views = _work_out(store, rooms)
    writing = open_case(case, by=by, clock=clock, patience_s=_PATIENCE_S)
    with writing as store, store.transaction():
        for name, (inputs, rows) in views.items():
            store.put_view(name, inputs, rows)
    return True


def is_reckoned(store: Store, rooms: Rooms) -> bool:
    """Whether the incidents of a case hold all that was entered."""
    return store.view_inputs(TALLYING) == inputs_of_tallying(store, rooms)


def awaits_counting(store: Store) -> bool:
    """Whether a decision was entered after the incidents were last counted."""
    kinds = (entry.kind for entry in store.ledger_backwards() if entry.kind in _TELLING)
    return next(kinds, "view") == "decision"


def _work_out(store: Store, rooms: Rooms) -> _Views:
    claims, documents = list(store.claims()), documents_by_id(store)
    linking = work_out_linking(store, claims, documents, rooms=rooms)
    incidents = weigh_and_count(linking, documents, rooms=rooms, decisions=store.decisions())
    tallied = tally_incidents(claims, incidents, linking.copies, rooms=rooms)
    return {
        LINKING: (inputs_of_linking(store, rooms), write_linking(linking)),
        TALLYING: (inputs_of_tallying(store, rooms), write_tallying(tallied)),
    }
