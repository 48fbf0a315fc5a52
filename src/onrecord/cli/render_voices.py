"""Voices of an incident → the terminal: a tree of originator, occasion, claims and relays."""

import re
from collections.abc import Iterable, Mapping

from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from onrecord.cli.numbering import Numbers
from onrecord.cli.render import VOICE_STYLE, clean, print_below, print_section, quote
from onrecord.model.claim import Claim, Said
from onrecord.model.identity import ClaimId
from onrecord.model.incident import Incident, Utterance, Voice
from onrecord.model.vocabulary import Polarity
from onrecord.publications.originators import (
    Occasion,
    list_occasions,
    say_backing,
    say_independent,
    say_standing,
)
from onrecord.publications.wording import say_code, say_interval

Claims = Mapping[ClaimId, Claim]
_DENYING = re.compile(r"\b(?:den(?:y|ies|ied)|reject|dismiss|refut|disput)", re.IGNORECASE)


def print_voices(
    console: Console,
    incident: Incident,
    claims: Claims,
    numbers: Numbers,
    utterances: Iterable[Utterance],
) -> None:
    """Prints who says what, on which occasion, and through whom it reached the case."""
    print_section(console, "Who speaks, and who only passes on?")
    support = incident.support
    count = say_independent(support.independent)
    print_below(console, Text(f"Independent sources: {count}.", style="dim"))
    held = frozenset(id for voice in support.voices for id in voice.claims)
    near = [one for one in utterances if held & {*one.claims}]
    for voice in support.voices:
        print_below(console, _draw_voice(voice, claims, numbers, near))
    _print_rest(console, incident, claims, numbers)


def print_backings(console: Console, incident: Incident) -> None:
    """Prints for each figure who gives it, and how many of them are independent."""
    backings = incident.support.backings
    if not backings:
        return
    print_section(console, "How many independent sources has each figure?")
    for backing in backings:
        names = ", ".join(clean(name) or "unnamed" for name in backing.voices)
        print_below(
            console,
            Text.assemble(
                (say_backing(backing), "bold"),
                f": {say_independent(backing.independent)} ",
                (f"({names})", "dim"),
            ),
        )


def say_claim(claim: Claim, short: Mapping[str, str], *, replaced: bool = False) -> Text:
    """A claim on one or two lines: its words, where they stand, when they were said."""
    notes = [
        short.get(claim.id, claim.id),
        clean(claim.document),
        *([f"said {_say_said(claim.said)}"] if claim.said else []),
        *_list_notes(claim, replaced=replaced),
    ]
    return Text.assemble(
        (f"{_SIGNS.get(claim.polarity, '◐')} ", VOICE_STYLE[claim.polarity]),
        quote(claim.quote, "dim" if replaced else ""),
        "  ",
        (" · ".join(notes), "dim"),
    )


def say_numbered(claim: Claim, numbers: Numbers, *, replaced: bool = False) -> Text:
    """A claim with its number, and its notes in words."""
    notes = "; ".join(_list_notes(claim, replaced=replaced))
    return Text.assemble(
        (f"[{numbers[claim.id]}] ", "bold"),
        (_say_denying(claim), "dim"),
        quote(claim.quote, "dim" if replaced else ""),
        (f"  ({notes})" if notes else "", "dim"),
    )


_SIGNS = {"asserts": "●", "denies": "⊘"}


def _list_notes(claim: Claim, *, replaced: bool) -> list[str]:
    return [
        *([f"with reserve: {_say_hedge(claim)}"] if claim.hedge.spans else []),
        *(["replaced by a later figure"] if replaced else []),
    ]


def _say_denying(claim: Claim) -> str:
    """The words that deny what the claim's own words say: "“the army denied that” …"."""
    spoken = " … ".join(clean(words.text) for words in claim.attribution if words.text)
    denied = claim.polarity is Polarity.DENIES and spoken not in claim.quote
    return f"“{spoken}” … " if denied and _DENYING.search(spoken) else ""


def _say_hedge(claim: Claim) -> str:
    spoken = [f"“{clean(words.text)}”" for words in claim.hedge.spans if words.text]
    return " ".join(spoken) or say_code(claim.hedge.kind)


def _draw_voice(
    voice: Voice, claims: Claims, numbers: Numbers, utterances: Iterable[Utterance]
) -> Tree:
    name = clean(voice.originator) or "unnamed"
    tree = Tree(Text.assemble((name, "bold"), (f" ({clean(say_standing(voice))})", "dim")))
    for occasion in list_occasions(voice, claims, utterances):
        branch = tree.add(Text(_say_occasion(occasion)))
        for same in _group_same(occasion, claims):
            _draw_words(branch, same, voice, numbers)
    return tree


def _say_occasion(occasion: Occasion) -> str:
    if occasion.documents < 2:
        return f"said {occasion.said}"
    because = f" ({occasion.because})" if occasion.because else ""
    return f"said {occasion.said}: one statement, told by {occasion.documents} documents{because}"


def _group_same(occasion: Occasion, claims: Claims) -> list[list[Claim]]:
    """The claims of an occasion, those with the very same words together."""
    groups: dict[str, list[Claim]] = {}
    for id in occasion.claims:
        groups.setdefault(" ".join(claims[id].quote.casefold().split()), []).append(claims[id])
    return list(groups.values())


def _draw_words(branch: Tree, same: list[Claim], voice: Voice, numbers: Numbers) -> None:
    first, *others = same
    leaf = branch.add(say_numbered(first, numbers, replaced=first.id not in voice.live))
    leaf.add(Text(_say_way(first, voice), style="dim"))
    for claim in others:
        way = f"[{numbers[claim.id]}] the same words, {_say_way(claim, voice)}"
        leaf.add(Text(way, style="dim"))


def _say_way(claim: Claim, voice: Voice) -> str:
    """Through whom a claim reached the case: relays from the originator on, then the document."""
    chains = (claim.speakers, *claim.co_speakers)
    mine = next(
        (chain for chain in chains if chain and chain[-1] == voice.originator), claim.speakers
    )
    relays = [clean(name) or "a publisher unknown" for name in reversed(mine[:-1])]
    if mine and mine[-1] != voice.originator and mine[-1] is not None:
        relays.insert(0, f"{clean(mine[-1])} without naming the source")
    through = f"through {', then '.join(relays)}" if relays else "in its own words"
    return f"{through}: document {clean(claim.document)}"


def _print_rest(console: Console, incident: Incident, claims: Claims, numbers: Numbers) -> None:
    spoken = {id for voice in incident.support.voices for id in voice.claims}
    spoken |= {reply.claim for reply in incident.support.replies}
    rest = [claims[id] for id in incident.claims if id in claims and id not in spoken]
    if rest:
        print_below(console, Text("Also in these documents:", style="bold"))
        for claim in rest:
            print_below(console, say_numbered(claim, numbers), indent=4)


def _say_said(said: Said) -> str:
    return say_interval(said.from_, said.to)
