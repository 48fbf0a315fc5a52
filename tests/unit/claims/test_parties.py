"""Parties in English words, under their listed names."""

import pytest

from onrecord.claims.parties import PartyUse, find_parties
from onrecord.claims.party_book import load_party_book


def seen(text: str, hint: str | None = None) -> list[tuple[str, str, str]]:
    return [(hit.text, hit.name, hit.use.value) for hit in find_parties(text, country_hint=hint)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russian airstrikes hit", ("Russian", "Russian Armed Forces", "adjective")),
        ("an alleged Israeli airstrike", ("Israeli", "Israeli Armed Forces", "adjective")),
        ("Israel\u2019s warplanes", ("Israel", "Israeli Armed Forces", "adjective")),
        ("killing by Russia in March", ("Russia", "Russian Armed Forces", "country")),
        ("Moscow used rockets", ("Moscow", "Russian Armed Forces", "capital")),
        ("Moscow's strikes", ("Moscow", "Russian Armed Forces", "capital")),
        ("accused Damascus of it", ("Damascus", "Syrian Armed Forces", "capital")),
        ("the Syrian army advanced", ("Syrian army", "Syrian Armed Forces", "force")),
        ("Syrian government forces", ("Syrian government forces", "Syrian Armed Forces", "force")),
        ("The Syrian regime did", ("The Syrian regime", "Government of Syria", "authorities")),
        ("Russian authorities", ("Russian authorities", "Government of Russia", "authorities")),
        (
            "the Russian Ministry of Defence replied",
            ("Russian Ministry of Defence", "Russian Ministry of Defense", "authorities"),
        ),
        ("ISIS fired", ("ISIS", "Islamic State", "group")),
        ("Houthi rebels fired", ("Houthi rebels", "Ansar Allah", "group")),
        ("a U.S.-led coalition raid", ("U.S.-led coalition", "US-led Coalition", "group")),
        ("the IDF hit it", ("IDF", "Israeli Armed Forces", "force")),
        ("Palestinian rockets", ("Palestinian", "Palestinian armed groups", "adjective")),
        ("US air strikes", ("US", "US Armed Forces", "adjective")),
    ],
)
def test_a_party_is_read_under_its_listed_name(text, expected):
    assert seen(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Yesterday the occupation army shelled a town.",
        "Occupation army shelled a town.",
        "OCCUPATION ARMY SHELLED A TOWN",
        "The junta shelled a town.",
        "Pro-government forces shelled a town.",
    ],
)
def test_a_description_that_others_bear_names_nobody_where_the_country_is_unknown(text):
    assert seen(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "in Damascus and the suburbs of Damascus",
        "Damascus countryside",
        "Syrian civilians fled",
        "Israeli officials and the Russian president",
        "houses across Syria",
        "in Idlib, Syria",
        "Syria's north",
        "Hamas-run health ministry",
        "Russian-made rockets",
        "the Russian Foreign Ministry",
        "Ukraine Weekly wrote",
        "police in and New Britain",
    ],
)
def test_places_people_and_descriptions_are_no_parties(text):
    assert find_parties(text) == []


def test_two_states_under_one_noun_are_two_parties():
    assert [name for _, name, _ in seen("Syrian and Russian warplanes")] == [
        "Syrian Armed Forces",
        "Russian Armed Forces",
    ]


def test_a_spokesman_is_the_mouth_of_his_force():
    (hit,) = find_parties("An Israeli army spokesman said so")

    assert (hit.text, hit.use) == ("Israeli army", PartyUse.SPEAKER)


def test_forces_without_a_country_are_those_of_the_document():
    assert seen("government forces shelled it") == []
    assert seen("government forces shelled it", "SY") == [
        ("government forces", "Syrian Armed Forces", "force")
    ]
    assert seen("the regime denied it", "SY") == [
        ("the regime", "Government of Syria", "authorities")
    ]


def test_the_coalition_is_that_of_the_document():
    assert [name for _, name, _ in seen("the coalition bombed it", "YE")] == ["Saudi-led Coalition"]
    assert [name for _, name, _ in seen("the coalition bombed it", "IQ")] == ["US-led Coalition"]


def test_short_acronyms_count_only_where_they_are_used():
    assert [name for _, name, _ in seen("the RSF fired", "SD")] == ["Rapid Support Forces"]
    assert seen("the RSF said", "FR") == []
    assert [name for _, name, _ in seen("the IDF fired", "PS")] == ["Israeli Armed Forces"]


def test_its_allies_are_those_of_the_government_named_before():
    text = "the Syrian government and its allies"

    assert seen(text)[1] == (
        "its allies",
        "unspecified allies of the Government of Syria",
        "allies",
    )


def test_an_offset_moves_the_hit():
    (hit,) = find_parties("by Russia", offset=10)

    assert (hit.start, hit.end) == (13, 19)


def test_the_book_knows_sides_and_allies():
    book = load_party_book()

    assert book.are_one_side("Russian Ministry of Defense", "Russian Armed Forces")
    assert book.are_allied("Russian Armed Forces", "Government of Syria")
    assert not book.are_allied("Russian Armed Forces", "Government of the United States")


def test_every_tie_in_the_book_is_to_a_listed_party():
    book = load_party_book()

    assert {
        ally for party in book.parties.values() for ally in party.allies if ally not in book.parties
    } == set()


def test_every_party_that_is_found_is_in_the_book():
    text = "Hamas, RSF and M23; Russian raids, Syrian regime, Sudanese army, Palestinian rockets"

    assert {hit.name for hit in find_parties(text)} <= set(load_party_book().parties)
