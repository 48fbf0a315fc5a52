"""Laws of the ledger: it chains whatever is entered, and every change to it shows."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.identity import Sha256
from onrecord.model.ledger import LedgerEntry
from onrecord.store.chain import BEGINNING, continue_chain, hash_entry, write_record

WORDS = st.text(max_size=30)
PAYLOADS = st.recursive(
    st.none() | st.booleans() | st.integers() | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=8,
)


def a_chain(payloads: list[object]) -> list[LedgerEntry]:
    entries: list[LedgerEntry] = []
    for payload in payloads:
        last = entries[-1] if entries else None
        entries.append(
            continue_chain(last, at="2024-01-01T00:00:00Z", by="tester", kind="x", payload=payload)
        )
    return entries


@given(st.lists(PAYLOADS, max_size=6))
def test_every_entry_follows_the_one_before(payloads: list[object]) -> None:
    entries = a_chain(payloads)

    assert [entry.seq for entry in entries] == list(range(1, len(entries) + 1))
    assert [entry.previous for entry in entries] == [
        BEGINNING,
        *(entry.hash for entry in entries),
    ][: len(entries)]
    assert all(hash_entry(entry) == entry.hash for entry in entries)


@given(
    PAYLOADS, st.sampled_from(["seq", "at", "by", "kind", "payload", "previous"]), WORDS, st.data()
)
def test_a_change_to_any_field_changes_the_hash(
    payload: object, name: str, word: str, data: st.DataObject
) -> None:
    entry = a_chain([payload])[0]
    value: object = word
    if name == "seq":
        value = data.draw(st.integers(min_value=2))
    if name == "previous":
        value = Sha256("1" * 64)
    changed = replace(entry, **{name: value})  # type: ignore[arg-type]

    assert (hash_entry(changed) == entry.hash) == (changed == entry)


@given(PAYLOADS)
def test_a_record_is_one_line_that_any_database_can_keep(payload: object) -> None:
    line = write_record(payload)

    assert "\n" not in line
    assert line.encode("utf-8")


@given(st.text(alphabet=st.characters(categories=["Cs", "Lu"]), min_size=1))
def test_half_a_character_pair_leaves_as_its_escape_and_comes_back(words: str) -> None:
    import json

    line = write_record([words])

    assert line.encode("utf-8")
    assert json.loads(line) == [words] or _joined(words)


def _joined(words: str) -> bool:
    """Whether two halves stand side by side: JSON reads them as the one character they are."""
    return words.encode("utf-16", "surrogatepass").decode("utf-16", "replace") != words
