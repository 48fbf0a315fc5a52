"""Sentences that are no claims: what surrounds a report, different in every document."""

from random import Random

from benchmarks.planted.names import describe_person, invent_person

_TEMPLATES = (
    "{Who} searched the {ruin} for {thing} until {late}.",
    "“{quote},” said {person}, {job} who {lived} {near}.",
    "The {road} to the {next} was {closed} for {hours}.",
    "{Who} carried {thing} out of the {ruin} and {laid} them {near}.",
    "Pictures shared by {who} showed {sight} and {sight2}.",
    "{person}, {job}, {recalled} how {thing} {fell} {near}.",
    "Officials said that {service} would be {back} within {hours}.",
    "The {next} had already been {hurt} during the {season}.",
    "{Who} asked for {need} and {need2}, which have not {come} since the {season}.",
    "A {vehicle} stood {near}, its {part} {broken}.",
    "Schools in the area stayed {closed}, and {who} were told to keep {away}.",
    "“{quote},” {person} {recalled}, standing {near}.",
    "{service2} was cut for {hours}, leaving {who} without {need}.",
    "Several {thing2} had to be {moved} to the {next}, {who} said.",
    "{person} had {lived} {near} since the {season} and lost {need2}.",
    "By {late} the {ruin} had been {cleared} and {who} had gone {home}.",
)
_LISTS = {
    "who": "neighbours|relatives|volunteers|young men|shopkeepers|medics|drivers|families|pupils|"
    "elders|market traders|students|farm workers|mothers|shepherds",
    "ruin": "rubble|ruins|collapsed stairwell|wreckage|courtyard|cellar|broken masonry|back rooms|"
    "burnt shops|upper floor|garden|store room",
    "thing": "belongings|blankets|documents|a missing boy|school bags|papers|photographs|tools|"
    "survivors|mattresses|sheep|sacks of flour",
    "thing2": "patients|families|generators|vehicles|stalls|wards|classes|animals",
    "late": "nightfall|the early hours|sunset|the next day|ten o'clock|the call to prayer",
    "quote": "We heard nothing before it|The walls shook and then it was dark|Nobody was left upstairs|"
    "I ran without my shoes|There is nothing here but homes|We had just sat down to eat|"
    "My brother was still inside|It was as if the sky had fallen|We have nowhere left to go|"
    "They had come here to be safe|I could not find the door|Everyone here knows each other",
    "lived": "lives|lived|worked|works|had sheltered|keeps a stall",
    "near": "nearby|two streets away|beside the water tank|at the corner|opposite the pharmacy|"
    "behind the town hall|next to the old well|by the bus stop|near the railway line|"
    "below the ridge|at the edge of the orchards|across the canal",
    "road": "road|bridge|track|lane|highway|mountain pass",
    "next": "next valley|district centre|crossing|border post|old quarter|river bank|upper town",
    "closed": "closed|blocked|impassable|shut|cordoned off|empty",
    "hours": "hours|three hours|most of the day|two days|a week|the weekend|a month",
    "laid": "laid|placed|put|wrapped|sheltered",
    "sight": "smoke over the roofs|a crater|twisted metal|broken glass|burning cars|dust in the lanes",
    "sight2": "men digging by hand|a child's shoe|people running|torn curtains|an overturned cart",
    "recalled": "recalled|remembered|described|told us|recounted",
    "fell": "fell|came down|burned|was thrown|lay",
    "service": "electricity|the water supply|telephone service|the bus line|bread deliveries",
    "service2": "Electricity|Running water|The telephone line|The internet|Gas",
    "back": "restored|back|repaired|resumed",
    "hurt": "hit|damaged|emptied|shelled|abandoned",
    "season": "winter|spring|harvest|siege|summer|flood|last offensive|holiday",
    "need": "fuel|bread|medicine|clean water|heating oil|shelter|flour",
    "need2": "tents|bandages|insulin|two cows|a tractor|seed|baby milk|a workshop",
    "come": "arrived|been delivered|reached them|come through",
    "vehicle": "bus|tractor|fire engine|taxi|lorry|bicycle|milk van",
    "part": "windows|doors|tyres|windscreen|roof|cabin",
    "broken": "shattered|burnt out|torn off|dented|covered in dust",
    "away": "indoors|away|to the cellars|off the streets",
    "moved": "moved|taken|brought|sent",
    "cleared": "cleared|searched|fenced off|swept",
    "home": "home|to relatives|to the camp|north|to the mosque",
}
_CHOICES = {name: words.split("|") for name, words in _LISTS.items()}


class _Chosen(dict[str, str]):
    def __init__(self, rng: Random) -> None:
        super().__init__()
        self.rng = rng

    def __missing__(self, key: str) -> str:
        if key == "person":
            return invent_person(self.rng)
        if key == "job":
            return describe_person(self.rng)
        words = self.rng.choice(_CHOICES[key.casefold()])
        return words if key.islower() else words.capitalize()


def write_filler(rng: Random) -> str:
    """One sentence that says nothing of any toll."""
    return rng.choice(_TEMPLATES).format_map(_Chosen(rng))
