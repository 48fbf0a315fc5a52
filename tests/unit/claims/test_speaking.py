"""Who says a claim, by the speaker that it gets in the end."""

import pytest
from tests.builders import a_document

from onrecord.claims import make_reader
from onrecord.claims.reader import Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    return make_reader()


def voices(reader: Reader, text: str, **given: str) -> dict[str, str | None]:
    claims = reader.read(a_document(text=text, **given))
    return {claim.quote: claim.originator for claim in claims}


def voice_of(reader: Reader, text: str, words: str, **given: str) -> str | None:
    found = [who for quote, who in voices(reader, text, **given).items() if words in quote]
    assert found, f"nothing read of {words!r}"
    return found[0]


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("The health office revised its count: six people were killed in the raid.", "six", "health office"),
        ("Two herders died, a rescue group said, and four people were missing.", "four", "rescue group"),
        ("The toll of the raid rose to 12 killed, up from eight, Governor Ivo Tarn said.", "12", "Ivo Tarn"),
        ("[15:47] Valley radio: “Nine people were killed in the raid.”", "Nine", "Valley radio"),
        ("The governor, whose office said that six people were killed in the raid, left.", "six", "governor"),
    ],
)  # fmt: skip
def test_the_speaker_is_found_wherever_the_sentence_names_it(
    reader: Reader, text: str, words: str, who: str
) -> None:
    assert who in str(voice_of(reader, text, words))


def test_they_are_the_described_speakers_before(reader: Reader) -> None:
    text = "Nine people were killed in the raid, police said. A soldier was also killed, they said."

    assert voice_of(reader, text, "soldier") == "police"


def test_nobody_speaks_for_a_denied_subject(reader: Reader) -> None:
    text = "A bomb killed nine people in Vellin. No group has said it was behind the attack."

    assert "No group" not in voices(reader, text).values()


def test_a_publisher_that_names_itself_speaks_in_its_own_voice(reader: Reader) -> None:
    text = "The Observatory recorded 44 civilian deaths in September."
    claims = reader.read(a_document(text=text, publisher="Ostren Observatory for Civilians"))

    assert {claim.originator for claim in claims} <= {None, "Ostren Observatory for Civilians"}


def test_a_ministry_s_own_page_tells_of_its_own_deeds(reader: Reader) -> None:
    text = "Our aircraft struck a depot near Vellin on Monday, killing twelve militants."
    claims = reader.read(a_document(text=text, publisher="Quorvian Ministry of Defence"))
    parties = {(one.name, one.role.value) for claim in claims for one in claim.parties}

    assert ("Quorvian Armed Forces", "perpetrator") in parties


def test_whoever_denies_is_the_one_accused(reader: Reader) -> None:
    text = (
        "The Quorvian army denied allegations by the Ostren Monitor that shells killed six people"
        " in Vellin."
    )
    claims = reader.read(a_document(text=text))
    accused = {one.name for claim in claims for one in claim.parties}

    assert "Quorvian Armed Forces" in accused


def test_a_party_of_a_text_in_capitals_stands_as_it_is_written(reader: Reader) -> None:
    text = (
        "The Varosi Army Said It Had Hit A Command Node And That Its Aircraft Had Bombed The Camp"
    )
    claims = reader.read(a_document(text=f"{text}.\nEnd."))

    written = [p for claim in claims for p in claim.parties if p.start is not None]
    assert all(p.text == f"{text}.\nEnd."[p.start : p.end] for p in written)
