"""The parties of a clause, and whose mouth says it → what a side tells of its own deeds."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.claims.countries import load_countries
from onrecord.claims.party_book import load_party_book
from onrecord.claims.roles import RoleReader
from onrecord.claims.syntax import Token
from onrecord.model.claim import Count, PartyMention, Words
from onrecord.model.party import UNLISTED_SIDE
from onrecord.model.vocabulary import Certainty, ClaimType, PartyRole, Status

_OWNERS = frozenset({"our", "its", "their", "ours"})
_ENEMIES = frozenset({"insurgent", "terrorist", "militant", "enemy", "jihadist", "extremist", "gunman", "saboteur"})  # fmt: skip
DOERS = frozenset({PartyRole.ALLEGED_PERPETRATOR, PartyRole.PERPETRATOR})


@dataclass(frozen=True, slots=True)
class Mouth:
    """The party whose mouth says a clause, whether it asserts it, and concedes that it did it."""

    party: str
    asserts: bool
    concedes: bool = False


CHARGES = frozenset(
    {ClaimType.ATTACK, ClaimType.CASUALTY_COUNT, ClaimType.WEAPON_USE, ClaimType.TARGET_DAMAGE,
     ClaimType.TALLY, ClaimType.PATTERN_ASSESSMENT, ClaimType.SIEGE, ClaimType.DISPLACEMENT}
)  # fmt: skip


def forces_of(party: str) -> str:
    """The forces that act for a party: a ministry's or government's are the armed forces."""
    listed = load_party_book().parties.get(party)
    if listed is not None:
        country = load_countries().get(listed.country or "")
        civil = listed.kind == "government" and country is not None
        return country.forces if civil and country is not None else party
    for office in UNLISTED_SIDE:
        if party.endswith(f" {office}"):
            return f"{party.removesuffix(office)}{UNLISTED_SIDE[0]}"
    return party


def tell_own_deeds(
    mentions: Sequence[PartyMention], mouth: Mouth, counts: Sequence[Count], reader: RoleReader
) -> tuple[PartyMention, ...]:
    """The mentions, those of the speaker's own side as its own deeds.

    "Our aircraft", "we shelled" and, where enemies are the victims, "an operation" name the side
    that speaks. What it denies stays alleged.
    """
    book = load_party_book()
    doers = [one.name for one in mentions if one.role is PartyRole.ALLEGED_PERPETRATOR]
    owns = mouth.asserts and any(book.are_one_side(name, mouth.party) for name in doers)
    # Who fights beside the speaker in its own account ("X and coalition forces") did it too.
    made = [
        replace(one, role=PartyRole.PERPETRATOR, certainty=Certainty.CLAIMED)
        if owns and one.role is PartyRole.ALLEGED_PERPETRATOR
        else one
        for one in mentions
    ]
    if any(one.role in DOERS for one in made):
        return tuple(made)
    anchor = _owned(reader) or (_unnamed_deed(reader, counts, mouth) if mouth.asserts else None)
    if anchor is not None:
        made.append(_mention(anchor, mouth))
    return tuple(made)


def with_accused(
    mentions: Sequence[PartyMention], party: str, words: Words, type: ClaimType
) -> tuple[PartyMention, ...]:
    """The mentions with whoever denies the allegation as the one it is made against."""
    if type not in CHARGES or any(one.role in DOERS for one in mentions):
        return tuple(mentions)
    blamed = PartyMention(
        text=words.text,
        start=words.start,
        end=words.end,
        name=forces_of(party),
        role=PartyRole.ALLEGED_PERPETRATOR,
        certainty=Certainty.ALLEGED,
    )
    return (*mentions, blamed)


def _mention(anchor: Token, mouth: Mouth) -> PartyMention:
    return PartyMention(
        text=anchor.text,
        start=anchor.start,
        end=anchor.end,
        name=forces_of(mouth.party),
        role=PartyRole.PERPETRATOR if mouth.asserts else PartyRole.ALLEGED_PERPETRATOR,
        certainty=Certainty.CLAIMED if mouth.asserts else Certainty.ALLEGED,
    )


def _owned(reader: RoleReader) -> Token | None:
    """The word for the speaker's side where it acts: "we bombed", "our artillery", "its strikes"."""
    for token in reader.tokens:
        verb = token.head
        acts = reader.is_attack(verb) and not verb.negated
        if token.lower in ("we", "it") and token.dep == "nsubj" and acts:
            return token
        if token.lower == "ours" or (token.lower == "us" and verb.lower in ("by", "of")):
            return token
        if token.lower in _OWNERS and token.dep == "poss":
            owned = token.head
            ours = reader.is_deed(owned) or owned.lemma in reader.words.members
            if ours and reader.role_of_owner(owned) is PartyRole.ALLEGED_PERPETRATOR:
                return token
    return None


def _unnamed_deed(reader: RoleReader, counts: Sequence[Count], mouth: Mouth) -> Token | None:
    """What tells of a deed that nobody else is said to have done.

    A force that tells of enemies hit, of what its arms did, or of harm that it concedes, tells of
    its own deed, unless those hit did it themselves.
    """
    if any(token.lower in _OWN_HAND for token in reader.tokens):
        return None
    told = _operation(reader, counts) or _acting_arm(reader)
    if told is None and mouth.concedes:
        told = next((token for token in reader.tokens if reader.is_attack(token)), None)
    return told


# "Killed when their own bomb exploded", "blew themselves up".
_OWN_HAND = frozenset({"own", "themselves", "himself", "herself", "itself"})


def _acting_arm(reader: RoleReader) -> Token | None:
    """The arms or men that strike without being called anybody's: "aircraft hit two depots"."""
    return next(
        (
            token
            for token in reader.tokens
            if token.lemma in reader.words.carriers | _MEN
            and token.dep == "nsubj"
            and token.head.lemma in reader.words.striking | _ANSWERING
            and not token.head.negated
            and not any(
                c.dep in ("poss", "amod", "prep", "det") and c.lower != "the"
                for c in token.children
            )
        ),
        None,
    )


_MEN = frozenset({"patrol", "unit", "crew", "pilot", "gunner", "force", "team"})
_ANSWERING = frozenset({"return", "respond", "fire"})


def with_targets(mentions: Sequence[PartyMention], party: str | None) -> tuple[PartyMention, ...]:
    """The mentions of a justification: whoever is no friend of its speaker is whom it says it struck."""
    book = load_party_book()
    return tuple(
        replace(one, role=PartyRole.TARGET)
        if one.role is PartyRole.OTHER
        and party is not None
        and not book.are_one_side(one.name, party)
        and not book.are_allied(one.name, party)
        else one
        for one in mentions
    )


def _operation(reader: RoleReader, counts: Sequence[Count]) -> Token | None:
    enemies = any(count.status is Status.DIRECT_PARTICIPANT for count in counts) or any(
        token.lemma in _ENEMIES for token in reader.tokens
    )
    if not enemies:
        return None
    deeds = reader.words.operating | reader.words.striking
    return next((token for token in reader.tokens if token.lemma in deeds), None)
