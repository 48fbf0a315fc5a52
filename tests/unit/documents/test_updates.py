"""Updates of one file are read in the order of their stamps. All texts are invented."""

import pytest
from tests.unit.documents.captured import REPORT, read_text

from onrecord.documents.stamps import find_label, read_stamp
from onrecord.model.vocabulary import SegmentKind


def _in_order(text: str) -> list[tuple[str, int | None, str]]:
    document = read_text(text)
    parts = [part for part in document.segments if part.kind is not SegmentKind.BOILERPLATE]
    parts.sort(key=lambda part: part.order)
    return [(part.kind.value, part.stamp, document.words_of(part)[:12]) for part in parts]


def test_the_newest_update_at_the_top_comes_after_the_original() -> None:
    text = (
        "UPDATE 1900 GMT: The army now denies that it hit the market.\n\n\n"
        "ORIGINAL ENTRY: Nine people were killed in Brask.\n\nRescuers were digging.\n"
    )

    assert _in_order(text) == [
        ("body", None, "Nine people "),
        ("body", None, "Rescuers wer"),
        ("update", 1140, "The army now"),
    ]


def test_the_label_is_outside_and_kept() -> None:
    document = read_text("UPDATE 1900 GMT: The army denies it.\n\nORIGINAL ENTRY: Nine died.\n")

    update = next(part for part in document.segments if part.kind is SegmentKind.UPDATE)
    assert update.label == "UPDATE 1900 GMT"
    assert document.words_of(update) == "The army denies it."


def test_a_live_blog_is_ordered_by_time_over_midnight() -> None:
    text = (
        "Shells fall on Brask: live\n\n"
        "00:40 GMT: The fire is out.\n\n"
        "23:10 GMT: Nine are dead.\n\n"
        "22:30 GMT: Shells fall on the market.\n"
    )

    assert _in_order(text) == [
        ("title", None, "Shells fall "),
        ("update", 1350, "Shells fall "),
        ("update", 1390, "Nine are dea"),
        ("update", 1480, "The fire is "),
    ]


def test_entries_in_the_order_of_time_stay_so() -> None:
    text = "9:15 a.m.\nShells fall.\n11 a.m.\nNine are dead.\n2:30 p.m.\nThe army denies it.\n"

    assert [stamp for _, stamp, _ in _in_order(text)] == [555, 660, 870]


def test_dated_updates_are_ordered_by_day() -> None:
    text = (
        "UPDATE @ 9:00 a.m. (Nov. 8)\nA tenth man died.\n\nUPDATE @ 11:24 p.m. (Nov. 7)\n"
        "Nine are dead.\n\nFIRST REPORT\nShells fall on Brask.\n"
    )

    assert _in_order(text) == [
        ("body", None, "Shells fall "),
        ("update", 1404, "Nine are dea"),
        ("update", 1980, "A tenth man "),
    ]


def test_one_update_at_the_top_ends_with_its_paragraph() -> None:
    text = f"UPDATE, Tuesday: A tenth man has died.\n\n{REPORT}"

    kinds = [kind for kind, _, _ in _in_order(text)]

    assert kinds == ["body", "body", "update"]


def test_one_update_at_the_foot_comes_last() -> None:
    text = f"{REPORT}\n\nUPDATE: A tenth man has died.\n"

    assert [kind for kind, _, _ in _in_order(text)] == ["body", "body", "update"]


def test_a_lone_time_is_a_posting_line() -> None:
    assert [kind for kind, _, _ in _in_order(f"8:10 a.m.\n\n{REPORT}")] == ["body", "body"]


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("UPDATE 1900 GMT: The army", "update_label"),
        ("UPDATE, Tuesday: The army", "update_label"),
        ("[UPDATE 8/2/16 @ 7:05p.m.]", "update_label"),
        ("Saturday 12:49 p.m. UPDATE", "update_label"),
        ("UPDATE (Feb. 24, 2017 4:30 p.m.):", "update_label"),
        ("14:35 GMT – The army", "update_label"),
        ("Posted at 09.12", "time_label"),
        ("ORIGINAL ENTRY: Nine", "original_label"),
        ("Original story (11:45 p.m. Saturday)", "original_label"),
        ("Earlier: Nine", "original_label"),
    ],
)
def test_labels_are_known(line: str, rule: str) -> None:
    found = find_label(line)

    assert found is not None
    assert found.rule == rule


@pytest.mark.parametrize(
    "line",
    [
        "Updates on the shelling will follow.",
        "9:15 a.m. Tuesday was when the shells fell.",
        "At 14:35 nine shells fell.",
        "Update the lists of the dead, the mayor asked.",
        "Earlier this week nine people died: four were children.",
        "Previously unseen footage shows the strike.",
        "1:37",
    ],
)
def test_sentences_are_no_labels(line: str) -> None:
    assert find_label(line) is None


def test_stamps_say_what_their_words_say() -> None:
    assert read_stamp("UPDATE 1900 GMT").minutes == 1140
    assert read_stamp("UPDATE @ 7:05 p.m.").minutes == 1145
    assert read_stamp("12:10 a.m.").minutes == 10
    assert read_stamp("noon").minutes == 720
    assert read_stamp("UPDATE, Tuesday").weekday == 1
    assert read_stamp("UPDATE").minutes is None
    assert read_stamp("UPDATE 99:99").minutes is None
    earlier, later = read_stamp("UPDATE 11/28 8 p.m."), read_stamp("UPDATE (Nov. 29)")
    assert earlier.day is not None
    assert later.day == earlier.day + 1
