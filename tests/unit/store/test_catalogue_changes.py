"""A catalogue that was changed step by step holds what one written at once holds."""

import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.builders import a_claim, a_document
from tests.unit.store.test_catalogue import a_record

from onrecord.model.claim import Claim
from onrecord.model.identity import DocumentId
from onrecord.store.catalogue import Held, write_catalogue
from onrecord.store.catalogue_changes import Gone, change_catalogue, read_kept

# One text of all that is kept: rows by what they say, whatever numbers they got.
_QUERIES = (
    "select id, title, killed_min, documents, digest from incidents order by id",
    "select party, id, parties.core from parties join incidents on number = incident order by 1, 2",
    "select alias, id from aliases order by alias",
    "select document, id from held join incidents on number = incident order by 1, 2",
    "select claims.id, document, ordinal, incidents.id from claims"
    " left join incidents on incidents.number = incident order by 1",
    "select id, title, claims, incidents, digest from documents order by id",
    "select said, forms, id from incident_words join incidents on number = incident_words.rowid"
    " order by id",
    "select said, forms, id from document_words join documents on number = document_words.rowid"
    " order by id",
    "select said, forms, id from claim_words join claims on number = claim_words.rowid order by id",
    "select count(*) from incident_words",
    "select count(*) from document_words",
    "select count(*) from claim_words where claim_words match 'told'",
    "select key, value from about order by key",
)


@dataclass(frozen=True)
class State:
    """A case at one moment: the version of each document, and which documents tell of an incident."""

    documents: Mapping[str, int] = field(default_factory=dict)
    incidents: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def digests(self) -> dict[DocumentId, str]:
        return {DocumentId(id): str(version) for id, version in self.documents.items()}

    @property
    def records(self) -> list[str]:
        return [
            a_record(
                id,
                title=f"{id} told in {len(told)}",
                documents=sorted(told),
                claims=[f"c-{document}" for document in sorted(told)],
                aliases=[f"{id}-old"],
            )
            for id, told in sorted(self.incidents.items())
        ]

    def list_claims(self, document: str) -> Iterator[Claim]:
        quote = f"told {self.documents[document]}"
        yield a_claim(quote=quote, id=f"c-{document}", document=document)

    def hold(self, documents: list[DocumentId], records: list[str]) -> Held:
        return Held(
            about={"head": str(sorted(self.documents.items()))},
            incidents=records,
            claims=(claim for id in documents for claim in self.list_claims(id)),
            documents=[a_document(id=id, text=f"version {self.documents[id]}") for id in documents],
            digests={id: self.digests[id] for id in documents},
        )


@st.composite
def states(draw: st.DrawFn) -> State:
    documents = draw(st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 1)))
    homes = {id: draw(st.sampled_from(["i-1", "i-2", "i-3", None])) for id in sorted(documents)}
    incidents = {
        home: frozenset(id for id, there in homes.items() if there == home)
        for home in sorted({home for home in homes.values() if home is not None})
    }
    return State(documents, incidents)


@settings(max_examples=60, deadline=None)
@given(st.lists(states(), min_size=2, max_size=5))
def test_a_changed_catalogue_holds_what_one_written_at_once_holds(steps: list[State]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        changed, whole = Path(folder) / "changed.db", Path(folder) / "whole.db"
        write_all(changed, steps[0])
        for state in steps[1:]:
            kept = read_kept(changed)
            records, gone_incidents = kept.find_changed_incidents(state.records)
            documents, gone_documents = kept.find_changed_documents(state.digests)
            gone = Gone(incidents=gone_incidents, documents=gone_documents)
            change_catalogue(changed, state.hold(documents, records), gone)
            write_all(whole, state)
            assert dump(changed) == dump(whole)


def test_what_did_not_change_is_not_written_again() -> None:
    state = State({"a": 0, "b": 0}, {"i-1": frozenset("a"), "i-2": frozenset("b")})
    later = State({"a": 0, "b": 1}, {"i-1": frozenset("a"), "i-3": frozenset("b")})
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kept.db"
        write_all(path, state)
        kept = read_kept(path)

    assert kept.find_changed_documents(later.digests) == (["b"], ["b"])
    assert kept.find_changed_incidents(later.records) == (later.records[1:], ["i-2"])


def write_all(path: Path, state: State) -> None:
    write_catalogue(path, state.hold([DocumentId(id) for id in state.documents], state.records))


def dump(path: Path) -> list[list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as connection:
        return [connection.execute(query).fetchall() for query in _QUERIES]
