"""One voice's figures → how many children, women or men it tells of among civilians or fighters.

They are so by their own words ("three civilian children") or as part of others ("46 civilians,
including 32 children"): the latter says nothing of the children's standing as a field, but counts
them among those 46.
"""

from collections.abc import Iterable

from onrecord.model.identity import ClaimId
from onrecord.model.incident import Figure, Voice
from onrecord.model.vocabulary import Age, Harm, Sex, Status, VictimClass
from onrecord.tallies.constraints import Known
from onrecord.tallies.readings import FIGHTING, PROTECTED, count_distinct

_OF = {VictimClass.CIVILIAN: PROTECTED, VictimClass.FIGHTER: FIGHTING}
_UNTOLD = Status.UNKNOWN
_SEX = {VictimClass.WOMAN: Sex.WOMAN, VictimClass.MAN: Sex.MAN}


def tells_joints(voice: Voice) -> bool:
    """Whether any figure of a voice is of one kind of people among those of one standing."""
    return any(
        (figure.status is not _UNTOLD or figure.among is not _UNTOLD)
        and (figure.age is Age.CHILD or figure.sex is not Sex.UNKNOWN)
        for figure in voice.figures
    )


def read_joint(voice: Voice, harm: Harm, standing: VictimClass, kind: VictimClass) -> Known | None:
    """What a voice says of one kind of people among those of one standing; `None` if nothing.

    Girls and boys told apart are a floor for the children: others may be of no told sex. So are
    persons told one by one.
    """
    held = [
        figure
        for figure in voice.figures
        if figure.live
        and figure.harm is harm
        and not figure.item
        and {figure.status, figure.among} & _OF[standing]
        and _is_kind(figure, kind)
    ]
    told = [figure for figure in held if figure.person is None]
    if not told:
        persons = count_distinct(figure.person or "" for figure in held)
        return Known(min=persons, below=_claims(held)) if persons else None
    whole = [one for one in told if kind is not VictimClass.CHILD or one.sex is Sex.UNKNOWN]
    if not whole:
        by_sex = [[one for one in told if one.sex is sex] for sex in (Sex.WOMAN, Sex.MAN)]
        least = sum(min(one.min for one in found) for found in by_sex if found)
        return Known(min=least, below=_claims(told))
    tops = [None if one.headline else one.max for one in whole]
    most = None if None in tops else max(top for top in tops if top is not None)
    least = min(one.min for one in whole)
    return Known(min=least, max=most, below=_claims(whole), above=_claims(whole))


def _is_kind(figure: Figure, kind: VictimClass) -> bool:
    if kind is VictimClass.CHILD:
        return figure.age is Age.CHILD
    return figure.age is not Age.CHILD and figure.sex is _SEX[kind]


def _claims(figures: Iterable[Figure]) -> frozenset[ClaimId]:
    return frozenset(figure.claim for figure in figures)
