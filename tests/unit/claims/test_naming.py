"""What a document calls its parties: unlisted states and groups, and the state it is about."""

import pytest

from onrecord.claims.groups import find_groups
from onrecord.claims.naming import read_naming
from onrecord.claims.parties import find_parties
from onrecord.claims.states import find_states


def named(
    text: str, *, known: dict[str, str] | None = None, country: str | None = None
) -> set[str]:
    naming = read_naming(text, country, known)
    return {hit.name for hit in find_parties(text, naming=naming)}


def test_an_adjective_before_forces_tells_of_a_state_and_its_name() -> None:
    (state,) = find_states("The Quorvian army shelled the town. Fighting in Quorvia goes on.")

    assert (state.forces, state.names) == ("Quorvian Armed Forces", ("Quorvia",))


def test_a_name_before_forces_tells_of_a_state() -> None:
    (state,) = find_states("Quorvia's air force denied it.")

    assert state.forces == "Quorvian Armed Forces"


@pytest.mark.parametrize(
    "words",
    [
        "The army shelled Velmar.",
        "Army helicopters fired on Velmar.",
        "Government artillery fire killed six in Velmar.",
        "A regime warplane bombed Velmar.",
        "Soldiers opened fire on a car in Velmar.",
        "The mines were army-laid.",
    ],
)
def test_forces_without_a_state_are_those_of_the_document_s_state(words: str) -> None:
    assert named(f"VELMAR, Quorvia (Ostwire) - {words}") == {"Quorvian Armed Forces"}


def test_bare_soldiers_are_nobody_s_where_two_states_are_named() -> None:
    text = "The Quorvian army and the Brunovian army met. Soldiers opened fire."

    assert [hit.text for hit in find_parties(text, naming=read_naming(text, None))] == [
        "Quorvian army",
        "Brunovian army",
    ]


def test_a_user_s_country_lends_its_adjective_to_the_army() -> None:
    text = "The army shelled Velmar."

    assert named(text, known={"XQ": "Quorva"}, country="XQ") == {"Quorvan Armed Forces"}


def test_a_country_that_acts_is_its_forces_and_one_that_is_a_place_is_none() -> None:
    assert named("The Quorvian army advanced. Quorvia bombed Velmar.") == {"Quorvian Armed Forces"}
    assert named("A market in Quorvia burned, Quorvia's government said.") == {
        "Quorvian Government"
    }


def test_a_group_goes_by_its_acronym_its_short_name_and_its_first_words() -> None:
    text = (
        "The Red Harvest Movement (RHM) attacked. RHM men fled; the Movement and Red Harvest lie."
    )
    groups = find_groups(text)

    assert {groups[alias] for alias in ("RHM", "the Movement", "Red Harvest")} == {
        "Red Harvest Movement"
    }


def test_a_short_name_of_two_groups_is_neither_s() -> None:
    groups = find_groups("The Hill Front and the Marsh Front fought. The Front won.")

    assert "the Front" not in groups


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Sons of the Ford ambushed a convoy.", "Sons of the Ford"),
        ("Fighting with Red Harvest militants went on.", "Red Harvest"),
        ("The Northern Joint Coalition struck twice.", "Northern Joint Coalition"),
    ],
)
def test_groups_are_known_by_the_form_of_their_names(text: str, name: str) -> None:
    assert name in find_groups(text).values()


@pytest.mark.parametrize(
    "text",
    ["The Women's Rights Movement met.", "The Relief Alliance fed them.", "The 4th Rifle Regiment"],
)
def test_civil_names_and_numbered_units_are_no_groups(text: str) -> None:
    assert find_groups(text) == {}


def test_rebels_are_the_one_group_of_a_document() -> None:
    text = "The Hill Front holds the ford. Rebel shelling killed two in a rebel-held suburb."
    hits = find_parties(text, naming=read_naming(text, None))

    assert [(hit.text, hit.name) for hit in hits][1:] == [("Rebel", "Hill Front")]


def test_the_coalition_is_the_one_that_the_document_names() -> None:
    text = "Joint Northern Coalition\nThe coalition struck a house."
    naming = read_naming(text, "SY")

    assert {hit.name for hit in find_parties(text, naming=naming)} == {"Joint Northern Coalition"}


def test_the_army_in_texts_about_an_occupied_country_is_the_occupier_s() -> None:
    (hit,) = find_parties("The army shelled the camp.", country_hint="PS")

    assert hit.name == "Israeli Armed Forces"
