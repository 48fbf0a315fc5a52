"""Answers of the accused → the terminal: what they argue, what they meet, what nobody answered."""

from collections.abc import Iterable, Mapping

from rich.console import Console
from rich.text import Text

from onrecord.cli.numbering import Numbers, cite
from onrecord.cli.render import clean, print_below, print_section, shorten
from onrecord.cli.render_voices import say_numbered
from onrecord.model.claim import Claim
from onrecord.model.identity import ClaimId
from onrecord.model.incident import Concession, Incident, Reply
from onrecord.publications.arguments import SCOPE_WORDS, name_arguments
from onrecord.publications.source import Publishable
from onrecord.publications.wording import RESPONSE_MEANING, say_span_of_days

Claims = Mapping[ClaimId, Claim]
_LONGEST = 64
_SPECIFIC = frozenset({"incident", "incident_unnamed"})
_OF_THIS = "Answers about this attack:"
_OF_WHOLE = "Answers to a report, a pattern or a campaign that holds this attack:"
_OF_NONE = "No answers, but they bear on it (said earlier, or in general):"


def print_answers(console: Console, incident: Incident, claims: Claims, numbers: Numbers) -> None:
    """Prints every answer with its arguments, nearest first, then what nobody answered."""
    support = incident.support
    print_section(console, "What do the accused say?")
    print_below(console, Text(f"In short: {RESPONSE_MEANING[support.official_response]}."))
    for title, replies in _sort_replies(support.replies):
        print_below(console, Text(title, style="italic"))
        for head, said in _group_by_speaker(replies, claims).items():
            print_below(console, Text(head, style="bold"), indent=4)
            for reply in said:
                _print_reply(console, reply, claims, numbers)
    if support.unanswered:
        _print_unanswered(console, incident, claims, numbers)


def list_answers(console: Console, case: Publishable) -> None:
    """Prints for each incident whether it was answered, and every claim that nobody answered."""
    claims = {claim.id: claim for claim in case.claims()}
    incidents = case.incidents()
    short = shorten(incident.id for incident in incidents)
    silent = [incident for incident in incidents if incident.support.unanswered]
    many = sum(len(incident.support.unanswered) for incident in silent)
    words = f"In {len(silent)} of {len(incidents)} incidents something stands unanswered"
    console.print(Text(f"{words}: {many} claims in all."))
    for incident in incidents:
        support = incident.support
        console.print()
        console.print(Text.assemble((short[incident.id], "dim"), f"  {clean(incident.title)}"))
        print_below(console, Text(f"{RESPONSE_MEANING[support.official_response]}."))
        for id in support.unanswered:
            if id in claims:
                words = f"nobody answered: “{_shorten(clean(claims[id].quote))}”"
                print_below(console, Text(words, style="dim"), indent=4)


def _sort_replies(replies: Iterable[Reply]) -> list[tuple[str, list[Reply]]]:
    """The replies by how near they come to the attack, each sort with its title."""
    sorts: dict[str, list[Reply]] = {title: [] for title in (_OF_THIS, _OF_WHOLE, _OF_NONE)}
    for reply in replies:
        near = _OF_THIS if reply.scope in _SPECIFIC else _OF_WHOLE
        sorts[near if reply.relation == "responds_to" else _OF_NONE].append(reply)
    return [(title, found) for title, found in sorts.items() if found]


def _group_by_speaker(replies: Iterable[Reply], claims: Claims) -> dict[str, list[Reply]]:
    groups: dict[str, list[Reply]] = {}
    for reply in replies:
        groups.setdefault(_say_speaker(reply, claims.get(reply.claim)), []).append(reply)
    return groups


def _say_speaker(reply: Reply, claim: Claim | None) -> str:
    who = clean(reply.originator) or "unnamed"
    told = claim is not None and not claim.resolved and reply.party is not None
    said = claim.said if claim is not None else None
    day = f", {say_span_of_days(said.from_, said.to)}" if said is not None else ""
    return f"{f'{reply.party}, as {who} tells' if told else who}{day}"


def _print_reply(console: Console, reply: Reply, claims: Claims, numbers: Numbers) -> None:
    if reply.claim in claims:
        print_below(console, say_numbered(claims[reply.claim], numbers), indent=6)
    print_below(console, Text(_say_point(reply, numbers), style="dim"), indent=8)


def _say_point(reply: Reply, numbers: Numbers) -> str:
    """What a reply argues, of what it speaks, what it concedes, and which claims it meets."""
    argued = name_arguments(reply.arguments) or "nothing that we have a name for"
    points = [f"argues: {argued}"]
    if reply.scope not in _SPECIFIC:
        points.append(f"of {SCOPE_WORDS.get(reply.scope, reply.scope)}")
    if reply.conceded:
        points.append(f"concedes: {', '.join(_say_concession(one) for one in reply.conceded)}")
    if reply.allegations:
        points.append(f"to {cite(reply.allegations, numbers)}")
    return "; ".join(points)


def _print_unanswered(
    console: Console, incident: Incident, claims: Claims, numbers: Numbers
) -> None:
    print_section(console, "What did nobody answer?")
    words = "No answer in these documents speaks of this attack itself and meets:"
    print_below(console, Text(words, style="dim"))
    for id in incident.support.unanswered:
        if id in claims:
            print_below(console, Text(f"[{numbers[id]}] “{_shorten(clean(claims[id].quote))}”"))


def _say_concession(one: Concession) -> str:
    harm = one.harm.value.replace("_", " ")
    if one.max == 0:
        return f"nobody {harm}"
    if one.max is None:
        return f"at least {one.min} {harm}"
    return f"{one.min} {harm}" if one.min == one.max else f"{one.min} to {one.max} {harm}"


def _shorten(words: str) -> str:
    if len(words) <= _LONGEST:
        return words
    return f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"
