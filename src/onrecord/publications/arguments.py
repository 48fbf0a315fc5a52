"""Argument codes → words: what an answer of the accused argues, and its family for display."""

from collections.abc import Iterable, Mapping

from onrecord.model.vocabulary import Argument

ARGUMENT_WORDS: Mapping[Argument, tuple[str, str]] = {
    Argument.EVENT_DENIED: ("it did not happen", "dismiss"),
    Argument.HARM_DENIED: ("nobody was harmed", "dismiss"),
    Argument.RESPONSIBILITY_DENIED: ("somebody else did it", "dismiss"),
    Argument.WEAPON_USE_DENIED: ("this weapon was not used", "dismiss"),
    Argument.SCALE_DISPUTED: ("the number is too high", "dismiss"),
    Argument.NO_EVIDENCE: ("there is no proof", "dismiss"),
    Argument.UNVERIFIABLE: ("nobody can know this", "dismiss"),
    Argument.FABRICATED: ("it is made up", "dismiss"),
    Argument.STAGED: ("it is staged", "dismiss"),
    Argument.STALE: ("it is nothing new", "dismiss"),
    Argument.SOURCE_DISCREDITED: ("the source cannot be trusted", "dismiss"),
    Argument.SOURCE_NONEXISTENT: ("the source does not exist", "dismiss"),
    Argument.REMOTE_METHOD: ("it was found out from afar", "dismiss"),
    Argument.INCONSISTENCY: ("the account contradicts itself", "dismiss"),
    Argument.HEDGING_ATTACKED: ("the report itself is unsure", "dismiss"),
    Argument.NO_INFORMATION: ("we have no information", "dismiss"),
    Argument.PRECISION_CLAIM: ("our weapons do not miss", "distort"),
    Argument.POLICY_PRECLUDES: ("our rules forbid it", "distort"),
    Argument.BIAS_MOTIVE: ("the accuser is biased", "dismiss"),
    Argument.LAWFUL_TARGET: ("the target was lawful", "distort"),
    Argument.PROTECTED_STATUS_LOST: ("the place had lost its protection", "distort"),
    Argument.HUMAN_SHIELDS: ("the enemy hid behind civilians", "distort"),
    Argument.COUNTER_ACCUSATION: ("others do it, or do worse", "distract"),
    Argument.CONSENT_OF_HOST_STATE: ("the government there asked for it", "distract"),
    Argument.DEFERRAL: ("ask somebody else", "procedure"),
    Argument.NO_COMMENT: ("no comment", "procedure"),
    Argument.INVESTIGATING: ("it is being looked into", "procedure"),
    Argument.PARTIAL_ACKNOWLEDGEMENT: ("part of it is accepted", "acceptance"),
    Argument.ACKNOWLEDGEMENT: ("it is accepted", "acceptance"),
}
RELATION_WORDS = {
    "responds_to": "answers",
    "bears_on": "bears on it, without answering",
}
SCOPE_WORDS = {
    "incident": "this incident",
    "incident_unnamed": "an incident it does not name",
    "report": "a whole report",
    "pattern": "a pattern of attacks",
    "campaign": "a whole campaign",
    "blanket": "everything",
}


def name_arguments(codes: Iterable[str]) -> str:
    """Argument codes in words: `there is no proof; the accuser is biased`."""
    return "; ".join(ARGUMENT_WORDS[Argument(code)][0] for code in codes)


def say_arguments(codes: Iterable[str]) -> str:
    """Argument codes in words, with the family of each: `there is no proof (dismiss)`."""
    told = (ARGUMENT_WORDS[Argument(code)] for code in codes)
    return "; ".join(f"{words} ({family})" for words, family in told)
