"""Texts → copies of them in other papers: with or without credit, shortened, a share rewritten."""

from copy import copy
from datetime import timedelta
from random import Random

from benchmarks.planted.drafts import Piece, Sentence, Text
from benchmarks.planted.sentences import fill
from benchmarks.planted.world import Organ, World

_LAGS = (0,) * 5 + (1,) * 4 + (2, 3, 6)
_CREDITED, _SHORTENED, _LENGTHENED = 0.5, 0.3, 0.2
_SHARES = (0.0, 0.0, 0.1, 0.2, 0.3, 0.3)
_OTHER_WORDS = (
    "also",
    "then",
    "local",
    "large",
    "small",
    "early",
    "whole",
    "nearby",
    "further",
    "heavy",
    "several",
    "long",
    "open",
    "many",
    "old",
    "common",
    "around",
    "among",
    "beyond",
    "beneath",
    "past",
    "toward",
    "across",
    "along",
    "against",
    "amid",
    "near",
    "inside",
    "outside",
    "other",
    "quickly",
    "slowly",
    "partly",
    "mostly",
    "largely",
    "apparently",
    "meanwhile",
    "still",
    "again",
    "there",
    "here",
    "later",
    "once",
)
_DROPPED, _ADDED = 0.2, 0.2


def list_copies(text: Text, world: World, rng: Random) -> list[Text]:
    """So many copies of a text as it has luck; agencies are copied most."""
    agency = any(text.publisher == agency.name for agency in world.agencies)
    chance = world.habits.copied * (2 if agency else 0.7)
    many = 0
    while many < 4 and rng.random() < chance:
        many += 1
    return [_copy(text, world, rng) for _ in range(many)] if text.published else []


def _copy(text: Text, world: World, rng: Random) -> Text:
    paper = rng.choice([one for one in world.papers if one.name != text.publisher])
    share = min(rng.choice(_SHARES), world.habits.most_rewritten)
    credited = rng.random() < _CREDITED
    kept = text.paragraphs
    if len(kept) > 1 and rng.random() < _SHORTENED:
        kept = kept[: rng.randint(1, len(kept) - 1)]
    paragraphs = [[_print(sentence, text, paper, credited) for sentence in p] for p in kept]
    paragraphs = [_rewrite(paragraph, share, rng) for paragraph in paragraphs]
    if rng.random() < _LENGTHENED:
        paragraphs.append([fill(rng), fill(rng)])
    if credited:
        paragraphs.append([Sentence([], [(f"With reporting by {text.publisher}.", None)], [])])
    lag = timedelta(days=rng.choice(_LAGS))
    assert text.published is not None  # noqa: S101 - only dated texts are copied
    return Text(
        publisher=paper.name,
        published=text.published + lag,
        paragraphs=paragraphs,
        original=text,
        credited=credited,
        rewritten=share,
    )


def _print(sentence: Sentence, text: Text, paper: Organ, credited: bool) -> Sentence:  # noqa: FBT001
    """The sentence in the other paper: the first voice is now that of the paper."""
    draft = sentence.draft
    if draft is None:
        return sentence
    made = copy(draft)
    rest = draft.speakers[1:]
    first: tuple[str | None, ...] = (paper.name, text.publisher) if credited else (paper.name,)
    made.speakers = (*first, *rest)
    if not rest:
        made.kind = draft.kind if credited else paper.kind
    return Sentence(sentence.lead, sentence.said, sentence.tail, made)


def _rewrite(paragraph: list[Sentence], share: float, rng: Random) -> list[Sentence]:
    """A paragraph with that share of its words changed, dropped or added to; mentions stay."""
    if not share:
        return paragraph
    many = sum(len(words.split()) for sentence in paragraph for words, _ in _all(sentence))
    loose = [
        (n, part, place)
        for n, sentence in enumerate(paragraph)
        for part in ("lead", "said", "tail")
        for place, (words, slot) in enumerate(getattr(sentence, part))
        if slot is None
        for _ in words.split()
    ]
    rng.shuffle(loose)
    quota: dict[tuple[int, str, int], int] = {}
    for key in loose[: int(many * share)]:
        quota[key] = quota.get(key, 0) + 1
    return [_rewrite_one(sentence, n, quota, rng) for n, sentence in enumerate(paragraph)]


def _rewrite_one(
    sentence: Sentence, number: int, quota: dict[tuple[int, str, int], int], rng: Random
) -> Sentence:
    lead, said, tail = (
        [
            (words if slot else _change(words, quota.get((number, part, place), 0), rng), slot)
            for place, (words, slot) in enumerate(pieces)
        ]
        for part, pieces in (
            ("lead", sentence.lead),
            ("said", sentence.said),
            ("tail", sentence.tail),
        )
    )
    return Sentence(lead, said, tail, sentence.draft)


def _all(sentence: Sentence) -> tuple[Piece, ...]:
    return (*sentence.lead, *sentence.said, *sentence.tail)


def _change(words: str, many: int, rng: Random) -> str:
    """Words with so many of them changed; the blanks and marks at either end stay."""
    if not many:
        return words
    core = words.strip(" ,.")
    if not core:
        return words
    before, after = words[: words.index(core)], words[words.index(core) + len(core) :]
    tokens = core.split()
    for place in sorted(rng.sample(range(len(tokens)), min(many, len(tokens))), reverse=True):
        share = rng.random()
        other = rng.choice(_OTHER_WORDS)
        if share < _DROPPED and len(tokens) > 1:
            del tokens[place]
        elif share < _DROPPED + _ADDED:
            tokens.insert(place, other)
        else:
            tokens[place] = other
    return before + " ".join(tokens) + after
