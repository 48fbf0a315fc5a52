"""An attack and its talk → the texts that papers, agencies and recorders publish about it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from random import Random

from benchmarks.planted.attacks import Attack
from benchmarks.planted.drafts import Counted, Sentence, Text
from benchmarks.planted.numbers import say_exactly
from benchmarks.planted.sentences import (
    colour,
    fill,
    head,
    tell_attack,
    tell_damage,
    tell_toll,
    tell_toll_again,
)
from benchmarks.planted.statements import Statement, Talk
from benchmarks.planted.views import View, see
from benchmarks.planted.world import Organ, World

from onrecord.model.vocabulary import Harm

_MOST_REPORTS = 24
_LAGS = (0,) * 9 + (1,) * 7 + (2, 2, 3, 5, 9)
_UNDATED = 0.02
_TITLED, _COUNTING_TITLES = 0.4, 0.5
_RELAYED = 0.35


@dataclass(frozen=True, slots=True, eq=False)
class Story:
    """An attack with all that is said of it."""

    attack: Attack
    talk: Talk


def list_reports(story: Story, world: World, rng: Random) -> Iterator[Text]:
    """The texts on one attack alone: most attacks have few, some have many."""
    many = min(int(rng.paretovariate(1.25)) + (rng.random() < 0.5), _MOST_REPORTS)
    outlets = rng.sample((*world.papers, *world.agencies * 3), many)
    for paper in dict.fromkeys(outlets):
        yield _report(story, paper, world, rng)


def write_roundup(stories: Sequence[Story], world: World, rng: Random) -> Text:
    """One text on several attacks of the last days, a paragraph each."""
    published = max(story.attack.day for story in stories) + timedelta(days=rng.choice((0, 1, 2)))
    paper = rng.choice((*world.papers, *world.national))
    paragraphs = []
    for story in stories:
        view = see(story.attack, published, world.habits, rng)
        known = [one for one in story.talk.known(published) if one.counts]
        if known:
            statement = rng.choice(known)
            first = tell_toll(story.attack, view, statement, (paper, statement.voice), rng)
        else:
            first = tell_attack(story.attack, view, (paper,), rng)
        paragraphs.append([first, fill(rng)])
    return Text(paper.name, published, paragraphs)


def _report(story: Story, paper: Organ, world: World, rng: Random) -> Text:
    attack = story.attack
    published = attack.day + timedelta(days=rng.choice(_LAGS))
    view = see(attack, published, world.habits, rng)
    known = [one for one in story.talk.known(published) if one.counts]
    rng.shuffle(known)
    opening, body = _write_body(attack, view, known[: rng.choice((1, 1, 1, 2, 2, 3))], paper, rng)
    agency = rng.choice(world.agencies) if rng.random() < _RELAYED else None
    if agency is not None:
        _relay(agency, (opening, *body))
    dated = rng.random() >= _UNDATED
    text = Text(
        publisher=paper.name,
        published=published if dated else None,
        paragraphs=_arrange(attack, [opening, *body], rng),
    )
    if rng.random() < _TITLED:
        sourced = len(opening.draft.speakers) > 1 if opening.draft else False
        text.title = _head(attack, view, known if sourced else [], paper, rng)
    return text


def _write_body(
    attack: Attack, view: View, known: Sequence[Statement], paper: Organ, rng: Random
) -> tuple[Sentence, list[Sentence]]:
    """The sentence that names place and day, and those after it that go without."""
    rest = list(known)
    if not rest or rng.random() < 0.3:
        opening = tell_attack(attack, view, (paper,), rng)
    else:
        statement = rest.pop(0)
        own = rng.random() < 0.1
        chain = (paper,) if own else (paper, statement.voice)
        opening = tell_toll(attack, view, statement, chain, rng)
    body = [tell_toll_again(attack, one, (paper, one.voice), rng) for one in rest]
    if view.object and rng.random() < 0.15:
        body.append(tell_damage(attack, view, (paper,), rng))
    return opening, body


def _relay(agency: Organ, sentences: Sequence[Sentence]) -> None:
    """What a voice is quoted with comes by way of an agency; the words need not say so."""
    for sentence in sentences:
        draft = sentence.draft
        if draft is not None and len(draft.speakers) == 2 and draft.speakers[0] != agency.name:
            draft.speakers = (draft.speakers[0], agency.name, draft.speakers[1])


def _arrange(attack: Attack, sentences: Sequence[Sentence], rng: Random) -> list[list[Sentence]]:
    paragraphs = []
    for sentence in sentences:
        paragraph = [sentence, fill(rng)]
        if rng.random() < 0.25:
            paragraph.insert(1, colour(attack, rng))
        paragraphs.append(paragraph)
    if rng.random() < 0.6:
        paragraphs.append([fill(rng), fill(rng)])
    return paragraphs


def _head(
    attack: Attack, view: View, known: Sequence[Statement], paper: Organ, rng: Random
) -> Sentence:
    counted = next((one for one in known[:1] if _is_plain(one)), None)
    if counted is None or rng.random() >= _COUNTING_TITLES:
        return head(attack, view, paper, toll=None)
    number = counted.counts[0].figure.stated or counted.counts[0].figure.low
    words, figure = say_exactly(number, rng)
    return head(attack, view, paper, toll=(words, Counted("killed", Harm.KILLED, figure)))


def _is_plain(statement: Statement) -> bool:
    """Whether a statement opens with one number of people killed."""
    first = statement.counts[0]
    return (
        first.harm is Harm.KILLED and first.figure.stated is not None and len(statement.killed) < 3
    )
