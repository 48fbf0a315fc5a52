"""Codings of a round → how far the coders agree, and each sentence where they differ."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.model.remark import Code, Remark, RemarkKind
from onrecord.tallies.agreement import (
    measure_alpha,
    measure_alpha_of_numbers,
    measure_kappa,
    measure_percent,
)

_TWO = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """Agreement on one question over `units` sentences; what is not defined is `None`.

    `percent` is a share from 0 to 1; `kappa` is Cohen's, of two coders only; `alpha` Krippendorff's.
    """

    question: str
    units: int
    percent: float | None
    kappa: float | None
    alpha: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A sentence that was coded in different ways, by whom in which, and what was settled."""

    document: str
    start: int
    end: int
    codes: tuple[tuple[str, Code], ...]
    settled: Remark | None


def gather(
    remarks: Iterable[Remark], round_: Remark
) -> dict[tuple[str, int, int], dict[str, Code]]:
    """Each sentence of a round (document, start, end) with the code that each coder gave it."""
    found: dict[tuple[str, int, int], dict[str, Code]] = {}
    for one in remarks:
        if one.kind is RemarkKind.CODING and one.about == round_.id:
            for code in one.codes:
                key = (one.subjects[0], code.start, code.end)
                found.setdefault(key, {})[one.by] = code
    return found


def is_complete(remarks: Iterable[Remark], round_: Remark) -> bool:
    """Whether every coder handed in every document of the round."""
    handed_in = {
        (one.by, one.subjects[0])
        for one in remarks
        if one.kind is RemarkKind.CODING and one.about == round_.id
    }
    return all((name, id) in handed_in for name in round_.to for id in round_.subjects)


def measure_round(
    sentences: dict[tuple[str, int, int], dict[str, Code]], coders: Sequence[str]
) -> list[Measure]:
    """Agreement on what a sentence is about, whom it befell, and how many."""
    units = [[codes[name] for name in coders if name in codes] for codes in sentences.values()]
    whole = [unit for unit in units if len(unit) == len(coders)]
    counted = [
        [float(code.min) for code in unit if code.min is not None and code.harm] for unit in whole
    ]
    numbers = [unit for unit in counted if len(unit) >= _TWO]
    return [
        _measure_codes("about", [[str(code.type) for code in unit] for unit in whole]),
        _measure_codes("harm", [[str(code.harm) for code in unit] for unit in whole]),
        Measure(
            question="number",
            units=len(numbers),
            percent=measure_percent((unit[0], other) for unit in numbers for other in unit[1:]),
            kappa=None,
            alpha=measure_alpha_of_numbers(numbers),
        ),
    ]


def list_differences(
    sentences: dict[tuple[str, int, int], dict[str, Code]],
    remarks: Iterable[Remark],
    round_: Remark,
) -> list[Difference]:
    """Each sentence where coders differ, in the order of the text."""
    settled = {
        (one.subjects[0], one.codes[0].start, one.codes[0].end): one
        for one in remarks
        if one.kind is RemarkKind.SETTLEMENT and one.about == round_.id and one.codes
    }
    return [
        Difference(
            document=key[0],
            start=key[1],
            end=key[2],
            codes=tuple(sorted(codes.items())),
            settled=settled.get(key),
        )
        for key, codes in sorted(sentences.items())
        if len({(code.type, code.harm, code.min, code.max) for code in codes.values()}) > 1
    ]


def _measure_codes(question: str, units: list[list[str]]) -> Measure:
    pairs = [(unit[0], other) for unit in units for other in unit[1:]]
    two = all(len(unit) == _TWO for unit in units)
    return Measure(
        question=question,
        units=len(units),
        percent=measure_percent(pairs),
        kappa=measure_kappa(pairs) if two else None,
        alpha=measure_alpha(units),
    )
