"""Views and statements → sentences of reports, each with the claim that it makes."""

from random import Random

from benchmarks.planted.attacks import Attack
from benchmarks.planted.drafts import Counted, Draft, Piece, Sentence
from benchmarks.planted.filler import write_filler
from benchmarks.planted.statements import Statement
from benchmarks.planted.views import View
from benchmarks.planted.world import Organ

from onrecord.model.vocabulary import ClaimType, Mode, SpeakerKind

_KILLED = ("were killed", "died", "lost their lives", "have been killed")
_HURT = ("were wounded", "were injured", "suffered wounds")
_SPOKE = ("said", "reported", "announced")
_CARRIED = (
    "the death toll stood at", "the number of dead was put at", "those killed numbered",
    "the confirmed dead were",
)  # fmt: skip


def tell_toll(
    attack: Attack, view: View, statement: Statement, speakers: tuple[Organ, ...], rng: Random
) -> Sentence:
    """The toll of one voice with place, day, weapon and target as the document has them."""
    toll = _join_toll(statement, rng)
    strike = _name_strike(view, rng)
    shape = rng.randrange(4)
    if shape == 0 and view.day:
        said = [*view.day, (", ", None), *toll, (" in ", None), *strike, *_at(view.place)]
    elif shape == 1 and view.place:
        said = [*view.place, (", ", None), *toll, (" in ", None), *strike, *_at(view.day)]
    elif shape == 2:
        hit = (" when ", None), *view.weapon, *view.by, (" hit ", None), *_hit(view)
        said = [*toll, *hit, *_at(view.place), *_at(view.day)]
    else:
        said = [*toll, (" in ", None), *strike, *_at(view.place), *_at(view.day)]
    draft = _draft(ClaimType.CASUALTY_COUNT, attack, view, speakers)
    draft.also = (ClaimType.ATTACK,)
    draft.counts = statement.counts
    return _attribute(said, speakers, draft, rng)


def tell_toll_again(
    attack: Attack, statement: Statement, speakers: tuple[Organ, ...], rng: Random
) -> Sentence:
    """The toll of another voice in a document that has named place and day before."""
    draft = Draft(
        type=ClaimType.CASUALTY_COUNT,
        speakers=tuple(speaker.name for speaker in speakers),
        kind=speakers[-1].kind,
        attack=attack.number,
        counts=statement.counts,
        carries=True,
    )
    toll = _join_toll(statement, rng)
    if len(statement.counts) == 1 and statement.killed and rng.random() < 0.5:
        return _attribute(
            [(rng.choice(_CARRIED) + " ", None), *statement.killed], speakers, draft, rng
        )
    return _attribute(toll, speakers, draft, rng)


def tell_attack(attack: Attack, view: View, speakers: tuple[Organ, ...], rng: Random) -> Sentence:
    """That the attack took place, without a toll."""
    hit = rng.choice((" struck ", " hit ", " tore into ", " landed on "))
    said = [*view.weapon, *view.by, (hit, None), *_hit(view), *_at(view.place), *_at(view.day)]
    draft = _draft(ClaimType.ATTACK, attack, view, speakers)
    return _attribute(said, speakers, draft, rng)


def tell_damage(attack: Attack, view: View, speakers: tuple[Organ, ...], rng: Random) -> Sentence:
    """What was destroyed, in a document that has named place and day before."""
    draft = _draft(ClaimType.TARGET_DAMAGE, attack, view, speakers)
    draft.places, draft.when, draft.carries = (), None, True
    draft.parties, draft.weapons = (), ()
    verb = rng.choice(
        (" was badly damaged", " was destroyed", " burned down", " was left in ruins")
    )
    return _attribute([*_hit(view), (verb, None)], speakers, draft, rng)


def head(attack: Attack, view: View, paper: Organ, *, toll: tuple[str, Counted] | None) -> Sentence:
    """A headline, in the paper's own voice; `toll` is a number in words and what it counts."""
    draft = Draft(
        type=ClaimType.ATTACK,
        speakers=(paper.name,),
        kind=paper.kind,
        attack=attack.number,
        mode=Mode.HEADLINE,
        places=view.places[:1],
        weapons=view.weapons,
        objects=view.objects,
    )
    strike = [*view.weapon, (" hits ", None), *_hit(view), *_at(view.place[:2])]
    if toll is not None:
        number, counted = toll
        draft.type, draft.also = ClaimType.CASUALTY_COUNT, (ClaimType.ATTACK,)
        draft.counts = (counted,)
        strike = [(number, "killed"), (" killed as ", None), *strike]
    return Sentence([], _capitalise(strike), [], draft)


def fill(rng: Random) -> Sentence:
    """A sentence that is no claim."""
    return Sentence([], [(write_filler(rng), None)], [])


def colour(attack: Attack, rng: Random) -> Sentence:
    """A sentence that names a person or a street of this attack, and is no claim."""
    person, street = rng.choice(attack.people), attack.street
    words = rng.choice(
        (
            f"Among the dead was {person}, who had a shop on {street}.",
            f"{person} was buried the same evening beside {street}.",
            f"{person}, who pulled others out on {street}, is in hospital.",
            f"Much of {street} is without windows, and {person} is still missing.",
        )
    )
    return Sentence([], [(words, None)], [])


def _draft(type: ClaimType, attack: Attack, view: View, speakers: tuple[Organ, ...]) -> Draft:
    return Draft(
        type=type,
        speakers=tuple(speaker.name for speaker in speakers),
        kind=speakers[-1].kind,
        attack=attack.number,
        mode=Mode.INDIRECT if len(speakers) > 1 else Mode.OWN_VOICE,
        places=view.places,
        when=view.when,
        parties=view.parties,
        weapons=view.weapons,
        objects=view.objects,
    )


def _join_toll(statement: Statement, rng: Random) -> list[Piece]:
    killed, injured = statement.killed, statement.injured
    pieces = [*killed, (f" {rng.choice(_KILLED)}", None)] if killed else []
    if killed and injured:
        pieces.append((" and ", None))
    return [*pieces, *injured, (f" {rng.choice(_HURT)}", None)] if injured else pieces


def _name_strike(view: View, rng: Random) -> list[Piece]:
    on = rng.choice((" on ", " that struck ", " targeting "))
    return [*view.weapon, *view.by, *(((on, None), *view.object) if view.object else ())]


def _hit(view: View) -> tuple[Piece, ...]:
    return view.object or (("the area", None),)


def _at(phrase: tuple[Piece, ...]) -> tuple[Piece, ...]:
    return ((" ", None), *phrase) if phrase else ()


def _capitalise(pieces: list[Piece]) -> list[Piece]:
    words, slot = pieces[0]
    return [(words[:1].upper() + words[1:], slot), *pieces[1:]]


def _attribute(
    said: list[Piece], speakers: tuple[Organ, ...], draft: Draft, rng: Random
) -> Sentence:
    if len(speakers) == 1:
        return Sentence([], _capitalise(said), [(".", None)], draft)
    voice = _call(speakers[-1])
    if len(speakers) > 2:
        voice = f"{voice} {rng.choice(('told', 'was quoted by'))} {_call(speakers[-2])}"
        front = [(f"According to what {voice}", "who"), (", ", None)]
        back = [(", ", None), (voice, "who"), (".", None)]
    else:
        front = [(f"According to {voice}", "who"), (", ", None)]
        back = [(", ", None), (f"{voice} {rng.choice(_SPOKE)}", "who"), (".", None)]
    if rng.random() < 0.3:
        return Sentence(front, said, [(".", None)], draft)
    return Sentence([], _capitalise(said), back, draft)


def _call(organ: Organ) -> str:
    plain = organ.kind is SpeakerKind.WITNESS or organ.name.startswith("a ")
    return organ.name if plain else f"the {organ.name}"
