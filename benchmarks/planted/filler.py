"""Sentences that are no claims: what surrounds a report, different in every document.

Two paragraphs of different reports should share about as many pairs of words as two real ones do, so
sentences are put together from many words and few fixed phrases.
"""

from random import Random

from benchmarks.planted.names import describe_person, invent_person

_TEMPLATES = (
    "{Many} {did} {adj} {thing} {where} {when}.",
    "{Many} {where} {did} {thing} {how} {when}, {person} {said}.",
    "“{Many} {did} {adj} {thing} {how},” {said} {person}, {job}.",
    "{Thing} and {adj} {thing} lay {where} {when}.",
    "{When} {many} {did} {thing} {where}.",
    "{person}, {job}, {did} {adj} {thing} {how} {where}.",
    "{How}, {many} {did} {thing}, {said} {person}.",
    "{Many} without {thing} {did} {adj} {thing} {when}.",
    "“{Thing} {state} {where},” {person} {said}, “and {many} {did} {thing} {how}.”",
    "{Adj} {thing} {state} {when}, while {many} {did} {thing} {where}.",
    "{Many} {who_were} {state} {how} {where} {when}.",
    "{person} {said} {many} {did} neither {thing} nor {adj} {thing}.",
)
_LISTS = {
    "many": "neighbours|relatives|volunteers|shopkeepers|medics|drivers|families|pupils|elders|traders|"
    "students|labourers|mothers|shepherds|carpenters|masons|bakers|clerks|orphans|widows|cousins|"
    "engineers|officials|grocers|beekeepers|fishermen|weavers|plumbers|guards|travellers|pensioners|"
    "teachers|cleaners|tailors|porters|butchers|electricians|midwives|gravediggers|townspeople",
    "did": "searched|carried|gathered|lost|buried|repaired|sold|wanted|remembered|swept|sorted|filmed|"
    "abandoned|counted|guarded|covered|borrowed|fetched|lifted|wrapped|hid|described|missed|shared|"
    "delivered|stacked|salvaged|requested|washed|moved|unloaded|feared|stored|mended|awaited|emptied|"
    "hauled|catalogued|refused|brought",
    "adj": "broken|scorched|wooden|empty|heavy|borrowed|wet|rusted|torn|dusty|blackened|folded|frozen|"
    "locked|painted|crowded|hollow|tangled|forgotten|narrow|plastic|cracked|donated|second-hand|tall|"
    "damp|woollen|bent|stained|patched|unopened|cold|smouldering|faded|loose|silent",
    "thing": "blankets|documents|mattresses|sheep|flour|stairwells|photographs|shutters|bandages|goats|"
    "schoolbooks|kettles|ladders|generators|tractors|carpets|insulin|firewood|lanterns|beehives|pipes|"
    "cellars|rooftops|bicycles|curtains|tents|handcarts|looms|orchards|wells|diesel|bread|doorframes|"
    "telephones|stretchers|baskets|ledgers|sewing machines|seedlings|cradles|windows|prams|boilers|"
    "suitcases|barley|nets|violins|spectacles|keys|shoes",
    "where": "beside the canal|near the pharmacy|behind the town hall|by the old well|along the ridge|"
    "under the bridge|opposite the tannery|below the water tower|at the crossroads|past the mill|"
    "outside the cemetery|around the bus depot|inside the courtyard|across the river|between the shops|"
    "in the back rooms|on the staircase|at the border post|over the railway line|up the valley|"
    "next to the football pitch|in a neighbour's garden|by the brick kiln|on the upper floors",
    "when": "all day|until dark|for weeks|since spring|after prayers|before lunch|during the holiday|"
    "through the winter|in the heat|within an hour|that week|for most of the summer|since the siege|"
    "during the harvest|for three days|without a pause|after the rain|until the curfew|over two seasons|"
    "in the confusion|since the flood|between lessons|for a month|as dust settled",
    "how": "with bare hands|one by one|in silence|by torchlight|on donkeys|in haste|without gloves|"
    "with ropes|on foot|in turns|against advice|out of habit|with great care|by the dozen|in despair|"
    "for nothing|at their own cost|in three languages|from memory|with borrowed tools|arm in arm",
    "said": "said|recalled|remembered|explained|added|insisted|recounted|wrote",
    "state": "vanished|burned|sank|stood open|collapsed|ran out|gave way|stayed shut|froze|leaked|"
    "tipped over|fell apart|went missing|held firm|turned black|lay idle|crumbled",
    "who_were": "who had fled earlier|who knew the area|who came to help|with small children|on their way "
    "home|who had stayed|from other valleys|with nothing left|who spoke to us|of all ages",
}
_CHOICES = {name: tuple(words.split("|")) for name, words in _LISTS.items()}


class _Chosen(dict[str, str]):
    """A fresh word of the wanted kind at every look-up."""

    def __init__(self, rng: Random) -> None:
        super().__init__()
        self.rng = rng

    def __missing__(self, key: str) -> str:
        if key == "person":
            return invent_person(self.rng)
        if key == "job":
            return describe_person(self.rng)
        words = self.rng.choice(_CHOICES[key.lower()])
        return words if key.islower() else words[0].upper() + words[1:]


def write_filler(rng: Random) -> str:
    """One sentence that says nothing of any toll."""
    return rng.choice(_TEMPLATES).format_map(_Chosen(rng))
