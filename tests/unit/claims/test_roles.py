"""The parts that parties play in a clause."""

from collections.abc import Callable

import pytest

from onrecord.claims.naming import read_naming
from onrecord.claims.own_side import Mouth, forces_of, tell_own_deeds
from onrecord.claims.parties import find_parties
from onrecord.claims.patterns import load_books
from onrecord.claims.role_words import load_roles
from onrecord.claims.roles import RoleReader, find_roles
from onrecord.claims.syntax import Sentence
from onrecord.model.vocabulary import HedgeKind, PartyRole

Parser = Callable[[str], Sentence]
DID, SUFFERED = PartyRole.ALLEGED_PERPETRATOR, PartyRole.TARGET


def reader_of(sentence: Sentence) -> RoleReader:
    return RoleReader(sentence.tokens, load_books(), load_roles())


def roles_of(parse: Parser, text: str) -> dict[str, PartyRole]:
    hits = find_parties(text, naming=read_naming(text, None))
    found = find_roles(hits, HedgeKind.NONE, reader_of(parse(text)))
    return {one.name: one.role for one in found}


def own_of(parse: Parser, text: str, *, asserts: bool = True) -> dict[str, PartyRole]:
    hits = find_parties(text, naming=read_naming(text, None))
    reader = reader_of(parse(text))
    found = find_roles(hits, HedgeKind.NONE, reader)
    mouth = Mouth("Quorvian Government", asserts=asserts)
    return {one.name: one.role for one in tell_own_deeds(found, mouth, (), reader)}


@pytest.mark.parametrize(
    "text",
    [
        "The Quorvian army shelled the town.",
        "The town was shelled by the Quorvian army.",
        "Two people died in a strike by the Quorvian air force.",
        "Two people died in Quorvian shelling.",
        "The villagers blamed the Quorvian army.",
        "Aircraft of the Quorvian air force bombed the town.",
        "The deaths were attributed to the Quorvian army.",
        "A shell fired from Quorvian army positions killed two.",
    ],
)
def test_whoever_strikes_or_is_blamed_is_the_alleged_perpetrator(parse: Parser, text: str) -> None:
    assert roles_of(parse, text) == {"Quorvian Armed Forces": DID}


@pytest.mark.parametrize(
    "text",
    [
        "Rockets hit positions of the Hill Front.",
        "A raid on a Hill Front camp lasted an hour.",
        "The patrol ambushed the Hill Front.",
        "Planes struck the Hill Front's trenches.",
    ],
)
def test_whoever_is_struck_is_the_target(parse: Parser, text: str) -> None:
    assert roles_of(parse, text) == {"Hill Front": SUFFERED}


@pytest.mark.parametrize(
    "text",
    [
        "The market lies in a town held by the Hill Front.",
        "The Hill Front agreed to a truce.",
        "No Quorvian strikes were flown that day.",
        "The Quorvian army did not bomb the town.",
    ],
)
def test_whoever_holds_agrees_or_did_nothing_is_no_perpetrator(parse: Parser, text: str) -> None:
    assert DID not in roles_of(parse, text).values()


@pytest.mark.parametrize(
    "text",
    [
        "Our artillery hit a depot.",
        "We shelled the depot.",
        "Its aircraft flew sorties over the camp.",
        "The Quorvian army shelled the depot.",
        "Twelve terrorists were killed in a raid.",
        "The rocket that fell on the tent was ours.",
    ],
)
def test_a_side_that_tells_of_its_own_deed_is_the_perpetrator(parse: Parser, text: str) -> None:
    assert own_of(parse, text) == {"Quorvian Armed Forces": PartyRole.PERPETRATOR}


def test_what_a_side_denies_stays_alleged(parse: Parser) -> None:
    found = own_of(parse, "The Quorvian army shelled the depot.", asserts=False)

    assert found == {"Quorvian Armed Forces": DID}


def test_whoever_fights_beside_the_speaker_did_it_too(parse: Parser) -> None:
    found = own_of(parse, "The Quorvian army and the Hill Front shelled the depot.")

    assert set(found.values()) == {PartyRole.PERPETRATOR}


def test_a_second_verb_and_a_relative_clause_are_said_of_the_party_before(parse: Parser) -> None:
    text = "The Hill Front, which killed two shepherds in May, shelled the depot."
    sentence = parse(text)
    hits = find_parties(text, naming=read_naming(text, None))
    verb = next(token for token in sentence.tokens if token.text == "killed")
    elided = reader_of(sentence).elided(verb, hits)

    assert elided is not None
    assert elided.name == "Hill Front"


@pytest.mark.parametrize(
    ("party", "forces"),
    [
        ("Government of Syria", "Syrian Armed Forces"),
        ("Russian Ministry of Defense", "Russian Armed Forces"),
        ("Quorvian Ministry of Defense", "Quorvian Armed Forces"),
        ("Hill Front", "Hill Front"),
    ],
)
def test_the_forces_of_a_government_act_for_it(party: str, forces: str) -> None:
    assert forces_of(party) == forces
