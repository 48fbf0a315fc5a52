"""Claims that belong to no attack: a recorder's monthly total, which must never be added."""

from datetime import timedelta
from random import Random

from benchmarks.planted.attacks import Attack
from benchmarks.planted.drafts import Counted, Dated, Draft, Piece, Sentence, Text
from benchmarks.planted.numbers import say_exactly
from benchmarks.planted.sentences import fill
from benchmarks.planted.views import name_province
from benchmarks.planted.world import World

from onrecord.model.vocabulary import (
    ClaimType,
    DatePrecision,
    Harm,
    Mode,
    SpeakerKind,
    Status,
    Unit,
)


def write_total(attack: Attack, world: World, rng: Random) -> Text:
    """A recorder's total over the province of an attack and the month before it."""
    recorder = rng.choice(world.national)
    last = attack.day.replace(day=1) - timedelta(days=1)
    first = last.replace(day=1)
    words, figure = say_exactly(rng.randint(40, 400), rng)
    said: list[Piece] = [(f"{words} civilians", "killed"), (" were killed in ", None)]
    said += [(f"{last:%B}", "when"), (" in ", None), (f"{attack.town.province} province", "place")]
    draft = Draft(
        type=ClaimType.TALLY,
        speakers=(recorder.name,),
        kind=SpeakerKind.RECORDER,
        attack=None,
        unit=Unit.AGGREGATE_PERIOD,
        mode=Mode.OWN_VOICE,
        counts=(Counted("killed", Harm.KILLED, figure, status=Status.CIVILIAN),),
        places=(name_province(attack.town),),
        when=Dated(first, last, DatePrecision.MONTH),
    )
    sentence = Sentence([], said, [(".", None)], draft)
    return Text(recorder.name, last + timedelta(days=rng.randint(1, 4)), [[sentence, fill(rng)]])
