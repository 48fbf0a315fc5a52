"""Words → the forms by which search finds them: stems of Arabic, Russian and English.

Stems are those of the Snowball project (M. F. Porter, 2001; its Arabic and Russian stemmers). A
text and what a person types go through the same steps, so that a word is found in its other forms.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import Final

# Vowel signs stand inside Arabic words and are no letters to Python.
_WORD: Final = re.compile(r"[\w\u0610-\u061a\u064b-\u065f\u0670]+")
_ARABIC: Final = re.compile(r"[\u0620-\u064a\u066e-\u06d3]")
_CYRILLIC: Final = re.compile(r"[\u0400-\u052f]")
_LATIN: Final = re.compile(r"^[a-z]+$")
_MARKS: Final = re.compile(r"[\u0610-\u061a\u0640\u064b-\u065f\u0670]")
_ALEFS: Final = str.maketrans("أإآٱى", "اااا" + "ي")
# And, so, with, like and for, joined to the article: the stemmer gives such words other stems.
_JOINED: Final = ("وال", "فال", "بال", "كال", "ولل", "ال", "لل")
_SHORTEST: Final = 3
_REMEMBERED: Final = 200_000
_MOST_WORDS: Final = 12


def find_forms(text: str) -> str:
    """The stems of a text's words that differ from the word, each once, in order of appearance."""
    return " ".join(dict.fromkeys(_list_new(text)))


def _list_new(text: str) -> Iterator[str]:
    for word in _WORD.findall(text):
        stem = find_stem(word)
        if stem != word.casefold():
            yield stem


@lru_cache(maxsize=_REMEMBERED)
def find_stem(word: str) -> str:
    """The stem of one word by its script; the word itself, folded, where we know no stems."""
    folded = word.casefold()
    if _ARABIC.search(folded):
        return _stem_arabic(folded)
    if _CYRILLIC.search(folded):
        return _stemmer("russian")(folded.replace("ё", "е"))
    return _stemmer("english")(folded) if _LATIN.match(folded) else folded


def _stem_arabic(word: str) -> str:
    plain = _MARKS.sub("", word).translate(_ALEFS)
    for prefix in _JOINED:
        if plain.startswith(prefix) and len(plain) >= len(prefix) + _SHORTEST:
            plain = plain.removeprefix(prefix)
            break
    return _stemmer("arabic")(plain)


@cache
def _stemmer(language: str) -> Callable[[str], str]:
    from snowballstemmer import stemmer

    stem: Callable[[str], str] = stemmer(language).stemWord
    return stem


def write_match(words: str) -> str:
    """What a person typed as a full-text query: every word, by its beginning or in another form.

    `""` where nothing was typed.
    """
    found = _WORD.findall(words)[:_MOST_WORDS]
    return " AND ".join(
        f'(said : "{word}" * OR said : "{stem}" OR forms : "{stem}")'
        for word, stem in zip(found, map(find_stem, found), strict=True)
    )
