"""Who answers what within a document, read by the whole reader."""

import json
from pathlib import Path

import pytest

from onrecord.claims import make_reader
from onrecord.claims.accused import publisher_voice
from onrecord.claims.naming import read_naming
from onrecord.claims.reader import Reader
from onrecord.documents import read_document
from onrecord.model.claim import Claim
from onrecord.model.failure import Failed
from onrecord.model.vocabulary import ClaimType, SpeakerKind
from onrecord.pipeline.real_rooms import real_rooms


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    places: Path = tmp_path_factory.mktemp("places") / "PLACES.csv"
    places.write_text("name,alternate_names,lat,lon,admin1,country,population\n", encoding="utf-8")
    return make_reader([places])


def _read(reader: Reader, text: str, publisher: str = "Daily Courier") -> list[Claim]:
    line = {"id": "note", "text": text, "publisher": publisher, "published_date": "2024-05-05"}
    captured = real_rooms().capture_line(json.dumps(line).encode(), shown="note")
    assert not isinstance(captured, Failed)
    return list(reader.read(read_document(captured)))


def _types(claims: list[Claim]) -> list[ClaimType]:
    return [claim.type for claim in claims]


def test_blame_by_an_accused_army_is_a_counter_accusation(reader: Reader) -> None:
    claims = _read(
        reader,
        "Residents said Varnian army shells killed five people in the market. "
        "The Varnian army said the rebels had shelled the market to blame us.",
    )

    assert ClaimType.COUNTER_ACCUSATION in _types(claims)


def test_blame_by_an_army_that_nobody_accuses_is_an_allegation(reader: Reader) -> None:
    claims = _read(reader, "The Varnian army accused the Hill Front of shelling the market.")

    assert ClaimType.COUNTER_ACCUSATION not in _types(claims)


def test_officials_who_count_no_casualties_of_others_deny_nothing(reader: Reader) -> None:
    claims = _read(
        reader,
        "Rebel rockets hit a depot on Friday. Government officials said there were no casualties.",
    )

    assert ClaimType.DENIAL not in _types(claims)


def test_a_ministrys_own_page_answers_for_its_forces(reader: Reader) -> None:
    claims = _read(reader, "No such strike took place.", "Varnian Ministry of Defence")

    assert _types(claims) == [ClaimType.DENIAL]


def test_an_answer_that_goes_on_in_the_next_sentence_is_one(reader: Reader) -> None:
    claims = _read(
        reader,
        "We do not bomb markets. It is not in our rules.",
        "Varnian Ministry of Defence",
    )

    assert [claim.quote for claim in claims] == ["We do not bomb markets. It is not in our rules"]


def test_a_denial_holds_the_allegation_that_it_denies(reader: Reader) -> None:
    text = (
        "The Varnian army on Thursday denied carrying out an airstrike "
        "that local activists say killed five people in Orvane."
    )
    claims = _read(reader, text)
    denial = next(claim for claim in claims if claim.type is ClaimType.DENIAL)
    alleged = next(claim for claim in claims if claim.counts)

    assert denial.quote.endswith("killed five people in Orvane")
    assert not any(count.harm for count in denial.counts)
    assert alleged.originator == "local activists"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Northern Joint Command", SpeakerKind.BELLIGERENT),
        ("@VarniaMoD", SpeakerKind.BELLIGERENT),
        ("Varnian Ministry of Foreign Affairs", SpeakerKind.OFFICIAL),
        ("Army Times", SpeakerKind.PUBLISHER),
        ("Coalition for Civil Rights", SpeakerKind.PUBLISHER),
        ("Daily Courier", SpeakerKind.PUBLISHER),
    ],
)
def test_a_publishers_name_says_whose_mouth_it_is(name: str, kind: SpeakerKind) -> None:
    assert publisher_voice(name, read_naming(name, None))[0] is kind


@pytest.mark.parametrize(
    "text",
    [
        "The joint patrol killed two insurgents near Orvane. The patrol left without firing its guns.",
        "Troops killed a rebel planner in Orvane. Gunships aimed at the rebels near the mill.",
    ],
)
def test_a_force_that_tells_its_own_news_unasked_answers_nothing(reader: Reader, text: str) -> None:
    claims = _read(reader, text, "Northern Joint Command")

    assert not any(claim.answer for claim in claims)


def test_police_who_tell_of_an_accident_deny_no_attack(reader: Reader) -> None:
    claims = _read(
        reader, "Police said a boy was killed in Orvane. Police said a hunting accident caused it."
    )

    assert not any(claim.answer for claim in claims)


def test_a_force_that_speaks_of_itself_answers_beside_its_news(reader: Reader) -> None:
    claims = _read(
        reader,
        "The patrol killed two insurgents near Orvane. None of our gunners fired that night.",
        "Northern Joint Command",
    )

    assert [claim.type for claim in claims if claim.answer] == [ClaimType.DENIAL]
