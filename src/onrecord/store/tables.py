"""Facts and views → tables: what a case's database holds, for any SQL engine.

Facts (ledger to gazetteers) are entered once, each with the ledger entry `seq` that accounts for
it. Views can be dropped and made again from facts by versioned methods.
"""

from collections.abc import Mapping
from typing import Final

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

SCHEMA_VERSION: Final = 1

metadata = MetaData()


def _seq(*, primary: bool = False) -> Column[int]:
    return Column("seq", Integer, ForeignKey("ledger.seq"), primary_key=primary, nullable=False)


schema = Table("schema", metadata, Column("version", Integer, primary_key=True))

ledger = Table(
    "ledger",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", String, nullable=False),
    Column("by", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("payload", Text, nullable=False),
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False, unique=True),
)

originals = Table(
    "originals",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("size", Integer, nullable=False),
    _seq(),
)

# Bytes, not text: a lone surrogate of a broken source has no place in an SQL string.
texts = Table(
    "texts",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("text", LargeBinary, nullable=False),
    _seq(),
)

documents = Table(
    "documents",
    metadata,
    Column("id", String, primary_key=True),
    Column("original", String(64), ForeignKey("originals.sha256"), nullable=False, index=True),
    Column("text", String(64), ForeignKey("texts.sha256"), nullable=False),
    Column("record", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    _seq(),
)

custody = Table(
    "custody",
    metadata,
    _seq(primary=True),
    Column("path", String, nullable=False),
    Column("original", String(64), ForeignKey("originals.sha256"), nullable=False),
    Column("document", String, ForeignKey("documents.id"), nullable=False, index=True),
    Column("told", Text),
    Index("custody_path", "path", "original"),
)

readings = Table(
    "readings",
    metadata,
    Column("document", String, ForeignKey("documents.id"), primary_key=True),
    Column("document_sha256", String(64), nullable=False),
    Column("method", String, nullable=False),
    Column("sha256", String(64), nullable=False),
    _seq(),
)

claims = Table(
    "claims",
    metadata,
    Column("id", String, primary_key=True),
    Column("document", String, ForeignKey("readings.document"), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("record", Text, nullable=False),
    UniqueConstraint("document", "ordinal"),
)

failures = Table(
    "failures",
    metadata,
    _seq(primary=True),
    Column("stage", String, nullable=False),
    Column("item", String, nullable=False),
    Column("record", Text, nullable=False),
    Column("method", String, nullable=False),
    Index("failures_item", "item"),
)

decisions = Table(
    "decisions",
    metadata,
    Column("id", String, primary_key=True),
    Column("record", Text, nullable=False),
    _seq(),
)

remarks = Table(
    "remarks",
    metadata,
    Column("id", String, primary_key=True),
    Column("record", Text, nullable=False),
    _seq(),
)

gazetteers = Table(
    "gazetteers",
    metadata,
    Column("original", String(64), ForeignKey("originals.sha256"), primary_key=True),
    Column("name", String, nullable=False),
    _seq(),
)

views = Table(
    "views",
    metadata,
    Column("name", String, primary_key=True),
    Column("inputs", String(64), nullable=False),
    _seq(),
)


def _view(name: str) -> Table:
    return Table(
        name,
        metadata,
        Column("ordinal", Integer, primary_key=True, autoincrement=False),
        Column("id", String, nullable=False, index=True),
        Column("record", Text, nullable=False),
        Column("sha256", String(64), nullable=False),
    )


VIEWS: Final[Mapping[str, Mapping[str, Table]]] = {
    "linking": {
        name: _view(name)
        for name in (
            "clusters",
            "linked_asides",
            "utterances",
            "copies",
            "candidates",
            "weights",
            "relations",
        )
    },
    "tallying": {
        name: _view(name) for name in ("incidents", "tallies", "sums", "asides", "refusals")
    },
}
