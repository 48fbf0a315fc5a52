"""Accounts → what the documents that are mainly about them say for or against one attack."""

import math
from collections.abc import Mapping, Sequence
from itertools import product
from math import fsum, log2

from onrecord.incidents.accounts import Account
from onrecord.incidents.ground import Evidence
from onrecord.incidents.method import LinkMethod
from onrecord.incidents.prominence import find_main
from onrecord.incidents.stories import Likeness, Stories
from onrecord.model.document import Document
from onrecord.model.identity import DocumentId

_GRADES = (
    (6.0, "very alike"),
    (3.0, "alike"),
    (1.0, "somewhat alike"),
    (-1.0, "as usual"),
    (-math.inf, "less than usual"),
)
_NO_STORY: tuple[Evidence, ...] = ()
# So many documents speak for a group; a thousand more would say the same.
_MOST = 12


class Telling:
    """Which documents each account is the main one of, and how alike the stories of those are."""

    def __init__(
        self,
        accounts: Sequence[Account],
        documents: Mapping[DocumentId, Document],
        *,
        stories: Stories,
        method: LinkMethod,
    ) -> None:
        self.stories = stories
        self._method = method
        self._about: dict[int, list[DocumentId]] = {}
        self._told: dict[tuple[DocumentId, DocumentId], tuple[Evidence, ...]] = {}
        main = find_main([account.claims for account in accounts], documents)
        for document in sorted(main):
            if document in documents:
                self._about.setdefault(id(accounts[main[document]]), []).append(document)

    def list_about(self, accounts: Sequence[Account]) -> Sequence[DocumentId]:
        """The documents that are mainly about these accounts, not more than are worth comparing."""
        if len(accounts) == 1:
            return self._about.get(id(accounts[0]), ())[:_MOST]
        about = sorted(each for account in accounts for each in self._about.get(id(account), ()))
        return about[:_MOST]

    def weigh(self, ones: Sequence[Account], others: Sequence[Account]) -> tuple[Evidence, ...]:
        """The evidence of the documents about these accounts, averaged; none if nothing is known."""
        ours, theirs = self.list_about(ones), self.list_about(others)
        if not ours or not theirs:
            return _NO_STORY
        pairs = product(ours, theirs)
        told = [self._weigh_pair(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]]
        return average(told)

    def count_days(self, ones: Sequence[Account], others: Sequence[Account]) -> int | None:
        """The fewest days between two publications about these accounts."""
        pairs = product(self.list_about(ones), self.list_about(others))
        known = [self.stories.count_days(one, other) for one, other in pairs]
        return min((days for days in known if days is not None), default=None)

    def _weigh_pair(self, one: DocumentId, other: DocumentId) -> tuple[Evidence, ...]:
        if (one, other) not in self._told:
            likeness = self.stories.compare(one, other)
            self._told[one, other] = weigh_likeness(likeness, self._method)
        return self._told[one, other]


def weigh_likeness(likeness: Likeness, method: LinkMethod) -> tuple[Evidence, ...]:
    """What the likeness of two stories is worth, in bits, ground by ground."""
    found = []
    if likeness.bits:
        names = ", ".join(name.title() for name in likeness.shared)
        shared = "the same rare names" if likeness.bits > 0 else "few rare names shared"
        words = f"{shared}: {names}" if names else "hardly a rare name shared"
        found.append(Evidence(likeness.bits, words, "story", _grade(likeness.bits)))
    if likeness.nothing_shared and likeness.bits:
        found.append(
            Evidence(method.story_nothing, "no rare name but of places shared", "names", "none")
        )
    if likeness.same_person is not None:
        words = f"a person of the same name and age: {likeness.same_person}"
        found.append(Evidence(method.story_person, words, "people", "same"))
    elif likeness.strangers:
        words = "each names people whom the other does not mention"
        found.append(Evidence(method.story_strangers, words, "people", "other"))
    if likeness.same_age:
        found.append(Evidence(method.story_age, "people of the same age", "ages", "same"))
    elif likeness.other_ages:
        found.append(Evidence(method.story_ages, "people of other ages", "ages", "other"))
    return tuple(found)


def _grade(bits: float) -> str:
    """Likeness in steps, so that what each is worth can be learned."""
    return next(name for least, name in _GRADES if bits >= least)


def average(told: Sequence[tuple[Evidence, ...]]) -> tuple[Evidence, ...]:
    """The grounds of several pairs of documents, each worth its mean over all pairs."""
    if len(told) < 2:
        return told[0] if told else _NO_STORY
    grounds: dict[tuple[str, str], list[Evidence]] = {}
    for evidence in told:
        for each in evidence:
            grounds.setdefault((each.matter, each.level), []).append(each)
    return tuple(
        Evidence(
            round(fsum(each.bits for each in same) / len(told), 2),
            max(same, key=lambda each: (abs(each.bits), each.because)).because,
            matter,
            level,
        )
        for (matter, level), same in sorted(grounds.items())
    )


def weigh_gap(days: int, method: LinkMethod) -> Evidence:
    """What the days between two publications say against one story."""
    words = f"published {days} days apart"
    return Evidence(round(method.retold_days * log2(1 + days), 2), words, "published", "apart")
