"""Words of sentences → the names among them: the model's recogniser, decided for all words at once.

The recogniser goes through a text and at each word either leaves it out, takes it alone as a name, or opens
a name that it then goes on with or closes. What it does outside a name depends on the word alone, so this
is decided for all words in one product of matrices; only names of several words are walked through,
all of them side by side. No name crosses a sentence.

Method: Lample et al., "Neural architectures for named entity recognition", 2016, doi:10.18653/v1/N16-1030
(its transitions), with the weights of spaCy's model.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

from onrecord.claims.encoder import Encoder, Floats

_NEVER = np.float32(-np.inf)


class NameFinder:
    """The kinds of names that the words of texts belong to, by the weights of the model."""

    def __init__(self, recogniser: Any, ops: Any) -> None:  # noqa: ANN401 - spaCy is untyped here
        encoder, _, narrow = recogniser.model.get_ref("tok2vec").layers
        lower, upper = (recogniser.model.get_ref(name) for name in ("lower", "upper"))
        self._ops = ops
        self._encoder = Encoder(encoder, ops)
        self._narrow: tuple[Floats, Floats] = (narrow.get_param("W"), narrow.get_param("b"))
        weights: Floats = lower.get_param("W")
        self._features = weights.reshape(-1, weights.shape[-1])
        self._shape = weights.shape[:3]
        self._bias: Floats = lower.get_param("b")
        self._pad: Floats = lower.get_param("pad")[0]
        self._upper: tuple[Floats, Floats] = (upper.get_param("W"), upper.get_param("b"))
        moves = [recogniser.moves.get_class_name(at) for at in range(recogniser.moves.n_moves)]
        self._moves = [(move[:1], move[2:]) for move in moves]
        self._opens = np.array([move == "B" for move, _ in self._moves])
        self._alone = np.array([move == "U" and label != "" for move, label in self._moves])
        self._out = moves.index("O")
        self._inside = {
            at: (moves.index(f"I-{label}"), moves.index(f"L-{label}"))
            for at, (move, label) in enumerate(self._moves)
            if move == "B"
        }

    def find(self, docs: Sequence[Any]) -> list[list[str]]:
        """The kind of name of each word of each `Doc` whose sentences are known; "" for no name."""
        sizes = [len(doc) for doc in docs]
        ends = np.cumsum(sizes)
        total = int(ends[-1])
        columns = np.concatenate([doc.to_array(["SENT_START", "IS_SPACE"]) for doc in docs])
        closing = np.ones(total, bool)
        closing[:-1] = columns[1:, 0] == 1
        closing[ends[ends > 0] - 1] = True
        features = self._read_features(docs)
        chosen = self._outside(features[:, 0], closing, columns[:, 1] != 0)
        lasts = self._walk(features, chosen, closing)
        kinds = [""] * total
        free = 0
        for at in np.flatnonzero(chosen != self._out).tolist():
            if at >= free:
                free = lasts.get(at, at) + 1
                kinds[at:free] = [self._moves[chosen[at]][1]] * (free - at)
        return [kinds[end - size : end] for end, size in zip(ends.tolist(), sizes, strict=True)]

    def _read_features(self, docs: Sequence[Any]) -> Floats:
        """What each word adds to a sum, as the next word, as the first and as the last of a name."""
        vectors = np.concatenate(self._encoder.encode(docs))
        weights, bias = self._narrow
        narrow = self._ops.gemm(vectors, weights, trans2=True) + bias
        features: Floats = self._ops.gemm(narrow, self._features, trans2=True)
        return features.reshape(-1, *self._shape)

    def _scores(self, sums: Floats) -> Floats:
        weights, bias = self._upper
        sums += self._bias
        hidden = np.maximum(sums[..., 0], sums[..., 1])
        scores: Floats = self._ops.gemm(hidden, weights, trans2=True)
        scores += bias
        return scores

    def _outside(self, first: Floats, closing: Any, space: Any) -> Any:  # noqa: ANN401
        """The best move at each word, if no name is open there."""
        scores = self._scores(first + self._pad[1] + self._pad[2])
        allowed = self._opens | self._alone
        allowed[self._out] = True
        scores[:, ~allowed] = _NEVER
        scores[np.ix_(closing | space, self._opens)] = _NEVER
        scores[np.ix_(space, self._alone)] = _NEVER
        return scores.argmax(axis=1)

    def _walk(self, features: Floats, chosen: Any, closing: Any) -> dict[int, int]:  # noqa: ANN401
        """Where each name ends that a word opens; both are places of words."""
        starts = np.flatnonzero(self._opens[chosen])
        moves = np.array([self._inside[move] for move in chosen[starts].tolist()]).reshape(-1, 2)
        now = starts + 1
        lasts: dict[int, int] = {}
        while len(starts):
            scores = self._scores(features[now, 0] + features[starts, 1] + features[now - 1, 2])
            rows = np.arange(len(starts))
            more = (scores[rows, moves[:, 0]] >= scores[rows, moves[:, 1]]) & ~closing[now]
            lasts.update(zip(starts[~more].tolist(), now[~more].tolist(), strict=True))
            starts, moves, now = starts[more], moves[more], now[more] + 1
        return lasts
