"""Copied paragraphs: found across wraps, rewriting and length, and dated by publication."""

import time
from datetime import date, timedelta
from functools import cache

import numpy as np
from tests.builders import a_document

from onrecord.incidents.copies import find_copies, match_passages
from onrecord.model.document import Dating, Document, Segment
from onrecord.model.identity import DocumentId
from onrecord.model.incident import Copy
from onrecord.model.vocabulary import DatePrecision, SegmentKind

LETTERS = "bdfgklmnprstvz"
FIRST = (
    "Shells fell on the grain market of Tarvel shortly before noon on Thursday and killed seven "
    "people who had come to sell their harvest, the Ostren Monitor said in its evening note."
)
OTHER = (
    "The council of Dorvo has asked the ministry for bread and fuel because the only road to the "
    "valley has been closed by snow for three weeks and the bakery has no flour left at all."
)


def published(day: str) -> Dating:
    on = date.fromisoformat(day)
    return Dating(from_=on, to=on, precision=DatePrecision.DAY, how="user")


def copies(*documents: Document) -> tuple[Copy, ...]:
    return find_copies(match_passages({document.id: document for document in documents}))


def a_text(id: str, text: str, day: str = "2021-03-05", **more: object) -> Document:
    return a_document(text, id=DocumentId(id), published=published(day), **more)


@cache
def vocabulary() -> tuple[tuple[str, ...], tuple[float, ...]]:
    """Invented words with the uneven frequencies of a language."""
    chance = np.random.default_rng(1)
    syllables = [consonant + vowel for consonant in LETTERS for vowel in "aeiou"]
    made = tuple("".join(chance.choice(syllables, size=n % 3 + 1)) for n in range(4000))
    weights = np.array([1 / (rank + 3) for rank in range(len(made))])
    return made, tuple(weights / weights.sum())


def make_words(chance: np.random.Generator, many: int) -> list[str]:
    words, weights = vocabulary()
    return [words[n] for n in chance.choice(len(words), size=many, p=weights)]


def rewrite(chance: np.random.Generator, words: list[str], share: float) -> list[str]:
    many = int(share * len(words))
    changed = set(chance.choice(len(words), size=many, replace=False).tolist())
    new = iter(make_words(chance, many))
    return [next(new) if n in changed else word for n, word in enumerate(words)]


def test_a_paragraph_without_credit_is_found_and_dated_by_publication() -> None:
    (copy,) = copies(a_text("b", f"{OTHER}\n\n{FIRST}"), a_text("a", FIRST, "2021-03-06"))

    assert (copy.earlier, copy.later) == ("b", "a")
    assert (copy.start, copy.end) == (0, len(FIRST))
    assert copy.containment == 1


def test_hard_wraps_case_and_quotes_do_not_matter() -> None:
    wrapped = "\n".join(FIRST.upper().replace("TARVEL", "‘TARVEL’").split(" "))

    assert len(copies(a_text("a", FIRST), a_text("b", wrapped))) == 1


def test_different_paragraphs_are_no_copies() -> None:
    assert copies(a_text("a", FIRST), a_text("b", OTHER)) == ()


def test_a_changed_figure_leaves_a_copy_just_below_one() -> None:
    (copy,) = copies(a_text("a", FIRST), a_text("b", FIRST.replace("seven", "9")))

    assert 0.6 <= copy.containment < 1


def test_fewer_than_twenty_words_match_only_as_a_whole_text() -> None:
    short = "Shells fell on the grain market of Tarvel on Thursday."

    assert len(copies(a_text("a", short), a_text("b", short))) == 1
    assert copies(a_text("a", short), a_text("b", short.replace("grain", "cloth"))) == ()


def test_links_and_boilerplate_are_no_copies() -> None:
    segments = (Segment(kind=SegmentKind.BOILERPLATE, start=0, end=len(FIRST)),)

    assert copies(a_text("a", FIRST), a_text("b", FIRST, segments=segments)) == ()


def test_unknown_publication_counts_as_later() -> None:
    undated = a_document(FIRST, id=DocumentId("a"), published=None)
    (copy,) = copies(undated, a_text("b", FIRST))

    assert (copy.earlier, copy.later) == ("b", "a")


def test_a_hundred_outlets_of_one_agency_all_copy_the_earliest() -> None:
    found = copies(*(a_text(f"d{n:03}", FIRST) for n in range(100)))

    assert {copy.earlier for copy in found} == {"d000"}
    assert len(found) == 99


def test_light_rewriting_is_found_with_high_recall_and_no_false_copy() -> None:
    chance = np.random.default_rng(7)
    documents, planted = [], 200
    for n in range(planted):
        words = make_words(chance, int(chance.integers(25, 90)))
        noise = " ".join(make_words(chance, 120)) + "."
        brief = " ".join(rewrite(chance, words, 0.3)) + "."
        documents.append(a_text(f"a{n:03}", " ".join(words) + "."))
        documents.append(a_text(f"b{n:03}", f"{noise}\n\n{brief}", "2021-03-06"))
    found = {(copy.earlier, copy.later) for copy in copies(*documents)}
    right = {pair for pair in found if pair[0][1:] == pair[1][1:]}

    assert len(right) >= 0.95 * planted
    assert found == right


def test_a_brief_inside_a_feature_of_one_block_is_found() -> None:
    chance = np.random.default_rng(11)
    documents, planted = [], 100
    for n in range(planted):
        words = make_words(chance, 30)
        around = [make_words(chance, 200), make_words(chance, 200)]
        feature = " ".join([*around[0], *rewrite(chance, words, 0.1), *around[1]])
        documents.append(a_text(f"a{n:03}", " ".join(words)))
        documents.append(a_text(f"b{n:03}", feature, "2021-03-06"))
    found = {(copy.earlier[1:], copy.later[1:]) for copy in copies(*documents)}

    assert sum(one == other for one, other in found) >= 0.95 * planted


def test_a_thousand_documents_take_about_a_second() -> None:
    chance = np.random.default_rng(3)
    day = date(2021, 1, 1)
    words = make_words(chance, 300_000)
    documents = [
        a_text(
            f"d{n:04}",
            "\n\n".join(
                " ".join(words[n * 300 + m : n * 300 + m + 60]) + "." for m in range(0, 300, 60)
            ),
            (day + timedelta(days=n % 300)).isoformat(),
        )
        for n in range(1000)
    ]
    began = time.perf_counter()
    copies(*documents)

    assert time.perf_counter() - began < 10
