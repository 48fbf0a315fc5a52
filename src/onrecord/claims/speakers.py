"""Frames of a document → who speaks: names in their fullest form, pronouns and descriptions."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from onrecord.claims.phrases import Phrase
from onrecord.claims.speech_words import SpeechLexicon
from onrecord.claims.voice_kinds import (
    CIVIL,
    CIVIL_KINDS,
    CLOSE,
    MONITORS,
    OF_GROUPS,
    OF_NOBODY,
    OWNERS,
    PAPERS,
    REPORT_NOUNS,
    SHORTENED,
    STATE_KINDS,
    STATE_TITLES,
    STATE_WORDS,
    Heard,
    Lookup,
    Speaker,
    described,
    has_voice,
    is_possessed,
    kind_of_name,
    name_words,
    of_title,
    without_article,
)
from onrecord.model.vocabulary import SpeakerKind


class Discourse:
    """The voices of one document, in order; resolves whoever speaks at a place."""

    def __init__(
        self, words: SpeechLexicon, lookup: Lookup, publisher: Speaker | None = None
    ) -> None:
        self._words = words
        self._lookup = lookup
        self._publisher = publisher
        self._heard: list[Heard] = []
        self._fullest: dict[str, Heard] = {}
        self._described: list[Phrase] = []
        self._states: list[tuple[int, Speaker]] = []

    def learn(
        self, phrases: Iterable[tuple[Phrase, bool]], mentions: Iterable[tuple[int, Speaker]]
    ) -> None:
        """Take in the persons and speakers (with whether they speak), and organisations named."""
        for at, speaker in mentions:
            self._heard.append(
                Heard(at, speaker, person=False, words=name_words(speaker.name), spoke=False)
            )
        self._heard.sort(key=lambda heard: (heard.at, heard.speaker.name))
        for phrase, spoke in sorted(
            phrases, key=lambda p: (-len((p[0].person or "").split()), p[0].start)
        ):
            officer = self._officer(phrase)
            named = self._named(phrase) or officer
            if named is None and spoke and not phrase.pronoun and not is_possessed(phrase):
                self._described.append(phrase)
            if named is not None and (spoke or phrase.person is not None):
                person = named is officer or (
                    phrase.person is not None and not self._is_organisation(phrase.person)
                )
                bag = frozenset(phrase.words) | name_words(named.name)
                heard = Heard(phrase.start, named, person=person, words=bag, spoke=spoke)
                self._heard.append(heard)
                self._keep_fullest(heard)
        self._heard.sort(key=lambda heard: (heard.at, heard.spoke, heard.speaker.name))
        self._fullest.clear()
        for heard in self._heard:
            self._keep_fullest(heard)

    def _keep_fullest(self, heard: Heard) -> None:
        """Note a person under each word of the name, if no fuller or earlier one has it."""
        if not heard.person:
            return
        for word in name_words(heard.speaker.name):
            known = self._fullest.get(word)
            if known is None or _fullness(heard) > _fullness(known):
                self._fullest[word] = heard

    def is_publisher(self, speaker: Speaker) -> bool:
        """Whether a voice is the publisher's own, which stands first in every chain anyway."""
        return self._publisher is not None and speaker.name == self._publisher.name

    def resolve_label(self, who: str) -> Speaker:
        """Who a label before words is: a handle, a name, else as it describes the speaker."""
        if who.startswith("@"):
            return Speaker(who, SpeakerKind.PERSON)
        own = self._publisher
        name = without_article(who)
        if own is not None and set(name.casefold().split()) <= set(own.name.casefold().split()):
            return own
        known = self.resolve_words(who)
        if known is not None:
            return known
        if own is not None and own.speaks_for is not None and not self._words_of_office(name):
            return Speaker(name, own.kind, own.speaks_for)
        return Speaker(name, kind_of_name(name.casefold().split()), named=name[:1].isupper())

    def _words_of_office(self, name: str) -> bool:
        return bool(set(name.casefold().split()) & (self._words.groups | self._words.reports))

    def resolve(self, phrase: Phrase) -> Speaker:
        """Who a speaking phrase is; a description nobody answers to is kept as described."""
        if self._publisher is not None and self._is_own(phrase, self._publisher):
            return self._publisher
        named = self._named(phrase)
        if named is not None:
            return named
        if phrase.pronoun:
            return self._last_voice(phrase.head.lower, phrase.start) or described(
                phrase, self._lookup
            )
        if is_possessed(phrase):
            owner = self._owner_before(OWNERS.get(phrase.words[0], "they"), phrase.start)
            if owner is not None:
                return owner
        found = self._of_description(phrase) or described(phrase, self._lookup)
        return self._of_last_state(phrase, found)

    def _of_last_state(self, phrase: Phrase, found: Speaker) -> Speaker:
        """An officer or spokesman of nobody in particular speaks for the state named last."""
        if found.named or found.speaks_for or not phrase.definite or found.kind not in OF_NOBODY:
            return found
        plain = [word for word in phrase.words if word not in ("the", "this", "that")]
        state = self._state_before(phrase) if len(plain) == 1 else None
        return (
            found if state is None else replace(found, kind=state.kind, speaks_for=state.speaks_for)
        )

    def _is_own(self, phrase: Phrase, publisher: Speaker) -> bool:
        """Whether "the Observatory" or "the release" is the publisher's own."""
        words = [word for word in phrase.words if word not in ("the", "this", "our")]
        common = all(word.islower() for word in phrase.text.split()[1:] or [phrase.text.lower()])
        if has_voice(publisher) and common and phrase.head.lemma in PAPERS and len(words) < 4:
            return True
        if phrase.indefinite or phrase.pronoun or phrase.person is not None or not words:
            return False
        name = publisher.name.casefold()
        bag = {word.strip(".,’'") for word in name.split()} | {name}
        return set(words) <= bag and (has_voice(publisher) or phrase.head.text[:1].isupper())

    def learn_states(self, states: Iterable[tuple[int, Speaker]]) -> None:
        """Take in the states named anywhere: "the ministry's spokesman" speaks for the last one."""
        self._states = sorted(states, key=lambda state: (state[0], state[1].name))

    def owner_of_report(self, phrase: Phrase) -> Speaker | None:
        """Whose report "the report", "the evidence" or "the attacks investigated" belong to."""
        owner = self._owner(phrase)
        if owner is not None:
            return owner
        civil = self._last(
            phrase.start, lambda h: h.spoke and not h.person and h.speaker.kind in CIVIL_KINDS
        )
        return civil.speaker if civil else None

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
        if bag & (REPORT_NOUNS | CIVIL | {"body"}):
            civil = [h for h in self._heard if not h.person and h.speaker.kind in OF_GROUPS]
            if civil:
                return civil[0].speaker
        if words.startswith("@") or bag & (self._words.groups | self._words.persons):
            return Speaker(without_article(words), kind_of_name(sorted(bag)), named=False)
        return None

    # ---- names ----

    def _named(self, phrase: Phrase) -> Speaker | None:
        if phrase.pronoun:
            return None
        known = self._lookup(phrase.text)
        owned = known is not None and known.speaks_for is not None and not _heads(phrase)
        if phrase.person is not None and not owned and not self._is_organisation(phrase.person):
            return self._person(phrase, known)
        if known is not None and known.named:
            return known
        shorter = self._by_surname(phrase) or self._by_short_name(phrase)
        if shorter is not None:
            return shorter
        if not phrase.head.tag.startswith("NNP") or len(phrase.words) < 2 or phrase.indefinite:
            return None
        kind = known.kind if known is not None else kind_of_name(phrase.words)
        speaks_for = known.speaks_for if known is not None else None
        return Speaker(without_article(phrase.text), kind, speaks_for)

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
        if not set(phrase.words) & STATE_TITLES:
            return None
        before = bisect_left(self._states, phrase.start, key=lambda state: state[0])
        return self._states[before - 1][1] if before else None

    def _by_surname(self, phrase: Phrase) -> Speaker | None:
        name = phrase.person or phrase.text
        last = name.split()[-1].casefold() if name.split() else ""
        if phrase.person is None and phrase.head.tag not in ("NNP", "NNPS"):
            return None
        best = self._fullest.get(last) if len(last) > 2 else None
        if best is None or len(best.speaker.name.split()) < len(name.split()):
            return None
        return best.speaker

    def _by_short_name(self, phrase: Phrase) -> Speaker | None:
        """For "the Observatory": the organisation named before whose name ends or begins so."""
        words = tuple(word for word in phrase.words if word not in ("the", "a", "an"))
        if not phrase.definite or not words or not phrase.head.text[:1].isupper():
            return None
        named = [h for h in self._heard if not h.person and h.at < phrase.start and h.speaker.named]
        matches = [h for h in named if set(words) < name_words(h.speaker.name)]
        return matches[-1].speaker if matches else None

    # ---- pronouns and descriptions ----

    def _last_voice(self, word: str, at: int) -> Speaker | None:
        """Whom "he", "it" or "they" means: the last fitting voice before, described ones too."""
        if word in ("he", "she", "i"):
            last = self._last(at, lambda h: h.person and h.spoke)
            last = last or self._last(at, lambda h: h.person)
        elif word == "it":
            last = self._last(
                at, lambda h: not h.person and (h.spoke or h.speaker.kind in CIVIL_KINDS)
            )
        else:
            last = self._last(at, lambda h: h.spoke and not h.person)
        described = [p for p in self._described if p.start < at and self._fits(word, p)]
        nearest = max(described, key=lambda phrase: phrase.start, default=None)
        if nearest is not None and (last is None or nearest.start > last.at):
            return self.resolve(nearest)
        return last.speaker if last is not None else None

    def _last(self, at: int, fits: Callable[[Heard], bool]) -> Heard | None:
        """The last voice before a place that fits."""
        end = bisect_left(self._heard, at, key=lambda heard: heard.at)
        return next((self._heard[i] for i in range(end - 1, -1, -1) if fits(self._heard[i])), None)

    def _owner_before(self, word: str, at: int) -> Speaker | None:
        """Whose office or report it is: the last voice before, or a state's body just named."""
        states = [state for state in self._states if at - CLOSE < state[0] < at]
        if states and word in ("it", "they"):
            return states[-1][1]
        return self._last_voice(word, at)

    def _fits(self, word: str, phrase: Phrase) -> bool:
        """Whether a description can be meant by a pronoun."""
        plural = phrase.head.tag in ("NNS", "NNPS") or phrase.head.lower in self._words.plurals
        person = phrase.head.lemma in self._words.persons
        if word in ("he", "she", "i"):
            return person and not plural
        return not person and not plural if word == "it" else plural

    def _of_description(self, phrase: Phrase) -> Speaker | None:
        owner = self._owner(phrase)
        if owner is not None:
            return owner
        lemma = phrase.head.lemma
        kinds = self._kinds_for(lemma)
        if lemma in REPORT_NOUNS and set(phrase.words) & (CIVIL | MONITORS):
            kinds = CIVIL_KINDS
        if kinds is None and lemma not in self._words.persons:
            return None
        person = kinds is None
        fitting = [
            heard
            for heard in self._heard
            if heard.person is person and (kinds is None or heard.speaker.kind in kinds)
        ]
        fitting = of_title(phrase, fitting) if person else fitting
        return self._nearest(phrase, fitting)

    def _owner(self, phrase: Phrase) -> Speaker | None:
        """For "Amnesty's report", "a report by the organization", "former X chief"."""
        if phrase.head.lemma in REPORT_NOUNS:
            speaker = self._lookup(phrase.text)
            if speaker is not None and speaker.named:
                return speaker
        titled = phrase.head.lemma in self._words.persons
        if titled and len(phrase.words) > 1 and not phrase.definite:
            return self._same_office(phrase)
        return None

    def _same_office(self, phrase: Phrase) -> Speaker | None:
        bag = {word for word in phrase.words if len(word) > 2}
        title = {phrase.head.lemma, *SHORTENED.get(phrase.head.lemma, ())}
        matches = [
            h
            for h in self._heard
            if h.person and len(bag & h.words) * 2 >= len(bag) > 1 and title & h.words
        ]
        return matches[0].speaker if matches else None

    def _kinds_for(self, lemma: str) -> frozenset[SpeakerKind] | None:
        if lemma in MONITORS:
            return frozenset({SpeakerKind.RECORDER})
        if lemma in CIVIL:
            return OF_GROUPS
        if lemma in STATE_WORDS:
            return STATE_KINDS
        if lemma == "agency":
            return frozenset({SpeakerKind.AGENCY, SpeakerKind.INTERGOVERNMENTAL})
        if lemma in REPORT_NOUNS:
            return CIVIL_KINDS | STATE_KINDS
        return None

    def _nearest(self, phrase: Phrase, fitting: Sequence[Heard]) -> Speaker | None:
        before = [heard for heard in fitting if heard.at < phrase.start]
        after = [heard for heard in fitting if heard.at > phrase.end]
        if phrase.indefinite:
            # "A war monitor … said": named only later, if at all.
            return after[0].speaker if after else None
        if before:
            return before[-1].speaker
        return after[0].speaker if after and phrase.head.lemma in CIVIL else None


def _heads(phrase: Phrase) -> bool:
    """Whether the name is that of whom the phrase is about, and no adjective: "Varnian army"."""
    return phrase.person is not None and phrase.head.text in phrase.person.split()


def _fullness(heard: Heard) -> tuple[int, int]:
    """The order of persons by how fully they are named, then by how early."""
    return len(heard.speaker.name.split()), -heard.at
