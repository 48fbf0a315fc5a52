"""Words with their tags → their lemmas, each looked up once."""

from collections.abc import Sequence
from typing import Any, TypeAlias

# A word, its tag, and its relation where this tells auxiliaries from verbs.
_Key: TypeAlias = tuple[str, str, str]

_MOST = 200_000
# A mark between words that are looked up together: they are no phrase.
_APART: _Key = ("/", "SYM", "")


class Lemmas:
    """The lemmas of the English model, by its own rules; words looked up before are remembered."""

    def __init__(self, vocab: Any, lemmatizers: Sequence[Any]) -> None:  # noqa: ANN401 - spaCy's
        self._vocab = vocab
        self._lemmatizers = lemmatizers
        self._known: dict[_Key, str] = {}
        # The model lists its known words, and so seeks through them; a set is asked at once.
        index = lemmatizers[-1].lookups.get_table("lemma_index")
        for kind in list(index):
            dict.__setitem__(index, kind, frozenset(index[kind]))

    def find(self, words: Sequence[str], tags: Sequence[str], deps: Sequence[str]) -> list[str]:
        """The lemma of each word in lower case; `deps` are their relations."""
        keys = [
            (word, tag, dep if tag.startswith(("V", "M")) else "")
            for word, tag, dep in zip(words, tags, deps, strict=True)
        ]
        if len(self._known) > _MOST:
            self._known.clear()
        new = [key for key in dict.fromkeys(keys) if key not in self._known]
        if new:
            self._look_up(new)
        return [self._known[key] for key in keys]

    def _look_up(self, keys: Sequence[_Key]) -> None:
        from spacy.tokens import Doc

        apart = [each for key in keys for each in (key, _APART)]
        words, tags, deps = (list(column) for column in zip(*apart, strict=True))
        deps = [dep or "dep" for dep in deps]
        doc = Doc(self._vocab, words=words, tags=tags, deps=deps, heads=list(range(len(words))))
        for pipe in self._lemmatizers:
            doc = pipe(doc)
        lemmas = [token.lemma_.lower() for token in doc]
        self._known.update(zip(keys, lemmas[::2], strict=True))
