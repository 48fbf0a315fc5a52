"""One incident → the terminal: how many, how sure, who says what, what the accused answers."""

from collections.abc import Mapping

from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.cli.render import clean, print_below, print_section, shorten
from onrecord.cli.render_answers import print_answers
from onrecord.cli.render_proofs import print_clashes, print_proofs, say_sides
from onrecord.cli.render_voices import print_origins, print_voices
from onrecord.model.claim import Claim
from onrecord.model.identity import ClaimId
from onrecord.model.incident import Incident, Linking, Range
from onrecord.model.vocabulary import Harm, VictimClass
from onrecord.publications.bounds import Ground, find_grounds
from onrecord.publications.records import flags_of
from onrecord.publications.wording import (
    ATTRIBUTION_MEANING,
    CAVEAT,
    CLASS_NAMES,
    GRADE_MEANING,
    PLACE_PRECISION,
    PRESUMED_NOTE,
    RESPONSE_MEANING,
    STRIKE_MEANING,
    UNKNOWN,
    say_code,
    say_place,
    say_range,
    say_when,
)

Claims = Mapping[ClaimId, Claim]


def show_incident(
    console: Console, incident: Incident, claims: Claims, *, linking: Linking
) -> None:
    """Prints one incident; `claims` holds every claim of the case by its identifier."""
    short = shorten(claims)
    _print_head(console, incident)
    _print_ranges(console, incident, claims, short)
    print_proofs(console, incident)
    _print_four_answers(console, incident)
    _print_parties(console, incident)
    print_voices(console, incident, claims, short)
    print_origins(console, incident, claims)
    print_answers(console, incident, claims, short)
    _print_differences(console, incident, short)
    _print_joins(console, incident, linking, short)
    console.print()
    console.print(Text(CAVEAT, style="dim"))


def _print_head(console: Console, incident: Incident) -> None:
    place = incident.place
    precision = f" ({PLACE_PRECISION[place.precision]})" if place else ""
    console.print(Text(clean(incident.title), style="bold"))
    console.print(Text(f"{say_when(incident.when)} · {clean(say_place(place))}{precision}"))
    told = [say_code(code) for code in (*incident.weapons, *incident.objects)]
    if told:
        console.print(Text(", ".join(told)))
    aliases = f", also known as {', '.join(incident.aliases)}" if incident.aliases else ""
    console.print(Text(f"{incident.id}{aliases} · provisional: not yet reviewed", style="dim"))


def _print_ranges(
    console: Console, incident: Incident, claims: Claims, short: Mapping[str, str]
) -> None:
    print_section(console, "How many?")
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    presumed = False
    for name, harm, victims, found in _list_ranges(incident):
        presumed = presumed or bool(found and found.presumed)
        grounds = (
            find_grounds(found, claims, harm=harm, victims=victims) if found is not None else ()
        )
        table.add_row(name, _say_range(found), _say_grounds(found, grounds, short))
    print_below(console, table)
    if presumed:
        print_below(console, Text(PRESUMED_NOTE, style="dim"))


_ALWAYS = (VictimClass.CIVILIAN, VictimClass.CHILD, VictimClass.WOMAN)


def _list_ranges(
    incident: Incident,
) -> list[tuple[str, Harm, VictimClass | None, Range | None]]:
    counting = incident.counting
    lines: list[tuple[str, Harm, VictimClass | None, Range | None]] = []
    for harm in Harm:
        classes = counting.by_class.get(harm, {})
        if harm in counting.by_harm or classes or harm in (Harm.KILLED, Harm.INJURED):
            lines.append((say_code(harm), harm, None, counting.by_harm.get(harm)))
        lines += [
            (f"  {CLASS_NAMES[victims]}", harm, victims, classes.get(victims))
            for victims in VictimClass
            if victims in classes or (harm is Harm.KILLED and victims in _ALWAYS)
        ]
    return lines


def _say_range(found: Range | None) -> Text:
    return Text(say_range(found), style="bold" if found else "dim italic")


def _say_grounds(
    found: Range | None, grounds: tuple[Ground, ...], short: Mapping[str, str]
) -> Text:
    if found is None:
        return Text("nobody gave a number", style="dim")
    lines = [
        Text.assemble(
            " / ".join(f"“{clean(words)}”" for words in ground.words) or "(no number)",
            "  ",
            (f"{clean(ground.originator) or 'publisher'}  {short[ground.claim]}", "dim"),
        )
        for ground in grounds
    ]
    return Text("\n").join([*lines, *_say_reasons(found, of_several=len(lines) > 1)])


def _say_reasons(found: Range, *, of_several: bool) -> list[Text]:
    reasons = list(found.because) if of_several else []
    if found.best is not None and found.best_reason and found.min != found.max:
        reasons.append(f"best {found.best}: {say_code(found.best_reason)}")
    if found.strict_min is not None and found.strict_min != found.min:
        reasons.append(f"without presumption: at least {found.strict_min}")
    if found.status:
        reasons.append(f"standing {say_code(found.status)}")
    return [Text(clean(reason), style="dim") for reason in reasons]


def _print_four_answers(console: Console, incident: Incident) -> None:
    support = incident.support
    strike = support.strike_status
    print_section(console, "How sure, of what? Four answers, never one score")
    table = Table.grid(padding=(0, 2))
    table.add_row("grade", _bold(support.grade), GRADE_MEANING[support.grade])
    table.add_row("strike", _bold(strike), STRIKE_MEANING[strike] if strike else "no strike told")
    table.add_row(
        "attribution",
        _bold(support.attribution_status),
        ATTRIBUTION_MEANING[support.attribution_status],
    )
    table.add_row(
        "response", _bold(support.official_response), RESPONSE_MEANING[support.official_response]
    )
    table.add_row(
        "evidence", say_code(support.evidence_class), f"corroboration {support.corroboration}"
    )
    table.add_row("voices", _say_independent(incident), "relays and copies are not counted")
    print_below(console, table)


def _bold(code: str | None) -> Text:
    return Text(say_code(code), style="bold")


def _say_independent(incident: Incident) -> str:
    independent = incident.support.independent
    more = independent.possible - independent.certain
    return f"{independent.certain} named" + (f", {more} more possible" if more > 0 else "")


def _print_parties(console: Console, incident: Incident) -> None:
    print_section(console, "Who is named?")
    if not incident.support.parties:
        print_below(console, Text("nobody is named", style="dim"))
    for party in incident.support.parties:
        core = "named by all who name anybody" if party.core else "named by some"
        voices = ", ".join(clean(voice) for voice in party.named_by)
        print_below(
            console,
            Text.assemble(
                (clean(party.name), "bold"),
                f"  {say_code(party.status)}, {core}: {voices or UNKNOWN}",
            ),
        )


def _print_differences(console: Console, incident: Incident, short: Mapping[str, str]) -> None:
    contradictions = incident.support.contradictions
    flags = [flag for flag in flags_of(incident) if not flag.startswith("constraint_conflict")]
    if not contradictions and not flags and not incident.counting.clashes:
        return
    print_section(console, "What does not fit?")
    for item in contradictions:
        print_below(
            console,
            Text.assemble(
                ("≠ ", "magenta"), clean(item.words), "  ", (say_sides(item.sides, short), "dim")
            ),
        )
    print_clashes(console, incident, short)
    for flag in flags:
        print_below(console, Text.assemble(("⚑ ", "magenta"), say_code(flag)))


def _print_joins(
    console: Console, incident: Incident, linking: Linking, short: Mapping[str, str]
) -> None:
    print_section(console, "Why is this one incident?")
    if not incident.joins:
        print_below(
            console, Text("it rests on one claim, or on claims of one sentence", style="dim")
        )
    for join in incident.joins:
        print_below(
            console,
            Text.assemble(
                (f"{short.get(join.one, join.one)} + {short.get(join.other, join.other)}  ", "dim"),
                clean("; ".join(join.because)),
                (f"  ({join.bits:+.1f} bits)", "dim"),
            ),
        )
    for pair in linking.candidates:
        if incident.id in (pair.one, pair.other):
            other = pair.other if pair.one == incident.id else pair.one
            print_below(
                console,
                Text.assemble(
                    "? perhaps the same as ", other, f": {clean('; '.join(pair.because))}"
                ),
            )
