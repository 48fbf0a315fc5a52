"""The English model gives the same readings whatever stands beside a text, and the lemmas of its pipeline."""

from functools import cache

import pytest

from onrecord.claims.analyzer import EnglishAnalyzer
from onrecord.claims.english_model import EnglishModel

SENTENCES = (
    "Seven people were killed near Tarvel.",
    "The ministry of Orland denied that its aircraft had struck the market on Tuesday.",
    "Dead.",
    "Two women, whose children fled, were lying wounded in the rubble of 12 houses, doctors said.",
)


@cache
def analyzer() -> EnglishAnalyzer:
    return EnglishAnalyzer()


@cache
def model() -> EnglishModel:
    return EnglishModel()


def shapes(texts: list[str]) -> list[list[tuple[str, str, str, str, int, str]]]:
    parsed = analyzer().parse([(text, 0) for text in texts])
    return [
        [
            (token.text, token.lemma, token.tag, token.dep, token.head.i, token.entity)
            for sentence in sentences
            for token in sentence.tokens
        ]
        for sentences in parsed
    ]


def test_a_text_reads_the_same_alone_and_in_any_company() -> None:
    alone = [shapes([sentence])[0] for sentence in SENTENCES]

    assert shapes(list(SENTENCES)) == alone
    assert shapes([*SENTENCES[::-1]] * 40)[-4:] == alone[::-1]


@pytest.mark.parametrize(
    ("word", "tag", "dep", "lemma"),
    [
        ("were", "VBD", "auxpass", "be"),
        ("killed", "VBN", "ROOT", "kill"),
        ("slain", "VBN", "acl", "slay"),
        ("has", "VBZ", "aux", "have"),
        ("women", "NNS", "nsubj", "woman"),
        ("struck", "VBD", "ROOT", "strike"),
        ("Bodies", "NNS", "nsubj", "body"),
        ("lying", "VBG", "ROOT", "lie"),
        ("Tarvel", "NNP", "pobj", "tarvel"),
    ],
)
def test_a_word_with_its_tag_has_one_lemma(word: str, tag: str, dep: str, lemma: str) -> None:
    assert model().lemma(word, tag, dep) == lemma
    assert model().lemma(word, tag, dep) == lemma
