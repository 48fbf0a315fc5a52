"""Claims, documents and their truth, made up: as many as wanted, part by part, always the same."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from random import Random

from benchmarks.planted.answering import (
    EARLIER,
    GENERAL,
    answer_alone,
    answer_before,
    answer_in_general,
    answer_inside,
)
from benchmarks.planted.asides import write_total
from benchmarks.planted.attacks import War, name_party
from benchmarks.planted.copying import list_copies
from benchmarks.planted.drafts import Text, name_document, write_out
from benchmarks.planted.habits import HARD, ORDINARY
from benchmarks.planted.reports import Story, list_reports, write_roundup
from benchmarks.planted.statements import make_talk
from benchmarks.planted.truth import PlantedAnswer, PlantedCopy, Truth, bound_all, list_told
from benchmarks.planted.world import World, make_world

from onrecord.model.claim import Claim
from onrecord.model.document import Document
from onrecord.model.identity import DocumentId

_TOGETHER = 16
"""Attacks that are made up at once; texts over several attacks stay among these."""
_GENERAL, _EARLIER = 0.03, 0.05
_ROUNDUPS, _TOTALS = 2, 0.5


@dataclass(slots=True)
class Planted:
    """Claims and documents as a reader would have made them, and what is true of them."""

    claims: list[Claim] = field(default_factory=list)
    documents: dict[DocumentId, Document] = field(default_factory=dict)
    truth: Truth = field(default_factory=Truth)


def plant(claims: int = 20_000, *, seed: int = 1, hard: bool = False) -> Planted:
    """A corpus of at least so many claims, up to the end of its last attacks."""
    whole = Planted()
    for part in plant_parts(claims, seed=seed, hard=hard):
        whole.claims += part.claims
        whole.documents |= part.documents
        whole.truth.add(part.truth)
    return whole


def plant_parts(claims: int, *, seed: int = 1, hard: bool = False) -> Iterator[Planted]:
    """The same corpus in parts of a few attacks, for those who cannot hold it in memory."""
    habits = HARD if hard else ORDINARY
    rng = Random(f"{seed}/{habits.name}/{claims}")  # noqa: S311 - invented reports, no secrets
    world = make_world(claims, habits, rng)
    attacks = War(world, claims, rng).list_attacks()
    made = named = 0
    while made < claims:
        stories = [
            Story(attack, make_talk(attack, world, rng)) for attack in islice(attacks, _TOGETHER)
        ]
        part = _write_part(stories, world, rng, seed=seed, named=named)
        made += len(part.claims)
        named += len(part.documents)
        yield part


def _write_part(
    stories: Sequence[Story], world: World, rng: Random, *, seed: int, named: int
) -> Planted:
    texts = [text for story in stories for text in _write_story(story, world, rng)]
    texts += [
        write_roundup(rng.sample(stories, rng.randint(3, 6)), world, rng) for _ in range(_ROUNDUPS)
    ]
    if rng.random() < _TOTALS:
        texts.append(write_total(stories[0].attack, world, rng))
    for number, text in enumerate(texts):
        name_document(text, seed, named + number)
    part = Planted()
    for text in texts:
        _enter(text, part)
    for story in stories:
        attack = story.attack
        part.truth.attacks[attack.number] = attack
        told = list_told(texts, attack.number)
        if told is not None:
            part.truth.ranges[attack.number] = bound_all(told, attack)
        part.truth.parties[attack.number] = _list_named(texts, attack.number)
    return part


def _write_story(story: Story, world: World, rng: Random) -> Iterator[Text]:
    attack = story.attack
    reports = list(list_reports(story, world, rng))
    accusing = [
        text for text in reports if text.published is not None and _names(text, name_party(attack))
    ]
    if accusing and rng.random() < world.habits.denied:
        first = min(accusing, key=lambda text: text.published or attack.day)
        if rng.random() < 0.4:
            answer_inside(attack, first, rng)
        elif first.published is not None:
            yield answer_alone(attack, first.published, world, rng)
    for text in reports:
        yield text
        yield from list_copies(text, world, rng)
    if rng.random() < _EARLIER:
        yield answer_before(attack, world, rng)
    if rng.random() < _GENERAL:
        yield answer_in_general(attack.party, attack.day, world, rng)


def _names(text: Text, party: str) -> bool:
    return any(
        sentence.draft is not None and party in sentence.draft.parties
        for paragraph in text.paragraphs
        for sentence in paragraph
    )


def _list_named(texts: Sequence[Text], attack: int) -> frozenset[str]:
    return frozenset(
        party
        for text in texts
        for paragraph in text.paragraphs
        for sentence in paragraph
        if sentence.draft is not None and sentence.draft.attack == attack
        for party in sentence.draft.parties
    )


def _enter(text: Text, part: Planted) -> None:
    document, made = write_out(text)
    part.documents[document.id] = document
    truth = part.truth
    if text.original is not None:
        truth.copies[document.id] = PlantedCopy(text.original.id, text.credited, text.rewritten)
    for draft, claim in made:
        part.claims.append(claim)
        if draft.attack is not None:
            truth.incident_of[claim.id] = draft.attack
        if draft.answer is not None and draft.answered is not None:
            truth.answers[claim.id] = PlantedAnswer(draft.answered, "attack")
        elif draft.answer is not None:
            kind = EARLIER if draft.places else GENERAL
            truth.answers[claim.id] = PlantedAnswer(None, kind)
