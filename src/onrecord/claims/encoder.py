"""Words of texts → their vectors: the model's own layers, computed without what is known already.

The model first embeds a word by what it is (its norm, first and last letters, shape), then mixes each
word with its neighbours in layers of one window. What a word is embeds the same wherever it stands, so
each is embedded once; the layers work on whole batches in place. The numbers are those of the model's
own code, since the same sums are made in the same order.

Method: Miranda et al., "Multi hash embeddings in spaCy", 2022, arXiv:2212.09255.
"""

from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float32]
Codes: TypeAlias = NDArray[np.uint64]

# Odd, so that no two words of different codes fall together but by a chance of one in 2^64.
_MIX = 0x9E3779B97F4A7C15
_MOST_WORDS = 30_000
_TINY = np.float32(1e-8)
_PIECES, _WORDS = 3, 3


class Encoder:
    """The encoder of one of the model's components, taken from its `tok2vec` layers."""

    def __init__(self, model: Any, ops: Any) -> None:  # noqa: ANN401 - thinc is untyped here
        embed, encode = model.layers
        self._columns = list(embed.layers[0].attrs["columns"])
        self._embed = embed.layers[2]
        self._mix = embed.layers[3]
        self._layers = [_Window(layer, ops) for layer in encode.layers[0].layers]
        self._width: int = model.get_dim("nO")
        self._known: dict[int, int] = {}
        self._rows: Floats = np.zeros((1024, self._width), np.float32)

    def encode(self, docs: Sequence[Any]) -> list[Floats]:
        """The vectors of the words of each `Doc`, a row for a word."""
        words = np.concatenate([doc.to_array(self._columns) for doc in docs]).astype(np.uint64)
        vectors = self._embedded(words)
        # A layer looks one word aside: so many rows of nothing keep each text from the next.
        apart = len(self._layers)
        padded = np.zeros((len(words) + apart * (len(docs) + 1), self._width), np.float32)
        spans: list[tuple[int, int]] = []
        at = start = 0
        for doc in docs:
            at += apart
            padded[at : at + len(doc)] = vectors[start : start + len(doc)]
            spans.append((at, at + len(doc)))
            at, start = at + len(doc), start + len(doc)
        for layer in self._layers:
            padded = layer.add_to(padded)
        return [padded[start:end] for start, end in spans]

    def _embedded(self, words: Codes) -> Floats:
        keys: Codes = np.zeros(len(words), np.uint64)
        for column in words.T:
            keys = (keys ^ column) * np.uint64(_MIX)
            keys ^= keys >> np.uint64(29)
        places = self._places(keys.tolist(), words)
        vectors: Floats = self._rows[places]
        return vectors

    def _places(self, keys: Sequence[int], words: Codes) -> list[int]:
        """The row of each word; a word not met before gets one."""
        if len(self._known) > _MOST_WORDS:
            self._known.clear()
        known = self._known
        new = {key: at for at, key in enumerate(keys) if key not in known}
        if new:
            first = len(known)
            rows = self._mix.predict(self._embed.predict(words[list(new.values())]))
            self._make_room(first + len(new))
            self._rows[first : first + len(new)] = rows
            known.update(zip(new, range(first, first + len(new)), strict=True))
        return [known[key] for key in keys]

    def _make_room(self, rows: int) -> None:
        if rows > len(self._rows):
            larger = np.zeros((max(rows, 2 * len(self._rows)), self._width), np.float32)
            larger[: len(self._rows)] = self._rows
            self._rows = larger


class _Window:
    """One layer: a word and its two neighbours, the greatest of three sums, evened out."""

    def __init__(self, layer: Any, ops: Any) -> None:  # noqa: ANN401
        parts = {part.name: part for part in layer.walk()}
        maxout, norm = parts["maxout"], parts["layernorm"]
        self._ops = ops
        weights: Floats = maxout.get_param("W")
        width, self._pieces, inputs = weights.shape
        if self._pieces != _PIECES or inputs != _WORDS * width:
            raise ValueError("the English model has other layers than this encoder computes")
        self._weights = np.ascontiguousarray(weights.transpose(1, 0, 2)).reshape(-1, inputs)
        self._bias: Floats = np.ascontiguousarray(maxout.get_param("b").T)
        self._scale: Floats = norm.get_param("G")
        self._shift: Floats = norm.get_param("b")
        self._width = width

    def add_to(self, words: Floats) -> Floats:
        """The words with what the layer says of them added."""
        rows, width = words.shape
        window = np.zeros((rows, _WORDS, width), np.float32)
        window[1:, 0] = words[:-1]
        window[:, 1] = words
        window[:-1, 2] = words[1:]
        sums = self._ops.gemm(window.reshape(rows, -1), self._weights, trans2=True)
        sums = sums.reshape(rows, self._pieces, width)
        sums += self._bias
        best: Floats = np.maximum(np.maximum(sums[:, 0], sums[:, 1]), sums[:, 2])
        best -= best.mean(axis=1, keepdims=True)
        spread = (best * best).sum(axis=1, keepdims=True) / np.float32(width) + _TINY
        best *= spread ** (-1.0 / 2.0)
        best *= self._scale
        best += self._shift
        best += words
        return best
