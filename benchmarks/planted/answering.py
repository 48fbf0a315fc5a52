"""Attacks → what the accused say: to the attack, in general, or before anybody reported it."""

from datetime import date, timedelta
from random import Random

from benchmarks.planted.attacks import Attack
from benchmarks.planted.drafts import Dated, Draft, Piece, Sentence, Text
from benchmarks.planted.sentences import fill
from benchmarks.planted.views import name_district, name_town, say_day
from benchmarks.planted.world import MINISTRIES, PARTIES, Organ, World

from onrecord.model.claim import Answer
from onrecord.model.vocabulary import (
    Argument,
    ClaimType,
    DatePrecision,
    Mode,
    Polarity,
    Scope,
    SpeakerKind,
    Unit,
)

GENERAL, EARLIER = "general", "earlier"
_DENIALS = (
    ("that its forces had carried out any strike", Argument.EVENT_DENIED),
    ("any part in an attack", Argument.RESPONSIBILITY_DENIED),
    ("that anybody was harmed", Argument.HARM_DENIED),
    ("that its aircraft had been active", Argument.RESPONSIBILITY_DENIED),
    ("reports of a bombing", Argument.EVENT_DENIED),
    ("that civilians had died", Argument.HARM_DENIED),
    ("having fired on anything", Argument.EVENT_DENIED),
)
_NAMING = 0.6
_EARLIER_DAYS = (1, 2, 3, 5)


def answer_alone(attack: Attack, reported: date, world: World, rng: Random) -> Text:
    """A statement of the accused on one attack, in a text of its own, days after the first report."""
    published = reported + timedelta(days=rng.choice((1, 1, 2, 3, 4, 7)))
    paper = rng.choice(world.papers)
    pieces, draft = _deny(attack, published, paper, rng)
    return Text(paper.name, published, [[_say(attack, pieces, draft, rng), fill(rng)]])


def answer_inside(attack: Attack, text: Text, rng: Random) -> None:
    """Adds to a report what the accused say to it."""
    assert text.published is not None  # noqa: S101 - only dated reports are answered
    paper = Organ(text.publisher or "", SpeakerKind.PUBLISHER)
    _, draft = _deny(attack, text.published, paper, rng)
    draft.places, draft.when, draft.answers_first = (), None, True
    words, argument = rng.choice(_DENIALS)
    draft.answer = Answer(arguments=(argument,), scope=Scope.INCIDENT)
    text.paragraphs.append([_say(attack, [(words, None)], draft, rng), fill(rng)])


def answer_in_general(party: int, day: date, world: World, rng: Random) -> Text:
    """A denial of everything, which answers no attack."""
    paper = rng.choice(world.papers)
    draft = _draft(party, paper, (Argument.POLICY_PRECLUDES,), Scope.BLANKET)
    words = rng.choice(
        ("that its forces ever target civilians", "all accusations of unlawful attacks")
    )
    sentence = _speak(party, [(words, None)], draft, rng)
    return Text(paper.name, day, [[sentence, fill(rng)]])


def answer_before(attack: Attack, world: World, rng: Random) -> Text:
    """A denial of an attack on the same town some days before this one took place."""
    day = attack.day - timedelta(days=rng.choice(_EARLIER_DAYS))
    paper = rng.choice(world.papers)
    draft = _draft(attack.party, paper, (Argument.EVENT_DENIED,), Scope.INCIDENT)
    draft.places = (name_town(attack.town, attack.town.name),)
    draft.when = Dated(day, day, DatePrecision.DAY)
    words: list[Piece] = [("that any strike took place in ", None), (attack.town.name, "place")]
    words += [(" on ", None), (say_day(day, day), "when")]
    return Text(paper.name, day, [[_speak(attack.party, words, draft, rng), fill(rng)]])


def _deny(attack: Attack, published: date, paper: Organ, rng: Random) -> tuple[list[Piece], Draft]:
    """The words and the claim of an answer to one attack, by its town and day.

    Where the town was hit twice that day it names the target too; otherwise more often than not.
    """
    words, argument = rng.choice(_DENIALS)
    draft = _draft(attack.party, paper, (argument,), Scope.INCIDENT)
    draft.answered = attack.number
    town = attack.town
    written = rng.choice((town.name, town.name, town.name, town.spellings[0]))
    draft.places = (name_town(town, written),)
    pieces: list[Piece] = [(words, None)]
    if attack.twin or rng.random() < _NAMING:
        draft.objects = (attack.object,)
        pieces += [(" at ", None), (f"a {attack.object.value.replace('_', ' ')}", "object")]
    pieces += [(" in ", None), (written, "place")]
    if rng.random() < 0.2:
        draft.places = (*draft.places, name_district(town, slot="holder"))
        pieces += [(" in ", None), (f"{town.district} district", "holder")]
    draft.when = Dated(attack.day, attack.day, DatePrecision.DAY)
    return [*pieces, (" on ", None), (say_day(attack.day, published), "when")], draft


def _draft(party: int, paper: Organ, arguments: tuple[Argument, ...], scope: Scope) -> Draft:
    return Draft(
        type=ClaimType.DENIAL,
        speakers=(paper.name, MINISTRIES[party]),
        kind=SpeakerKind.BELLIGERENT,
        attack=None,
        unit=Unit.NONE,
        mode=Mode.INDIRECT,
        polarity=Polarity.DENIES,
        speaks_for=PARTIES[party],
        answer=Answer(arguments=arguments, scope=scope),
    )


def _say(attack: Attack, pieces: list[Piece], draft: Draft, rng: Random) -> Sentence:
    return _speak(attack.party, pieces, draft, rng)


def _speak(party: int, pieces: list[Piece], draft: Draft, rng: Random) -> Sentence:
    verb = rng.choice(("denied", "rejected"))
    return Sentence(
        [(f"The {MINISTRIES[party]} {verb}", "who"), (" ", None)], pieces, [(".", None)], draft
    )
