"""Voices of an incident → the terminal: claims side by side, and who relays whom."""

from collections.abc import Mapping

from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from onrecord.cli.render import VOICE_STYLE, clean, print_below, print_section, quote
from onrecord.model.claim import Claim, Said
from onrecord.model.identity import ClaimId
from onrecord.model.incident import Incident, Voice
from onrecord.publications.wording import say_code, say_interval

Claims = Mapping[ClaimId, Claim]


def print_voices(
    console: Console, incident: Incident, claims: Claims, short: Mapping[str, str]
) -> None:
    """Prints what each originator says, in its own words."""
    print_section(console, "Who says what?")
    for voice in incident.support.voices:
        print_below(console, _head_voice(voice))
        for id in voice.claims:
            if id in claims:
                print_below(
                    console, say_claim(claims[id], short, replaced=id not in voice.live), indent=4
                )
    spoken = {id for voice in incident.support.voices for id in voice.claims}
    spoken |= {reply.claim for reply in incident.support.replies}
    rest = [claims[id] for id in incident.claims if id in claims and id not in spoken]
    if rest:
        print_below(console, Text("also in these documents", style="bold"))
        for claim in rest:
            print_below(console, say_claim(claim, short), indent=4)


def say_claim(claim: Claim, short: Mapping[str, str], *, replaced: bool = False) -> Text:
    """A claim on one or two lines: its words, where they stand, when they were said."""
    notes = [
        short.get(claim.id, claim.id),
        clean(claim.document),
        *([f"said {_say_said(claim.said)}"] if claim.said else []),
        *([f"hedged: {say_code(claim.hedge.kind)}"] if claim.hedge.spans else []),
        *(["replaced by a later figure"] if replaced else []),
    ]
    style = VOICE_STYLE[claim.polarity]
    return Text.assemble(
        (
            "● " if claim.polarity == "asserts" else "⊘ " if claim.polarity == "denies" else "◐ ",
            style,
        ),
        quote(claim.quote, "dim" if replaced else ""),
        "  ",
        (" · ".join(notes), "dim"),
    )


def print_origins(console: Console, incident: Incident, claims: Claims) -> None:
    """Prints the way of each report: originator, relays, document."""
    print_section(console, "Where does it come from?")
    for voice in incident.support.voices:
        tree = Tree(_head_voice(voice))
        branches: dict[tuple[str, ...], Tree] = {(): tree}
        for chain in sorted({_chain_of(claims[id], voice) for id in voice.claims if id in claims}):
            _grow(branches, chain)
        print_below(console, tree)


def _chain_of(claim: Claim, voice: Voice) -> tuple[str, ...]:
    chains = (claim.speakers, *claim.co_speakers)
    mine = next(
        (chain for chain in chains if chain and chain[-1] == voice.originator), claim.speakers
    )
    relays = [clean(name) or "publisher unknown" for name in reversed(mine[:-1])]
    return (*relays, f"document {clean(claim.document)}")


def _grow(branches: dict[tuple[str, ...], Tree], chain: tuple[str, ...]) -> None:
    for depth in range(1, len(chain) + 1):
        way = chain[:depth]
        if way not in branches:
            branches[way] = branches[way[:-1]].add(Text(way[-1]))


def _head_voice(voice: Voice) -> Text:
    name = clean(voice.originator) or "unnamed"
    notes = []
    if not voice.certain:
        notes.append("in its own voice, no source named")
    if not voice.credible:
        notes.append("the accused or its ally")
    if not voice.counts_as_source:
        notes.append("adds no independent source")
    return Text.assemble((name, "bold"), "  ", ("; ".join(notes), "dim"))


def _say_said(said: Said) -> str:
    return say_interval(said.from_, said.to)
