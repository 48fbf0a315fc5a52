"""A catalogue's file → a connection for reading, which knows distances."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from onrecord.store.nearness import teach_distance

# A connection serves one request: what earlier ones read is found in the memory of the system.
_MAPPED: Final = 1 << 31


@contextmanager
def open_connection(path: Path) -> Iterator[sqlite3.Connection]:
    """The database in that file, for reading as it stands at this moment.

    In a folder that cannot be written to nobody changes it either.
    """
    how = "mode=ro" if os.access(path.parent, os.W_OK) else "immutable=1"
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?{how}", uri=True)
    try:
        connection.execute(f"pragma mmap_size = {_MAPPED}")
        teach_distance(connection)
        connection.execute("begin")
        yield connection
    finally:
        connection.close()
