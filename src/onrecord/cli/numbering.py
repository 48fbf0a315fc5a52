"""Claims of an incident → small numbers, so that a page refers to each by [n] and not by a code."""

from collections.abc import Iterable, Mapping

from onrecord.model.identity import ClaimId
from onrecord.model.incident import Incident

Numbers = Mapping[ClaimId, int]


def number_claims(incident: Incident) -> dict[ClaimId, int]:
    """A number for each claim, in the order of the page: voices, then answers, then the rest."""
    support = incident.support
    ordered = (
        *(id for voice in support.voices for id in voice.claims),
        *(reply.claim for reply in support.replies),
        *incident.claims,
    )
    return {id: number for number, id in enumerate(dict.fromkeys(ordered), start=1)}


def cite(ids: Iterable[ClaimId], numbers: Numbers) -> str:
    """References to claims, `[1] [3]`, each once and in order; a run of them as `[1]–[4]`."""
    known = sorted({numbers[id] for id in ids if id in numbers})
    return " ".join(_say_run(first, last) for first, last in _runs(known))


def _runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs


def _say_run(first: int, last: int) -> str:
    if first == last:
        return f"[{first}]"
    return f"[{first}] [{last}]" if last == first + 1 else f"[{first}]–[{last}]"
