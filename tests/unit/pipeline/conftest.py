"""One reader for all tests that read a text alone: its parser takes a second to load."""

import json
from collections.abc import Callable
from typing import TypeAlias

import pytest

from onrecord.claims import make_reader
from onrecord.documents import read_document
from onrecord.model.failure import Failed
from onrecord.model.incident import Incident
from onrecord.model.vocabulary import Harm
from onrecord.pipeline.reading import read_alone
from onrecord.pipeline.real_rooms import real_rooms
from onrecord.pipeline.rooms import Reader

ReadHarm: TypeAlias = Callable[..., int | None]


@pytest.fixture(scope="session")
def reader() -> Reader:
    return make_reader(())


@pytest.fixture(scope="session")
def main_incident(reader: Reader) -> Callable[[str], Incident | None]:
    """The incident that a text is mainly about."""

    def read(text: str) -> Incident | None:
        rooms = real_rooms()
        line = json.dumps({"id": "one", "text": text, "published_date": "2019-05-07"})
        captured = rooms.capture_line(line.encode(), shown="one")
        assert not isinstance(captured, Failed)
        document = read_document(captured)
        reading = read_alone(document, reader=reader, rooms=rooms)
        return reading.incidents[0] if reading.incidents else None

    return read


@pytest.fixture(scope="session")
def count_harmed(main_incident: Callable[[str], Incident | None]) -> ReadHarm:
    """The best figure, else the least, of a text's main incident; `None` if it gives none."""

    def count(text: str, harm: Harm = Harm.KILLED) -> int | None:
        incident = main_incident(text)
        value = incident.counting.by_harm.get(harm) if incident is not None else None
        if value is None:
            return None
        return value.best if value.best is not None else value.min

    return count
