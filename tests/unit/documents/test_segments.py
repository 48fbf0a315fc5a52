"""What is title, caption, link, chrome and report in plain text. All texts are invented."""

import pytest
from tests.unit.documents.captured import REPORT, parts, read_text, words_of_kind

from onrecord.model.vocabulary import SegmentKind

BODY = REPORT.split("\n\n")


def _kinds(text: str) -> list[str]:
    return [kind for kind, _ in parts(text)]


def _kind_of(line: str, *, before: str = REPORT) -> str:
    """The kind of a line that stands behind a report."""
    return parts(f"{before}\n\n{line}")[-1][0]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_first_line_without_a_full_stop_is_the_title(gap: str) -> None:
    assert parts(f"Rocket kills seven in Tarvel{gap}{REPORT}")[0] == (
        "title",
        "Rocket kills seven in Tarvel",
    )


def test_a_first_sentence_is_no_title() -> None:
    assert _kinds(REPORT) == ["body", "body"]


def test_a_title_that_the_text_repeats_is_read_once() -> None:
    title = "Rocket kills seven in Tarvel"

    document = read_text(f"{title}\n{title}\n{REPORT}")

    assert words_of_kind(document, SegmentKind.TITLE) == [title]
    assert words_of_kind(document, SegmentKind.BOILERPLATE) == [title]


@pytest.mark.parametrize(
    ("line", "words", "label"),
    [
        (
            "PHOTO: A burnt market in Tarvel after the strike",
            "A burnt market in Tarvel after the strike",
            "PHOTO",
        ),
        (
            "FILE - Rescuers carry a man from a house in Brask",
            "Rescuers carry a man from a house in Brask",
            "FILE",
        ),
        ("A burnt market in Tarvel. (AFP Photo)", "A burnt market in Tarvel.", "AFP Photo"),
        (
            "Smoke over Tarvel on Monday. (Photo: Ana Bel, VNN)",
            "Smoke over Tarvel on Monday.",
            "Photo: Ana Bel, VNN",
        ),
        ("Smoke over Tarvel. [Ana Bel/Getty Images]", "Smoke over Tarvel.", "Ana Bel/Getty Images"),
        ("Smoke over Tarvel Photo: Ana Bel", "Smoke over Tarvel", "Photo: Ana Bel"),
    ],
)
def test_a_caption_is_known_by_its_label_or_credit(line: str, words: str, label: str) -> None:
    document = read_text(f"{line}\n\n{REPORT}")

    (caption,) = [part for part in document.segments if part.kind is SegmentKind.CAPTION]
    assert (document.words_of(caption), caption.label) == (words, label)
    assert words_of_kind(document, SegmentKind.BODY) == BODY


def test_a_dated_scene_near_the_top_is_a_caption() -> None:
    scene = (
        "Plumes of smoke rise over the village of Hask in western Ostren, Varnia, March 4, 2021."
    )

    assert _kinds(f"Smoke over Hask as war goes on\n{scene}\n\n{REPORT}")[:2] == [
        "title",
        "caption",
    ]
    assert _kinds(f"{REPORT}\n\n{REPORT}\n\n{REPORT}\n\n{scene}")[-1] == "body"


@pytest.mark.parametrize(
    "line", ["Photo: Ana Bel, Varnia News", "(Photo: VNN)", "Photo credit: VNN"]
)
def test_a_credit_alone_is_boilerplate(line: str) -> None:
    assert _kind_of(line) == "boilerplate"


def test_the_text_behind_an_image_is_said_twice_and_dropped() -> None:
    text = f"President Oro Velm\nPresident Oro Velm Thinkstock\n\n{REPORT}"

    assert _kinds(text) == ["boilerplate", "boilerplate", "body", "body"]
    assert _kind_of("Mira Dahl Mira Dahl (Family photo)") == "boilerplate"


def test_the_second_copy_of_a_caption_is_dropped() -> None:
    scene = "Police stand near a burnt bus in Tarvel where four people died on Monday."

    assert parts(f"{REPORT}\n\nImage 2 of 9 {scene} {scene}")[-3:] == [
        ("boilerplate", "Image 2 of 9"),
        ("caption", scene),
        ("boilerplate", scene),
    ]


@pytest.mark.parametrize(
    ("line", "words", "dated"),
    [
        ("Varnia Daily, Nov 30: Army Kills Nine in Market Bombing", None, "Nov 30"),
        ("Varnia Daily, 3 May 2019: Another Night of Fire over Brask", None, "3 May 2019"),
        (
            "Read more: Army denies bombing market in Tarvel",
            "Army denies bombing market in Tarvel",
            None,
        ),
        ("ALSO READ: Nine dead in Brask", "Nine dead in Brask", None),
        ("► Related: Nine dead in Brask", "Nine dead in Brask", None),
        ("SEE ALSO | Nine dead in Brask", "Nine dead in Brask", None),
        ("1:37 Nine dead as shells fall on Brask", None, None),
        ("[Nine dead as shells fall on Brask]", None, None),
    ],
)
def test_links_to_other_articles_leave_the_running_text(
    line: str, words: str | None, dated: str | None
) -> None:
    document = read_text(f"{BODY[0]}\n\n{line}\n\n{BODY[1]}")

    (link,) = [part for part in document.segments if part.kind is SegmentKind.RELATED_LINK]
    assert (document.words_of(link), link.dated) == (words or line, dated)
    assert words_of_kind(document, SegmentKind.BODY) == BODY


def test_headlines_under_a_heading_are_links_until_the_report_goes_on() -> None:
    text = f"{BODY[0]}\n\nRELATED STORIES:\nNine dead in Brask\nArmy denies bombing market\n\n{BODY[1]}"

    assert _kinds(text) == ["body", "boilerplate", "related_link", "related_link", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "Tarvel, Nov 30: Shelling killed four people in the market.",
        "Monitors list the attacks, Nov 30: shelling kills four in a market",
        "More than nine people were killed: four of them were children.",
        "Brask, May 3: nine killed by shelling of the market",
    ],
)
def test_a_dated_list_of_attacks_is_no_link(line: str) -> None:
    assert _kind_of(line) == "body"


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "Copyright 2021 Varnia News. All rights reserved.",
        "© 2021 VNN",
        "Share this: Facebook",
        "Facebook | Twitter | Email",
        "Follow us on Twitter",
        "Sign up for our daily newsletter here",
        "Subscribe to our newsletter",
        "We use cookies to give you the best experience.",
        "Did you find a mistake in the article? Report to us",
        "Ana Bel and Tor Lind contributed to this report.",
        "(Reporting by Ana Bel; editing by Tor Lind)",
        "By Ana Bel",
        "ana.bel@varnia.example",
        "Ana Bel is a staff writer for the Tarvel Post. Reach her at 555-0101.",
        "This is a developing story. Check back for updates.",
        "Please enable Javascript to watch this video",
        "https://varnia.example/2021/03/04/market",
        "* * *",
        "Posted: Thursday, March 4, 2021 8:18 PM",
        "Please support us with a donation",
    ],
)
def test_chrome_is_boilerplate(line: str) -> None:
    assert _kind_of(line) == "boilerplate"


@pytest.mark.parametrize(
    "line",
    [
        "Sources say dozens were killed in the raid",
        "Source: Gunmen killed five in Hask",
        "By Tuesday night the dead had been buried in Old Venn.",
        "Share of the dead who were children: 40 percent.",
        "Follow-up strikes killed two rescuers.",
        "Video from the scene shows ten bodies",
        "Photos by residents showed two destroyed houses.",
        "He called for the release of forty prisoners held for immediate exchange.",
        "Ana Bel, a reporter for the Tarvel Post, was wounded in the attack.",
        "Tor Lind is a reporter for the Tarvel Post who was killed in the strike.",
        "Support for the army fell after the attack on the school.",
        "Subscribe to no illusions: the shelling will go on, the mayor said.",
        "Reach of the shells grew: a house 30 km away was hit.",
        "“Help us, they are bombing our homes,” a resident of Hask wrote.",
        "Section 5 of the law protects hospitals from attack.",
        "Nine people were killed by shells, the Copyright Street clinic said.",
        "Dear readers of signs: two shells fell on the market in Brask.",
    ],
)
def test_reporting_is_never_taken_for_chrome(line: str) -> None:
    assert _kind_of(line) in ("body", "update")


def test_an_appeal_to_readers_is_dropped_to_its_last_button() -> None:
    appeal = (
        "A Message from the Tarvel Post:\nDear readers,\nWe need your help to keep our work going.\n"
        "The courts call us agents. We report what we see.\nYour support makes all the difference.\n"
        "Remind me later."
    )

    assert _kinds(f"{REPORT}\n{appeal}") == ["body", "body"] + ["boilerplate"] * 6


def test_a_letter_that_asks_for_nothing_is_kept() -> None:
    assert _kind_of("Dear readers,\nWe saw nine shells fall.") == "body"


def test_an_appeal_ends_where_reporting_goes_on() -> None:
    text = f"Support our journalism\nPlease donate to keep our work free.\n{REPORT}"

    assert _kinds(text)[-2:] == ["body", "body"]


def test_the_tail_of_a_paragraph_is_cut_off() -> None:
    last = f"{BODY[1]} Copyright 2021 Varnia News. All rights reserved."

    assert parts(f"{BODY[0]}\n\n{last}")[1:] == [
        ("body", BODY[1]),
        ("boilerplate", "Copyright 2021 Varnia News. All rights reserved."),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "TARVEL, Varnia (AP) — ",
        "BRASK – ",
        "OLD VENN, Ostren -- ",
        "Tarvel, Varnia (VNA) - ",
        "TARVEL, Varnia (Jan. 25, 2013) – ",
        "TARVEL, Varnia, Sept 7 (Reuters) - ",
    ],
)
def test_a_dateline_is_taken_off_and_kept_as_label(line: str) -> None:
    document = read_text(f"{line}{BODY[0]}\n\n{BODY[1]}")

    assert words_of_kind(document, SegmentKind.BODY) == BODY
    first = document.segments[1]
    assert first.label is not None
    assert line.startswith(first.label)


@pytest.mark.parametrize("line", ["GUNMEN KILL NINE - POLICE SAY", "ARMY BOMBS MARKET — nine dead"])
def test_a_headline_in_capitals_is_no_dateline(line: str) -> None:
    assert parts(f"{line}\n\n{REPORT}")[0] == ("title", line)


def test_the_header_of_a_release_is_boilerplate_and_names_its_issuer() -> None:
    text = (
        "Forces strike camp in Kelvash\nVarnian Joint Command - Ostren\n2011-08-S-042\n"
        f"For Immediate Release\n\nTARVEL, Varnia (Aug. 15) – {REPORT}"
    )

    document = read_text(text)

    kinds = [part.kind.value for part in document.segments]
    assert kinds == ["title"] + ["boilerplate"] * 4 + ["body", "body"]
    assert document.publisher == "Varnian Joint Command - Ostren"
    assert document.how_known["publisher"] == "release header"
