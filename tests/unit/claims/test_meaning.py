"""What answers argue by their syntax and families of words, in wordings that no pattern has."""

from collections.abc import Callable

import pytest

from onrecord.claims.meaning import find_meanings, find_told
from onrecord.claims.speaking_sides import Said, families_of_sides
from onrecord.claims.syntax import Sentence

Parse = Callable[[str], Sentence]


def _said(parse: Parse, text: str) -> Said:
    sentence = parse(text)
    return Said(tokens=sentence.tokens, text=text, party=None, hits=())


def _codes(parse: Parse, text: str) -> set[str]:
    said = _said(parse, text)
    return set(find_meanings(said.tokens, families_of_sides(said)))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The massacre at the ferry never came to pass.", "event_denied"),
        ("What set the mill alight was a faulty heater.", "event_denied"),
        ("Everyone at the ferry came home safe.", "harm_denied"),
        ("The orchard was deserted by then.", "harm_denied"),
        ("None of our gunners fired that night.", "responsibility_denied"),
        ("Somebody else released those rockets.", "responsibility_denied"),
        ("We scrapped our last napalm ten years ago.", "weapon_use_denied"),
        ("They have turned two dead into twelve.", "scale_disputed"),
        ("The accusers have yet to produce a single exhibit.", "no_evidence"),
        ("It is impossible to check these figures.", "unverifiable"),
        ("Somebody dreamed that story up.", "fabricated"),
        ("The whole scene was acted out with stage blood.", "staged"),
        ("They have unearthed the story of last winter again.", "stale"),
        ("The bureau's director takes his orders from insurgents.", "source_discredited"),
        ("There is no such bureau in the valley.", "source_nonexistent"),
        ("The authors never set foot in the valley.", "remote_method"),
        ("The shadows in the film do not fit the hour.", "inconsistency"),
        ("We are still in the dark about the raid.", "no_information"),
        ("Harming the innocent is forbidden to our men.", "policy_precludes"),
        ("The authors bear a grudge against us.", "bias_motive"),
        ("The dead man was a bomb-maker.", "lawful_target"),
        ("The rockets were stacked in the cellar of the school.", "protected_status_lost"),
        ("The rebels park their guns among family homes.", "human_shields"),
        ("The ferry was sunk by the rebels themselves.", "counter_accusation"),
        ("The patrols operate with the assent of the government.", "consent_of_host_state"),
        ("A reply will be given in due course.", "deferral"),
        ("We are going over the flight logs.", "investigating"),
    ],
)
def test_an_argument_is_read_from_its_meaning(parse: Parse, text: str, code: str) -> None:
    assert code in _codes(parse, text)


@pytest.mark.parametrize(
    "text",
    [
        "The shell fell on the ferry at dawn.",
        "Our patrol found the bodies of two shepherds.",
        "The ceasefire will be extended by a week.",
    ],
)
def test_plain_reports_argue_nothing(parse: Parse, text: str) -> None:
    assert not _codes(parse, text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The ministry washed its hands of the raid.", "responsibility_denied"),
        ("The army branded the story a fable.", "fabricated"),
        ("The embassy left two letters without a reply.", "no_comment"),
        ("The militia owned up to the killings.", "acknowledgement"),
    ],
)
def test_what_others_tell_of_a_side_is_its_answer(parse: Parse, text: str, code: str) -> None:
    said = _said(parse, text)

    assert code in find_told(said.tokens, families_of_sides(said))


def test_a_farmer_who_leaves_a_letter_without_reply_gives_no_answer(parse: Parse) -> None:
    said = _said(parse, "The farmer left the letter without a reply.")

    assert not find_told(said.tokens, families_of_sides(said))
