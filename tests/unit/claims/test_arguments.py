"""What answers argue, and with which polarity, over the field's ways of saying so."""

import pytest

from onrecord.claims.patterns import load_books
from onrecord.claims.stance import Stance, find_stance
from onrecord.model.vocabulary import ClaimType, Polarity


def _answer(text: str) -> Stance:
    return find_stance(text, load_books(), accused=True, denying=False)


def _codes(text: str) -> set[str]:
    answer = _answer(text).answer
    return {code.value for code in answer.arguments} if answer is not None else set()


@pytest.mark.parametrize(
    ("text", "argument"),
    [
        ("no such raid was ever ordered", "event_denied"),
        ("the mines did not come from our stores", "responsibility_denied"),
        ("no napalm was dropped in that valley", "weapon_use_denied"),
        ("the toll has been blown out of all proportion", "scale_disputed"),
        ("the council disputes the number of dead", "scale_disputed"),
        ("there is nothing to back this up", "no_evidence"),
        ("they have no means of knowing who fired", "unverifiable"),
        ("they laid out bodies for the cameras", "staged"),
        ("this is yesterday's news", "stale"),
        ("you can't trust a word of it", "source_discredited"),
        ("the bureau is run by militants", "source_discredited"),
        ("no aid groups are working there", "source_nonexistent"),
        ("the findings rely on social media posts", "remote_method"),
        ("their story keeps changing", "inconsistency"),
        ("the crater is too shallow for such a bomb", "inconsistency"),
        ("even they only speak of a presumed raid", "hedging_attacked"),
        ("the raid was carefully planned", "precision_claim"),
        ("our orders forbid firing into towns", "policy_precludes"),
        ("they park their launchers next to schools", "human_shields"),
        ("it is the insurgents who shell the town", "counter_accusation"),
        ("the raid was coordinated with the host government", "consent_of_host_state"),
        ("we never comment on such matters", "no_comment"),
        ("nothing of the kind happened in Orvane", "event_denied"),
        ("not a single bomb was dropped on the town", "event_denied"),
        ("the shop was destroyed by a gas cylinder", "event_denied"),
        ("the barge sank after an electrical fire; it was an accidental explosion", "event_denied"),
        ("not one of our guns was in range, and no flights were made", "responsibility_denied"),
        ("zero allied drones were over the valley", "responsibility_denied"),
        ("our batteries had been silent all week", "responsibility_denied"),
        ("the regiment has no mortars within range of the village", "responsibility_denied"),
        ("we did not shell the bridge", "responsibility_denied"),
        ("it had no hand in the ambush", "responsibility_denied"),
        ("no villagers were hurt", "harm_denied"),
        ("nobody was injured", "harm_denied"),
        ("the school had been empty since May", "harm_denied"),
        ("pictures show the chapel undamaged", "harm_denied"),
        ("the prisoners are alive and well", "harm_denied"),
        ("the navy has never possessed such mines", "weapon_use_denied"),
        ("our men don't own rockets of that type", "weapon_use_denied"),
        ("the figures are grossly inflated", "scale_disputed"),
        ("the real number is far lower than that", "scale_disputed"),
        ("there is not a shred of evidence", "no_evidence"),
        ("the claims could not be substantiated", "no_evidence"),
        ("these rumours are baseless", "no_evidence"),
        ("nobody can verify what they say", "unverifiable"),
        ("it was not possible to establish who fired", "unverifiable"),
        ("this is a fairy tale", "fabricated"),
        ("the pictures are forged", "fabricated"),
        ("the photographs are from 2011", "fabricated"),
        ("the whole scene was choreographed", "staged"),
        ("anyone can put a shoe in the rubble and film it", "staged"),
        ("this is the same old story", "stale"),
        ("the charges were refuted years ago", "stale"),
        ("the group is funded by foreign powers", "source_discredited"),
        ("a self-styled monitor", "source_discredited"),
        ("we have never heard of this body, which has no office", "source_nonexistent"),
        ("none of its authors visited the valley", "remote_method"),
        ("they write from the comfort of a hotel", "remote_method"),
        ("the accounts do not tally", "inconsistency"),
        ("witnesses saw no aircraft", "inconsistency"),
        ('it is full of "probably" and "reportedly"', "hedging_attacked"),
        ("the ministry is not aware of any such case", "no_information"),
        ("we can neither confirm nor rule it out", "no_information"),
        ("every round was aimed and every target checked", "precision_claim"),
        ("we take every feasible precaution", "policy_precludes"),
        ("we will never fire at a hospital", "policy_precludes"),
        ("firing on houses is contrary to our values", "policy_precludes"),
        ("this is a smear by hostile powers", "bias_motive"),
        ("the army struck an arms depot of the rebels", "lawful_target"),
        ("the driver ignored repeated warnings", "lawful_target"),
        ("residents were warned by leaflets to leave", "lawful_target"),
        ("the clinic had been turned into a command post", "protected_status_lost"),
        ("they stored rockets in the school", "protected_status_lost"),
        ("the gunmen hide among women and children", "human_shields"),
        ("the rebels hold the townspeople as hostages", "human_shields"),
        ("it was the rebels' own rocket", "counter_accusation"),
        ("the shells were fired from rebel-held ground", "counter_accusation"),
        ("they shelled it themselves to blame us", "counter_accusation"),
        ("we are there at the request of the government", "consent_of_host_state"),
        ("questions should be put to the defence ministry", "deferral"),
        ("please contact the general staff", "deferral"),
        ("the command will make no further comment", "no_comment"),
        ("we can neither confirm nor deny it", "no_comment"),
        ("the case is under review", "investigating"),
        ("a board of inquiry has been appointed and an inquiry has been opened", "investigating"),
        ("we apologise to the families", "acknowledgement"),
        ("the crew mistook a tractor for a launcher", "acknowledgement"),
        ("the shell fell short", "acknowledgement"),
        ("a shot may have killed a bystander", "partial_acknowledgement"),
    ],
)
def test_an_answer_argues(text: str, argument: str) -> None:
    assert argument in _codes(text)


@pytest.mark.parametrize(
    "text",
    [
        "there is no evidence that a boat was hit",
        "the details given are not sufficient to find the flight",
        "the claim could not be corroborated",
        "we have no reports of such a case",
        "it has not been possible to establish who fired",
    ],
)
def test_what_is_lacking_makes_a_doubt(text: str) -> None:
    assert (_answer(text).type, _answer(text).polarity) == (ClaimType.DENIAL, Polarity.DOUBTS)


@pytest.mark.parametrize(
    "text",
    [
        "these claims are baseless",
        "there is nothing concrete in it",
        "we do not fire on farms",
        "no evidence exists because no round was fired",
        "the harbour was deserted that day",
    ],
)
def test_contempt_and_contradiction_deny(text: str) -> None:
    assert (_answer(text).type, _answer(text).polarity) == (ClaimType.DENIAL, Polarity.DENIES)


@pytest.mark.parametrize(
    "text",
    [
        "no fewer than nine people were wounded",
        "no later than noon the patrol reached the village",
        "the number of insurgents killed is five",
    ],
)
def test_a_figure_is_no_denial(text: str) -> None:
    assert _answer(text).type is None


@pytest.mark.parametrize(
    "text",
    [
        "The army's press office referred all questions to the ministry",
        "Reporters were directed to the general staff; queries were passed to the ministry",
    ],
)
def test_questions_sent_on_are_a_deferral_in_anybodys_words(text: str) -> None:
    stance = find_stance(text, load_books(), accused=False, denying=False)

    assert stance.type is ClaimType.DEFERRAL


def test_an_inquiry_of_a_force_is_an_answer_in_anybodys_words() -> None:
    stance = find_stance(
        "The navy has opened an internal inquiry", load_books(), accused=False, denying=False
    )

    assert stance.type is ClaimType.DEFERRAL


def test_an_inquiry_of_the_police_into_a_crime_answers_nobody() -> None:
    stance = find_stance(
        "Detectives are investigating the shooting", load_books(), accused=False, denying=False
    )

    assert stance.answer is None


def test_who_disputes_the_number_concedes_in_part() -> None:
    codes = _codes("we regret the error, but the figures are wildly inflated")

    assert {"partial_acknowledgement", "scale_disputed"} <= codes


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The Orvan army denied shelling the harbour", "responsibility_denied"),
        ("the brigade denies having used cluster bombs", "weapon_use_denied"),
        ("the ministry called the report a fabrication", "fabricated"),
        ("the government branded the study one-sided", "bias_motive"),
        ("the air force apologised for the deaths", "acknowledgement"),
        ("the coalition took full responsibility for the raid", "acknowledgement"),
    ],
)
def test_an_answer_that_a_paper_tells_outright_is_one(text: str, code: str) -> None:
    answer = find_stance(text, load_books(), accused=False, denying=False).answer
    assert answer is not None
    assert code in {argument.value for argument in answer.arguments}


@pytest.mark.parametrize(
    "text",
    [
        "the court denied bail to the gunman",
        "the government called the ceasefire a success",
        "he called the attack barbaric",
    ],
)
def test_words_that_answer_nothing_are_no_answer(text: str) -> None:
    assert find_stance(text, load_books(), accused=False, denying=False).answer is None


@pytest.mark.parametrize(
    "text",
    [
        "two senior insurgent leaders were detained",
        "the patrol led the search to a remote compound",
        "the assault team did not fire their weapons",
        "a group of people, including a girl 14 years old",
        "the booking photos will not be available today",
    ],
)
def test_plain_telling_by_a_force_argues_nothing(text: str) -> None:
    assert not _codes(text)


def test_a_shell_that_missed_a_firing_point_does_not_unprotect_where_it_landed() -> None:
    codes = _codes("a shell aimed at a firing point on Sunday fell short and landed in the village")
    assert "acknowledgement" in codes
    assert "protected_status_lost" not in codes
