"""Frames of a document → who speaks: names in their fullest form, pronouns and descriptions."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from onrecord.claims.phrases import Phrase
from onrecord.claims.speech_words import SpeechLexicon
from onrecord.model.vocabulary import SpeakerKind


@dataclass(frozen=True, slots=True)
class Speaker:
    """A voice: its fullest name in the document, its kind, and the listed party it speaks for.

    `named` is false for a description kept as described ("a hospital official").
    """

    name: str
    kind: SpeakerKind
    speaks_for: str | None = None
    named: bool = True


# What is known of a name or a description: canonical name, kind, listed party; `None` if nothing.
Lookup = Callable[[str], Speaker | None]


@dataclass(frozen=True, slots=True, eq=False)
class Heard:
    """A speaker or an organisation at a place of the document."""

    at: int
    speaker: Speaker
    person: bool
    words: frozenset[str]
    spoke: bool


_REPORT_NOUNS = frozenset(
    {"report", "statement", "study", "document", "investigation", "finding", "research", "account",
     "analysis", "survey", "release", "briefing", "tally", "bulletin", "dispatch"}
)  # fmt: skip
_CIVIL = frozenset({"group", "watchdog", "monitor", "network", "ngo", "charity", "organization", "organisation", "observatory"})  # fmt: skip
_CIVIL_KINDS = frozenset({SpeakerKind.RECORDER, SpeakerKind.RESPONDER, SpeakerKind.MEDICAL, SpeakerKind.INTERGOVERNMENTAL})  # fmt: skip
_MONITORS = frozenset({"monitor", "observatory", "watchdog", "network"})
_STATE_TITLES = frozenset(
    {"ministry", "spokesman", "spokeswoman", "spokesperson", "general", "colonel", "army", "military",
     "force", "forces", "commander", "government", "minister", "navy", "kremlin", "pentagon",
     "gen.", "col.", "maj.", "brig.", "adm.", "brigadier", "admiral"}
)  # fmt: skip
_STATE_WORDS = frozenset(
    {"ministry", "army", "military", "command", "coalition", "government", "force"}
)
_STATE_KINDS = frozenset(
    {SpeakerKind.BELLIGERENT, SpeakerKind.OFFICIAL, SpeakerKind.LOCAL_AUTHORITY}
)


class Discourse:
    """The voices of one document, in order; resolves whoever speaks at a place."""

    def __init__(self, words: SpeechLexicon, lookup: Lookup) -> None:
        self._words = words
        self._lookup = lookup
        self._heard: list[Heard] = []
        self._states: list[tuple[int, Speaker]] = []

    def learn(
        self, phrases: Iterable[tuple[Phrase, bool]], mentions: Iterable[tuple[int, Speaker]]
    ) -> None:
        """Take in the persons and speakers (with whether they speak), and organisations named."""
        for at, speaker in mentions:
            self._heard.append(
                Heard(at, speaker, person=False, words=_bag(speaker.name), spoke=False)
            )
        self._heard.sort(key=lambda heard: (heard.at, heard.speaker.name))
        for phrase, spoke in sorted(
            phrases, key=lambda p: (-len((p[0].person or "").split()), p[0].start)
        ):
            officer = self._officer(phrase)
            named = self._named(phrase) or officer
            if named is not None and (spoke or phrase.person is not None):
                person = named is officer or (
                    phrase.person is not None and not self._is_organisation(phrase.person)
                )
                bag = frozenset(phrase.words) | _bag(named.name)
                self._heard.append(
                    Heard(phrase.start, named, person=person, words=bag, spoke=spoke)
                )
        self._heard.sort(key=lambda heard: (heard.at, heard.spoke, heard.speaker.name))

    def resolve(self, phrase: Phrase) -> Speaker:
        """Who a speaking phrase is; a description nobody answers to is kept as described."""
        named = self._named(phrase)
        if named is not None:
            return named
        if phrase.pronoun:
            return self._of_pronoun(phrase) or _described(phrase, self._lookup)
        return self._of_description(phrase) or _described(phrase, self._lookup)

    def learn_states(self, states: Iterable[tuple[int, Speaker]]) -> None:
        """Take in the states named anywhere: "the ministry's spokesman" speaks for the last one."""
        self._states = sorted(states, key=lambda state: (state[0], state[1].name))

    def owner_of_report(self, phrase: Phrase) -> Speaker | None:
        """Whose report "the report", "the evidence" or "the attacks investigated" belong to."""
        owner = self._owner(phrase)
        if owner is not None:
            return owner
        before = [h for h in self._heard if h.at < phrase.start and h.spoke and not h.person]
        civil = [heard for heard in before if heard.speaker.kind in _CIVIL_KINDS]
        return civil[-1].speaker if civil else None

    def resolve_words(self, words: str) -> Speaker | None:
        """Who a headline's tail or a credit names; `None` if nobody known."""
        bag = {word.casefold() for word in words.replace(",", " ").split() if len(word) > 2}
        same = [
            h for h in self._heard if h.person and bag and len(bag & h.words) * 3 >= len(bag) * 2
        ]
        if same and len(bag) > 1:
            return same[0].speaker
        known = self._lookup(words)
        if known is not None and (known.named or known.kind is not SpeakerKind.UNNAMED):
            return known
        if bag & _REPORT_NOUNS:
            civil = [h for h in self._heard if not h.person and h.speaker.kind in _CIVIL_KINDS]
            return civil[0].speaker if civil else None
        return None

    # ---- names ----

    def _named(self, phrase: Phrase) -> Speaker | None:
        if phrase.pronoun:
            return None
        known = self._lookup(phrase.text)
        if phrase.person is not None and not self._is_organisation(phrase.person):
            return self._person(phrase, known)
        if known is not None and known.named:
            return known
        shorter = self._by_surname(phrase) or self._by_short_name(phrase)
        if shorter is not None:
            return shorter
        if not phrase.head.tag.startswith("NNP") or len(phrase.words) < 2 or phrase.indefinite:
            return None
        kind = known.kind if known is not None else _kind_of_name(phrase.words)
        speaks_for = known.speaks_for if known is not None else None
        return Speaker(_without_article(phrase.text), kind, speaks_for)

    def _officer(self, phrase: Phrase) -> Speaker | None:
        """An unnamed mouth of a party ("a spokesman for the Hill Front"), to be spoken of again."""
        if phrase.pronoun or phrase.definite or phrase.head.lemma not in self._words.persons:
            return None
        known = self._lookup(phrase.text)
        return known if known is not None and known.speaks_for else None

    def _is_organisation(self, name: str) -> bool:
        known = self._lookup(name)
        return known is not None and known.named and known.kind is not SpeakerKind.PERSON

    def _person(self, phrase: Phrase, known: Speaker | None) -> Speaker:
        name = phrase.person or phrase.text
        earlier = self._by_surname(phrase)
        if earlier is not None:
            return earlier
        if phrase.former:
            return Speaker(name, SpeakerKind.PERSON)
        if known is None or not (known.speaks_for and known.named):
            # "The ministry's spokesman": whose ministry stands before.
            known = self._state_before(phrase) or known
        if known is None:
            return Speaker(name, SpeakerKind.PERSON)
        return Speaker(name, known.kind, known.speaks_for)

    def _state_before(self, phrase: Phrase) -> Speaker | None:
        if not set(phrase.words) & _STATE_TITLES:
            return None
        before = [speaker for at, speaker in self._states if at < phrase.start]
        return before[-1] if before else None

    def _by_surname(self, phrase: Phrase) -> Speaker | None:
        name = phrase.person or phrase.text
        last = name.split()[-1].casefold() if name.split() else ""
        matches = [
            heard
            for heard in self._heard
            if heard.person and _is_part(last, heard.speaker.name) and len(last) > 2
        ]
        if phrase.person is None and phrase.head.tag not in ("NNP", "NNPS"):
            return None
        best = max(matches, key=lambda h: (len(h.speaker.name.split()), -h.at), default=None)
        if best is None or len(best.speaker.name.split()) < len(name.split()):
            return None
        return best.speaker

    def _by_short_name(self, phrase: Phrase) -> Speaker | None:
        """For "the Observatory": the organisation named before whose name ends or begins so."""
        words = tuple(word for word in phrase.words if word not in ("the", "a", "an"))
        if not phrase.definite or not words or not phrase.head.text[:1].isupper():
            return None
        named = [h for h in self._heard if not h.person and h.at < phrase.start and h.speaker.named]
        matches = [h for h in named if set(words) < _bag(h.speaker.name)]
        return matches[-1].speaker if matches else None

    # ---- pronouns and descriptions ----

    def _of_pronoun(self, phrase: Phrase) -> Speaker | None:
        before = [heard for heard in self._heard if heard.at < phrase.start]
        if phrase.head.lower in ("he", "she", "i"):
            persons = [heard for heard in before if heard.person]
            fitting = [heard for heard in persons if heard.spoke] or persons
        elif phrase.head.lower == "it":
            fitting = [
                h for h in before if not h.person and (h.spoke or h.speaker.kind in _CIVIL_KINDS)
            ]
        else:
            fitting = [heard for heard in before if heard.spoke and not heard.person]
        return fitting[-1].speaker if fitting else None

    def _of_description(self, phrase: Phrase) -> Speaker | None:
        owner = self._owner(phrase)
        if owner is not None:
            return owner
        lemma = phrase.head.lemma
        kinds = self._kinds_for(lemma)
        if lemma in _REPORT_NOUNS and set(phrase.words) & (_CIVIL | _MONITORS):
            kinds = _CIVIL_KINDS
        if kinds is None and lemma not in self._words.persons:
            return None
        person = kinds is None
        fitting = [
            heard
            for heard in self._heard
            if heard.person is person and (kinds is None or heard.speaker.kind in kinds)
        ]
        return self._nearest(phrase, fitting)

    def _owner(self, phrase: Phrase) -> Speaker | None:
        """For "Amnesty's report", "a report by the organization", "former X chief"."""
        if phrase.head.lemma in _REPORT_NOUNS:
            speaker = self._lookup(phrase.text)
            if speaker is not None and speaker.named:
                return speaker
        titled = phrase.head.lemma in self._words.persons
        if titled and len(phrase.words) > 1 and not phrase.definite:
            return self._same_office(phrase)
        return None

    def _same_office(self, phrase: Phrase) -> Speaker | None:
        bag = {word for word in phrase.words if len(word) > 2}
        matches = [h for h in self._heard if h.person and len(bag & h.words) * 2 >= len(bag) > 1]
        return matches[0].speaker if matches else None

    def _kinds_for(self, lemma: str) -> frozenset[SpeakerKind] | None:
        if lemma in _MONITORS:
            return frozenset({SpeakerKind.RECORDER})
        if lemma in _CIVIL:
            return _CIVIL_KINDS
        if lemma in _STATE_WORDS:
            return _STATE_KINDS
        if lemma == "agency":
            return frozenset({SpeakerKind.AGENCY, SpeakerKind.INTERGOVERNMENTAL})
        if lemma in _REPORT_NOUNS:
            return _CIVIL_KINDS | _STATE_KINDS
        return None

    def _nearest(self, phrase: Phrase, fitting: Sequence[Heard]) -> Speaker | None:
        before = [heard for heard in fitting if heard.at < phrase.start]
        after = [heard for heard in fitting if heard.at > phrase.end]
        if phrase.indefinite:
            # "A war monitor … said": named only later, if at all.
            return after[0].speaker if after else None
        if before:
            return before[-1].speaker
        return after[0].speaker if after and phrase.head.lemma in _CIVIL else None


def _described(phrase: Phrase, lookup: Lookup) -> Speaker:
    known = lookup(phrase.text)
    name = _without_article(phrase.text)
    if known is not None:
        return Speaker(
            known.name if known.named else name, known.kind, known.speaks_for, known.named
        )
    kind = SpeakerKind.PERSON if phrase.pronoun else SpeakerKind.UNNAMED
    return Speaker(name, kind, named=False)


def _without_article(name: str) -> str:
    article, _, rest = name.partition(" ")
    return rest if article.lower() in ("the", "a", "an") and rest else name


_KINDS_OF_NAMES = (
    (SpeakerKind.RECORDER, {"monitor", "observatory", "network", "watch", "archive", "project", "rights"}),
    (SpeakerKind.RESPONDER, {"rescue", "corps", "crescent", "defence", "defense", "helmets", "ambulance"}),
    (SpeakerKind.MEDICAL, {"hospital", "clinic", "medical"}),
    (SpeakerKind.AGENCY, {"agency", "press", "wire"}),
    (SpeakerKind.MEDIA, {"news", "times", "post", "courier", "gazette", "radio", "television", "tv", "media"}),
    (SpeakerKind.LOCAL_AUTHORITY, {"council", "police", "municipality", "sheriff", "county", "city"}),
)  # fmt: skip


def _kind_of_name(words: Sequence[str]) -> SpeakerKind:
    """What sort of voice an organisation on no list is, by the words of its name."""
    own = set(words)
    return next((kind for kind, signs in _KINDS_OF_NAMES if own & signs), SpeakerKind.ORGANISATION)


def _bag(name: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in name.split())


def _is_part(last: str, name: str) -> bool:
    return last in {word.casefold() for word in name.split()}
