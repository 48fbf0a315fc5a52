"""Drafts beside each other → whether the second only goes on with the first."""

from onrecord.claims.clauses import Piece
from onrecord.claims.drafts import Draft
from onrecord.claims.syntax import SUBJECTS
from onrecord.model.vocabulary import ClaimType

DEEDS = frozenset(
    {ClaimType.ATTACK, ClaimType.TARGET_DAMAGE, ClaimType.WEAPON_USE, ClaimType.CASUALTY_COUNT}
)
_PEOPLE = frozenset({ClaimType.CASUALTY_COUNT, ClaimType.TALLY})


def join_pieces(piece: Piece, following: Piece) -> Piece:
    """A piece and the one behind it as one piece."""
    tokens = (*piece.tokens, *following.tokens)
    end = max(piece.end, following.end)
    return Piece(piece.start, end, piece.head, piece.frame, tokens, main=piece.main)


def belongs(draft: Draft, last: Draft) -> bool:
    """Whether a piece only goes on with the one before it."""
    if draft.piece.frame is not last.piece.frame or draft.voice != last.voice:
        return False
    if draft.stance.firm:
        same = draft.type is last.type and draft.piece.frame is None
        return last.type is None or same
    if _goes_on(draft, last):
        return True
    if any(count.series == "part" and count.subset_of is None for count in draft.counts):
        return not draft.piece.main
    if _is_beneath(draft, last):
        return True
    if draft.told in DEEDS and last.told in DEEDS:
        return _is_same_deed(draft, last)
    return _says_the_same(draft, last)


def _goes_on(draft: Draft, last: Draft) -> bool:
    """Whether a piece has no subject and one of the two says nothing alone: "was hit and died"."""
    if last.stance.answer is not None or not draft.piece.main:
        return False
    if draft.piece.head.child(*SUBJECTS) is not None:
        return False
    return draft.type is None or last.type is None


def _is_beneath(draft: Draft, last: Draft) -> bool:
    """Whether a subordinate piece tells background, or the figure of what is compared."""
    if draft.piece.main:
        return False
    background = draft.kind is None or draft.kind.rule.startswith("background")
    return background or (last.type is ClaimType.COMPARISON and draft.type in _PEOPLE)


def _is_same_deed(draft: Draft, last: Draft) -> bool:
    """For "A strike hit a house, killing four", "… were killed and five injured": one claim."""
    if draft.when is not None and last.when is not None and draft.when != last.when:
        return False
    both = draft.told is last.told is ClaimType.CASUALTY_COUNT
    return both or not draft.piece.main or draft.piece.head.child("nsubj", "nsubjpass") is None


def _says_the_same(draft: Draft, last: Draft) -> bool:
    plain = not draft.counts and draft.when is None
    return draft.type is not None and draft.type is last.type and plain
