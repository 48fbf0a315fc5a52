"""Text → language, as far as the letters tell."""

import functools
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

_SAMPLE = 4_000
_FEWEST_LETTERS = 40
_SUREST = 0.8


def tell_language(text: str) -> str | None:
    """The ISO 639-1 code of the language; `None` for a short text or a doubtful answer."""
    sample = text[:_SAMPLE]
    if sum(mark.isalpha() for mark in sample) < _FEWEST_LETTERS:
        return None
    code, share = _classifier()(sample.encode("utf-8", "replace").decode())
    return str(code) if float(share) >= _SUREST else None


@functools.cache
def _classifier() -> "Callable[[str], Any]":
    from py3langid.langid import (  # type: ignore[import-untyped]
        MODEL_FILE,
        LanguageIdentifier,
    )

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    classify: Callable[[str], Any] = identifier.classify
    return classify
