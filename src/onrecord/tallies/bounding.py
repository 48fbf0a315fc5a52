"""Readings of one harm and class → a range: lowest end, largest number stated, best with why."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from onrecord.model.identity import ClaimId
from onrecord.model.incident import Range
from onrecord.tallies.readings import Reading


def bound(readings: Sequence[Reading]) -> Range:
    """The range over all readings, which must be some.

    The least is the lowest lower end; readings by sex or age alone set it only where nobody
    counts all people, and a publisher's own "up to n" only where no source says more. The most
    is the largest number stated, open if a floor states it; vague words alone state none. A
    headline closes nothing.
    """
    whole = [reading for reading in readings if not reading.weak] or list(readings)
    floors = [reading for reading in whole if not reading.ceiling] or whole
    least = min(reading.min for reading in floors)
    stated = any(not reading.loose for reading in readings)
    most = max(reading.top for reading in readings) if stated else None
    best, reason = choose_best(readings, least=least, most=most)
    presumed = any(reading.presumed for reading in readings)
    return Range(
        min=least,
        max=most,
        open=most is None or _is_open(readings, whole, most),
        best=best,
        best_reason=reason,
        presumed=presumed,
        claims=_list_claims(readings),
        because=_explain(readings, least, most),
        min_claims=_list_claims(one for one in floors if one.min == least),
        max_claims=_list_claims(one for one in readings if one.top == most),
        capped=all(one.closed for one in whole),
    )


def _list_claims(readings: Iterable[Reading]) -> tuple[ClaimId, ...]:
    return tuple(sorted({claim for one in readings for claim in one.claims}))


def choose_best(
    readings: Sequence[Reading], *, least: int, most: int | None
) -> tuple[int | None, str | None]:
    """The best number and why: investigated, most recent, by majority, or lowest.

    Only a stated number within the range can be best. Those of the accused, and headlines, give
    it only where nothing else does.
    """
    numbered = [
        one
        for one in readings
        if one.number is not None and least <= one.number and (most is None or one.number <= most)
    ]
    for tests in ((True, True), (True, False), (False, False)):
        fit = [one for one in numbered if _is_fit(one, credible=tests[0], body=tests[1])]
        if fit:
            return _choose(fit)
    return None, None


def _is_fit(reading: Reading, *, credible: bool, body: bool) -> bool:
    return (reading.credible or not credible) and not (reading.headline and body)


def _choose(readings: Sequence[Reading]) -> tuple[int | None, str]:
    telling = _latest([one for one in readings if one.telling])
    if len({one.number for one in telling}) == 1:
        return telling[0].number, "investigated"
    recent = telling or _latest(readings)
    if len({one.number for one in recent}) == 1:
        return recent[0].number, "most_recent"
    voices = {(one.number, one.voice) for one in recent if one.counts}
    votes = Counter(number for number, _ in voices)
    ranked = votes.most_common(2)
    if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
        return ranked[0][0], "majority"
    return min(one.number for one in recent if one.number is not None), "lowest"


def _latest(readings: Sequence[Reading]) -> list[Reading]:
    last = max((one.said or date.min for one in readings), default=date.min)
    return [one for one in readings if (one.said or date.min) == last]


def _is_open(readings: Sequence[Reading], whole: Sequence[Reading], most: int) -> bool:
    """Whether a floor states the largest number, or nothing that can close it does."""
    at_top = [one for one in readings if one.top == most]
    if any(one.max is None for one in at_top):
        return True
    return not any(one.closed and one in whole for one in at_top)


def _explain(readings: Sequence[Reading], least: int, most: int | None) -> tuple[str, ...]:
    low = sorted({one.voice for one in readings if one.min == least})
    lines = [f"at least {least}: {', '.join(low)}"] if low else []
    if most is not None:
        high = sorted({one.voice for one in readings if one.top == most})
        lines.append(f"largest number stated {most}: {', '.join(high)}")
    return tuple(lines)
