"""Promise: a case cut off while it was made says so; one that was emptied is a fault."""

from pathlib import Path

import pytest
from sqlalchemy import insert

from onrecord.model.failure import CaseError
from onrecord.store import tables
from onrecord.store.case import open_case_for_reading
from onrecord.store.sqlite import open_engine


def a_bare_case(folder: Path) -> Path:
    """Tables and schema are there, and no row: where a kill can leave it."""
    folder.mkdir()
    engine = open_engine(folder / "case.db", writing=True)
    with engine.connect() as connection, connection.begin():
        tables.metadata.create_all(connection)
        connection.execute(insert(tables.schema).values(version=tables.SCHEMA_VERSION))
    engine.dispose()
    return folder


def test_a_case_without_a_row_was_cut_off(tmp_path: Path) -> None:
    case = a_bare_case(tmp_path / "case")

    with (
        pytest.raises(CaseError, match="cut off before anything was kept"),
        open_case_for_reading(case),
    ):
        pass
