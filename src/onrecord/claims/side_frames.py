"""Sentences → frames that no verb of speech with its clause makes: colons, passives, insertions."""

from collections.abc import Iterator

from onrecord.claims.frame import Frame
from onrecord.claims.speech_words import SpeechLexicon
from onrecord.claims.syntax import PERSONAL, Sentence, Token, span_of

# Verbs that hand over what a colon then tells, as an office does with its count.
_GIVING = frozenset(
    {"give", "revise", "update", "amend", "correct", "issue", "offer", "release", "provide", "clarify",
     "specify", "elaborate", "go", "send", "share", "raise", "lower", "put", "set", "name"}
)  # fmt: skip
_Spans = tuple[tuple[int, int], tuple[int, int]]


def side_frames(sentence: Sentence, words: SpeechLexicon) -> Iterator[Frame]:
    """Frames of "X gave a count: …", of "the deaths reported by X", of "X called the report a lie"."""
    yield from _colon_frames(sentence, words)
    yield from _passive_frames(sentence, words)
    yield from _naming_frames(sentence, words)


def _naming_frames(sentence: Sentence, words: SpeechLexicon) -> Iterator[Frame]:
    """What somebody calls a thing, from the verb on: "the ministry called the report a lie"."""
    for verb in sentence.tokens:
        if not verb.is_verb or verb.lemma not in words.names or verb.lemma in words.verbs:
            continue
        speaker = verb.subject
        if speaker is None or speaker.i > verb.i or not _is_voice(speaker, words):
            continue
        content = [t for t in verb.subtree() if t.i >= verb.i and not _joined_to(t, verb)]
        content = [t for t in content if t.is_word]
        if _names(verb) and len(content) > 2:
            attribution = [t for t in speaker.subtree() if t.i < verb.i]
            yield Frame(verb, "says", joined(speaker), span_of(attribution), span_of(content))


def _names(verb: Token) -> bool:
    """Whether it has both what is called something, and what that is called."""
    called = [
        c for c in verb.children if c.i > verb.i and c.dep in ("dobj", "ccomp", "oprd", "xcomp")
    ]
    as_what = any(c.lower == "as" and c.i > verb.i for c in verb.children)
    whole = verb.child("ccomp")
    small = whole is not None and whole.child("nsubj") is not None and not whole.has_child("that")
    return len(called) > 1 or (bool(called) and as_what) or small


def _joined_to(token: Token, verb: Token) -> bool:
    """Whether a second verb of the same subject, joined by "and", governs the token."""
    chain = [token, *token.ancestors()]
    return any(t.dep == "conj" and t.head is verb and t.is_verb for t in chain) or (
        token.dep == "cc" and token.head is verb
    )


def joined(speaker: Token) -> list[Token]:
    """The speaker and those joined to it by "and"."""
    found = [speaker]
    for token in found:
        found.extend(child for child in token.children if child.dep == "conj" and child.is_noun)
    return found


def inserted_content(sentence: Sentence, verb: Token, speaker: Token | None) -> _Spans | None:
    """For "…, in which, he said, two died": the attribution, and what goes on behind it."""
    if speaker is None or speaker.i > verb.i:
        return None
    following = [token for token in sentence.tokens if token.i > verb.i]
    if len(following) < 4 or following[0].lower != ",":
        return None
    before = next((t for t in reversed(sentence.tokens) if t.i < _first(speaker).i), None)
    if before is None or before.lower not in (",", "-", "–", "—"):
        return None
    content = [token for token in following[1:] if token.is_word]
    return ((_first(speaker).start, verb.end), span_of(content)) if len(content) > 1 else None


def _first(speaker: Token) -> Token:
    return min((t for t in speaker.subtree() if t.i <= speaker.i), key=lambda t: t.i)


def _colon_frames(sentence: Sentence, words: SpeechLexicon) -> Iterator[Frame]:
    place = next((n for n, t in enumerate(sentence.tokens) if t.lower == ":"), None)
    if place is None:
        return
    before, behind = sentence.tokens[:place], sentence.tokens[place + 1 :]
    content = [token for token in behind if token.is_word]
    for verb in before:
        speaker = verb.child("nsubj") if verb.is_verb and verb.lemma in _GIVING else None
        if speaker is not None and _is_voice(speaker, words) and len(content) > 1:
            words_of = [t for t in before if t.i >= _first(speaker).i and t.is_word]
            yield Frame(verb, "says", joined(speaker), span_of(words_of), span_of(content))
            return


def _passive_frames(sentence: Sentence, words: SpeechLexicon) -> Iterator[Frame]:
    for verb in sentence.tokens:
        if verb.tag != "VBN" or verb.lemma not in words.says | words.alleges:
            continue
        agent = verb.child("agent")
        speaker = agent.child("pobj") if agent is not None else None
        told = verb.head if verb.dep == "acl" else verb.child("nsubjpass")
        if told is not None and told.head.lower == "of":
            continue
        if agent is None or speaker is None or told is None or not _is_voice(speaker, words):
            continue
        content = [t for t in told.subtree() if t.i < verb.i and t.is_word]
        if verb.dep != "acl":
            content = [t for t in content if t.head is not verb or t is told]
        if len(content) > 1 and told.i < verb.i:
            attribution = [verb, *(t for t in agent.subtree() if t.is_word)]
            stance = words.stance_of(verb.lemma)
            yield Frame(verb, stance, joined(speaker), span_of(attribution), span_of(content))


def _is_voice(head: Token, words: SpeechLexicon) -> bool:
    named = head.tag.startswith("NNP") or head.lower in PERSONAL
    speaking = words.persons | words.groups | words.plurals | words.titles
    return named or head.lemma in speaking or head.lower in speaking
