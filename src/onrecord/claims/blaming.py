"""The words around a claim → whom they blame for what it tells."""

from collections.abc import Iterator, Sequence

from onrecord.claims.drafts import Draft
from onrecord.claims.parties import PartyHit, PartyUse
from onrecord.claims.role_words import load_roles
from onrecord.model.claim import PartyMention
from onrecord.model.vocabulary import Certainty, PartyRole


def blamed_beside(draft: Draft, outside: Sequence[PartyHit]) -> Iterator[PartyMention]:
    """Whom the words around a claim blame for it: "…, the network said, blaming the army"."""
    frame = draft.piece.frame
    if frame is None:
        return
    words = load_roles()
    verbs = [c for c in frame.cue.children if c.dep in ("advcl", "conj", "xcomp")]
    for verb in verbs:
        for thing in verb.subtree() if verb.lemma in words.blaming else ():
            hit = next((hit for hit in outside if hit.start <= thing.start < hit.end), None)
            if hit is not None and hit.use is not PartyUse.SPEAKER:
                yield PartyMention(
                    text=hit.text, start=hit.start, end=hit.end, name=hit.name,
                    role=PartyRole.ALLEGED_PERPETRATOR, certainty=Certainty.ALLEGED,
                )  # fmt: skip
                return
