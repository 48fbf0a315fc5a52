"""Two accounts → what their numbers of people, and the voices that give them, say of one attack.

Counts that differ never split by themselves: rising tolls are one attack. So each harm has steps, whose
weights a case learns; the shipped ones say little. One voice that gives one figure twice repeats itself.
"""

from collections.abc import Iterator, Mapping

from onrecord.incidents.commonness import Commonness, name_figure, name_voice
from onrecord.incidents.ground import Evidence
from onrecord.incidents.method import LinkMethod
from onrecord.incidents.traits import Figure, Traits
from onrecord.model.vocabulary import Harm

_MANY, _SOME = 10, 3
SIZES = ("same few", "same some", "same many")
NEAR, HALF, FAR = "near", "half", "far"
_NEAR_SHARE, _HALF_SHARE = 0.75, 0.5
_MATTERS = {Harm.KILLED.value: "killed", Harm.INJURED.value: "injured"}
_OTHERS = "others harmed"
FIGURES = frozenset({*_MATTERS.values(), _OTHERS})
_LISTED = sorted(FIGURES)


def weigh_figures(one: Traits, other: Traits, method: LinkMethod) -> Iterator[Evidence]:
    """For each harm that both count: whether a number is shared, or how far the nearest two lie apart."""
    if not one.figures or not other.figures:
        return
    for matter in _LISTED:
        here, there = _pick(one, matter), _pick(other, matter)
        shared = here & there
        if shared:
            size = _size(max(number for _, number in shared))
            words = f"same figures: {_say(shared)}"
            yield Evidence(method.figure_shared[size], words, matter, SIZES[size])
        elif here and there:
            level, bits = _step(_measure(here, there), method)
            yield Evidence(bits, f"figures differ: {matter}", matter, level)


def weigh_voices(
    one: Traits, other: Traits, method: LinkMethod, common: Commonness, *, placed: bool
) -> Evidence | None:
    """What it says that one voice is quoted in both, or not.

    Those who speak of a place speak of all its attacks: where the places can be one (`placed`), a voice
    says something by its figures only. Where a place is unknown, it tells where to look.
    """
    if not one.voices or not other.voices:
        return None
    shared = {
        voice: min(name, other.voices[voice])
        for voice, name in one.voices.items()
        if voice in other.voices
    }
    if not placed:
        return _weigh_elsewhere(shared, method, common)
    if not shared:
        return Evidence(0.0, "other voices", "voice", "other")
    repeated = one.told & other.told
    if repeated:
        keys = [name_figure(voice, harm, number) for voice, harm, number in repeated]
        size = _size(max(number for _, _, number in repeated))
        bits = common.lower(method.voice_repeats[size], keys)
        names = _list_names({voice: shared[voice] for voice, _, _ in repeated})
        words = f"one voice gives the same figures in both: {names}"
        return Evidence(bits, words, "voice", SIZES[size])
    names = _list_names(shared)
    if _speak_of_one_harm(one, other):
        words = f"one voice gives other figures: {names}"
        return Evidence(method.voice_differs, words, "voice", "differs")
    return Evidence(0.0, f"one voice in both: {names}", "voice", "quoted")


def _weigh_elsewhere(
    shared: Mapping[str, str], method: LinkMethod, common: Commonness
) -> Evidence | None:
    if not shared:
        return None
    bits = common.lower(method.voice_shared, [name_voice(voice) for voice in shared])
    return Evidence(bits, f"one voice in both: {_list_names(shared)}", "speaker", "same")


def _list_names(voices: Mapping[str, str]) -> str:
    return ", ".join(sorted(voices.values()))


def _speak_of_one_harm(one: Traits, other: Traits) -> bool:
    here = {(voice, harm) for voice, harm, _ in one.told}
    return any((voice, harm) in here for voice, harm, _ in other.told)


def _pick(traits: Traits, matter: str) -> frozenset[Figure]:
    return frozenset(each for each in traits.figures if _MATTERS.get(each[0], _OTHERS) == matter)


def _size(number: int) -> int:
    return 2 if number >= _MANY else 1 if number >= _SOME else 0


def _measure(here: frozenset[Figure], there: frozenset[Figure]) -> float:
    """How much of the larger the smaller is, of the two numbers that lie nearest."""
    return max(
        (min(mine, theirs) / max(mine, theirs) for _, mine in here for _, theirs in there),
        default=0.0,
    )


def _step(share: float, method: LinkMethod) -> tuple[str, float]:
    near, half, far = method.figure_apart
    if share >= _NEAR_SHARE:
        return NEAR, near
    return (HALF, half) if share >= _HALF_SHARE else (FAR, far)


def _say(figures: frozenset[Figure]) -> str:
    return ", ".join(sorted(f"{number} {harm.replace('_', ' ')}" for harm, number in figures))
