"""Paragraphs of a text: blank lines part them, hard wraps do not."""

import pytest

from onrecord.documents.blocks import find_blocks

WRAPPED = (
    "TARVEL, Varnia - Seven people were killed on Thursday when a rocket\n"
    "hit a house in the eastern quarter of the town, rescuers said, and\n"
    "fifteen others were injured. Neighbours dug through the rubble with\n"
    "their hands.\n"
    "   The army did not comment. It had said a day earlier that it would\n"
    "go on striking what it calls positions of armed groups in the whole\n"
    "of the province of Ostren.\n"
)


def _paragraphs(text: str) -> list[str]:
    return [text[block.start : block.end] for block in find_blocks(text)]


def test_lines_are_paragraphs_unless_they_are_torn() -> None:
    assert _paragraphs("First line.\nSecond line.\r\n\r\n  Third.\n") == [
        "First line.",
        "Second line.",
        "Third.",
    ]


def test_a_line_that_goes_on_in_small_letters_is_one_paragraph() -> None:
    text = "The army rejected what the monitors of Ostren had said\nin their report.\nIt gave no reason."

    assert _paragraphs(text) == [text[: text.index("\nIt")], "It gave no reason."]
    assert find_blocks(text)[0].wraps == (text.index("\n"),)


def test_hard_wrapped_copy_is_brought_together() -> None:
    first, second = _paragraphs(WRAPPED)

    assert first.startswith("TARVEL")
    assert first.endswith("their hands.")
    assert second.startswith("The army")
    assert second.endswith("Ostren.")


def test_lists_are_not_brought_together() -> None:
    text = "\n".join(f"- a shell hit the house of family number {n} in Old Venn" for n in range(5))

    assert len(_paragraphs(text)) == 5


def test_wide_spaces_after_a_sentence_part_paragraphs() -> None:
    text = "Seven people were killed in Tarvel.   The army did not comment.   Rescuers left."

    assert _paragraphs(text) == [
        "Seven people were killed in Tarvel.",
        "The army did not comment.",
        "Rescuers left.",
    ]


@pytest.mark.parametrize("text", ["word " * 20_000, "Seven died. " * 9_000, "x" * 50_000])
def test_an_endless_paragraph_is_cut(text: str) -> None:
    blocks = find_blocks(text)

    assert max(block.end - block.start for block in blocks) <= 8_000
    assert "".join(_paragraphs(text)).replace(" ", "") == text.replace(" ", "")
