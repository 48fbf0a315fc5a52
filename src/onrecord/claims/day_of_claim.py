"""Drafts → when: the day of what a claim tells, never the day of the words that tell it."""

from onrecord.claims.date_standing import Standing
from onrecord.claims.dating import DAYS, best_of, dates_within
from onrecord.claims.drafting import day_of
from onrecord.claims.drafts import Draft, Scene, justifies_deed
from onrecord.model.claim import When
from onrecord.model.vocabulary import DatePrecision, Harm, SegmentKind, Unit

_LONGEST_ATTACK_DAYS = 31
_LASTING = frozenset({Harm.BESIEGED, Harm.DISPLACED, Harm.MISSING, Harm.DETAINED})


def when_of(scene: Scene, draft: Draft) -> When | None:
    """The days of a draft's deed; for words (denials, comments) the day when they were said.

    "Police said on Friday that …" dates the saying: a deed without a day of its own has none here.
    """
    if not _tells_attack(draft):
        return draft.when or _day_of_saying(scene, draft)
    if draft.when is not None and not _is_aside(draft):
        return draft.when
    return _of_link(scene, draft) if _is_link(scene) else _day_of_sentence(scene, draft)


def is_attribution(draft: Draft, at: int) -> bool:
    """Whether an offset lies in the words that say who says it."""
    return any(start <= at < end for start, end in draft.voice.attribution)


def _tells_attack(draft: Draft) -> bool:
    incident = draft.kind is not None and draft.kind.unit is Unit.INCIDENT
    return (incident and draft.stance.type is None) or justifies_deed(draft)


def _is_aside(draft: Draft) -> bool:
    """Whether a draft's date is not its deed's: the day of an arrest, or a state "since October"."""
    if draft.when is None:
        return False
    harms = {count.harm for count in draft.counts if count.harm is not None}
    days = (draft.when.to - draft.when.from_).days
    if days > _LONGEST_ATTACK_DAYS and draft.when.how.startswith("since"):
        return not harms & _LASTING
    return draft.said_only and harms != {Harm.DETAINED}


def _day_of_saying(scene: Scene, draft: Draft) -> When | None:
    found = [day_of(scene, *span) for span in draft.voice.attribution]
    days = [one.when for one in found if one is not None]
    return next((day for day in days if day.precision in DAYS), None)


def _day_of_sentence(scene: Scene, draft: Draft) -> When | None:
    """The only day of the sentence outside its attributions, or the one that names its attack."""
    span = draft.piece.frame.content if draft.piece.frame else None
    start, end = span or (scene.sentence.start, scene.sentence.end)
    found = [
        one
        for one in dates_within(scene.mentions, scene.clock, max(start, scene.dates_from), end)
        if one.standing is not Standing.ASIDE
        and one.when.precision in DAYS
        and not is_attribution(draft, one.when.start or 0)
    ]
    named = [one for one in found if one.standing is Standing.NAMED]
    chosen = named or found
    if len({(one.when.from_, one.when.to) for one in chosen}) != 1:
        return None
    best = best_of(chosen)
    return best.when if best is not None else None


def _is_link(scene: Scene) -> bool:
    return scene.segment.kind is SegmentKind.RELATED_LINK


def _of_link(scene: Scene, draft: Draft) -> When | None:
    """A dated headline tells of its own day or the one before."""
    if scene.clock is None or scene.segment.dated is None or draft.kind is None:
        return None
    if draft.kind.unit is not Unit.INCIDENT or scene.clock.precision is not DatePrecision.DAY:
        return None
    first = scene.clock.from_.fromordinal(scene.clock.from_.toordinal() - 1)
    return When(
        from_=first,
        to=scene.clock.to,
        precision=DatePrecision.INTERVAL,
        how="day of the linked headline",
    )
