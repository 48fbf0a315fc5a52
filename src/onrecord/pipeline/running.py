"""Everything in order: ingest, extract, link, tally."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.model.failure import CaseError
from onrecord.pipeline.extracting import extract
from onrecord.pipeline.ingesting import ingest
from onrecord.pipeline.linking import link
from onrecord.pipeline.report import Progress, Report, no_progress
from onrecord.pipeline.rooms import Rooms
from onrecord.pipeline.tallying import tally
from onrecord.store.protocol import Store


class NoGazetteer(CaseError):
    """A gazetteer that cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a run is asked to do; `jobs=None` uses as many processes as help."""

    paths: Sequence[Path]
    gazetteers: Sequence[Path] = ()
    jobs: int | None = None


def run(
    store: Store, order: Order, *, rooms: Rooms, progress: Progress = no_progress
) -> tuple[Report, ...]:
    """Does all steps that something new makes necessary; a second run adds nothing."""
    add_gazetteers(store, order.gazetteers)
    return (
        ingest(store, order.paths, rooms=rooms, progress=progress),
        extract(store, rooms=rooms, jobs=order.jobs, progress=progress),
        link(store, rooms=rooms, progress=progress),
        tally(store, rooms=rooms, progress=progress),
    )


def add_gazetteers(store: Store, paths: Sequence[Path]) -> None:
    """Keeps gazetteers in the case; later readings know their places.

    Raises:
        NoGazetteer: a file cannot be read.
    """
    for path in paths:
        try:
            content = path.read_bytes()
        except OSError as error:
            raise NoGazetteer(f"{path}: {error.strerror}: check the path") from error
        with store.transaction():
            store.add_gazetteer(path.name, content)
