"""Sentences → frames: who is said to say which words, with which verb."""

from collections.abc import Iterator

from onrecord.claims.frame import Frame
from onrecord.claims.quotes import Quoted
from onrecord.claims.side_frames import inserted_content, joined, side_frames
from onrecord.claims.speech_verbs import says_nothing, stance_of
from onrecord.claims.speech_words import SpeechLexicon
from onrecord.claims.syntax import PERSONAL, Sentence, Token, span_of

# "The town recorded its tenth murder" tells what happened there.
_SUFFERING = frozenset(
    {"record", "register", "see", "report", "count", "continue", "blame", "mention"}
)
_OPENERS = frozenset({"according", "per", "citing", "quoting"})
_PUNCTUATION = frozenset({",", ".", ":", ";", '"', "-", "--", "(", ")", "!", "?", "'"})
_LONGEST_TAIL = 12
_ISSUING = frozenset({"issue", "publish", "release", "write", "present", "produce", "make", "post"})


def find_frames(sentence: Sentence, words: SpeechLexicon, quotes: list[Quoted]) -> list[Frame]:
    """The frames of one sentence, outermost first."""
    frames = [
        *_verb_frames(sentence, words, quotes),
        *_according_frames(sentence),
        *_allegation_frames(sentence, words),
        *side_frames(sentence, words),
    ]
    kept = [frame for frame in frames if frame.content[1] - frame.content[0] > 2]
    kept.sort(key=lambda frame: (frame.content[0] - frame.content[1], frame.attribution))
    for place, frame in enumerate(kept):
        frame.parent = next(
            (outer for outer in reversed(kept[:place]) if _holds(outer.content, frame)), None
        )
    return kept


def _holds(content: tuple[int, int], frame: Frame) -> bool:
    return content[0] <= frame.attribution[0] and frame.attribution[1] <= content[1] + 1


# ---- verbs ----


def _verb_frames(sentence: Sentence, words: SpeechLexicon, quotes: list[Quoted]) -> Iterator[Frame]:
    for verb in sentence.tokens:
        if not verb.is_verb or verb.lemma not in words.verbs or verb.dep in ("amod", "aux"):
            continue
        if says_nothing(verb):
            continue
        speaker = _speaker_of(sentence, verb, words)
        if speaker is not None and not _can_speak(speaker, verb, words):
            continue
        found = _content_of(sentence, verb, speaker, words, quotes)
        if found is None:
            continue
        attribution, content = found
        if speaker is None and verb.dep not in ("conj", "advcl"):
            continue
        heads = joined(speaker) if speaker is not None else []
        if verb.dep in ("conj", "advcl") and verb.child("nsubj") is None:
            attribution = (verb.start, max(verb.end, attribution[1]))
        yield Frame(verb, stance_of(verb, words), heads, attribution, content, negated=verb.negated)


def _can_speak(head: Token, verb: Token, words: SpeechLexicon) -> bool:
    """Whether a subject can say something: not evidence, not a deed, not the first person.

    "The evidence indicates that" weakens what somebody else says; it is no voice of its own.
    """
    if head.lower in ("i", "we", "this", "these", "that", "those", "there", "evidence", "research"):
        return False
    if head.lower in ("nobody", "none", "nothing", "someone", "anyone"):
        return False
    if head.tag == "CD" and not head.has_child("of"):
        return False
    if any(child.lower in ("no", "neither") and child.dep == "det" for child in head.children):
        return False
    if verb.lemma in _SUFFERING and head.entity in ("GPE", "LOC"):
        return False
    if head.lemma in ("attack", "strike", "image", "video", "footage", "photo", "fact", "leaflet"):
        return False
    return verb.lemma not in words.weak or head.lower in PERSONAL or _can_report(head, words)


def _speaker_of(sentence: Sentence, verb: Token, words: SpeechLexicon) -> Token | None:
    subject = _nearest_subject(verb)
    if subject is not None:
        return subject if subject.lower not in ("which", "that", "who") else _antecedent(verb)
    if verb.dep == "conj" and verb.head.is_verb and verb.head.child("nsubj") is not None:
        return verb.head.child("nsubj")
    if verb.dep == "advcl" and verb.tag == "VBG" and verb.head.lemma in words.verbs:
        return _speaker_of(sentence, verb.head, words)
    return _tail_speaker(sentence, verb)


def _nearest_subject(verb: Token) -> Token | None:
    """The last subject before a verb: of "five died, two of them women, police said" the police."""
    subjects = [child for child in verb.children if child.dep == "nsubj"]
    before = [subject for subject in subjects if subject.i < verb.i]
    return next(iter([*reversed(before), *subjects]), None)


def _antecedent(verb: Token) -> Token | None:
    """Who "which said" is: the noun before, or whoever issued the report that it is."""
    if verb.dep != "relcl" or not verb.head.is_noun:
        return None
    noun = _whole_name(verb.head)
    issued = noun.dep == "dobj" and noun.head.lemma in _ISSUING
    return (noun.head.child("nsubj") if issued else None) or noun


def _whole_name(noun: Token) -> Token:
    """The head of a name that goes on behind "for" or "of": the Observatory, not its Human Rights."""
    preposition = noun.head
    outer = preposition.head
    named = noun.dep == "pobj" and preposition.lower in ("for", "of")
    if named and noun.tag.startswith("NNP") and outer.tag.startswith("NNP"):
        return _whole_name(outer)
    return noun


def _tail_speaker(sentence: Sentence, verb: Token) -> Token | None:
    """The noun phrase between the last comma or quotation mark and a verb at the sentence's end.

    The parser often hangs it on a noun of the content ("…of Idlib, a monitor and X said").
    """
    place = sentence.tokens.index(verb)
    inside: list[Token] = []
    for token in reversed(sentence.tokens[:place]):
        if token.lower in (",", '"') or token.is_verb or len(inside) > _LONGEST_TAIL:
            break
        inside.append(token)
    nouns = [token for token in inside if token.is_noun]
    if not nouns:
        return None
    inside_set = set(map(id, inside))
    return next(
        (t for t in reversed(inside) if t.is_noun and id(t.head) not in inside_set), nouns[-1]
    )


def _content_of(
    sentence: Sentence,
    verb: Token,
    speaker: Token | None,
    words: SpeechLexicon,
    quotes: list[Quoted],
) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The spans of the attribution and of what is said; `None` if nothing is."""
    clause = _clause_after(verb)
    if clause is None and verb.lemma in ("hear", "learn"):
        return None
    before = _content_before(sentence, verb, speaker)
    if before is not None and (clause is None or clause.i < verb.i):
        return before
    if clause is not None:
        return _split_after(sentence, verb, speaker, clause)
    beside = _orphan(sentence, quotes) or inserted_content(sentence, verb, speaker)
    if beside is not None:
        return beside
    quote = next((q for q in quotes if verb.end <= q.start <= sentence.end), None)
    if quote is not None and verb.lemma not in words.denies:
        start = speaker.subtree()[0].start if speaker is not None else verb.start
        return (min(start, verb.start), quote.start), (quote.start, min(quote.end, sentence.end))
    return _object_after(sentence, verb, speaker, words)


def _content_before(
    sentence: Sentence, verb: Token, speaker: Token | None
) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Content that comes first: "…, the monitor said", "…," said the spokesman."""
    if speaker is None:
        return None
    phrase = [token for token in speaker.subtree() if abs(token.i - verb.i) <= _LONGEST_TAIL * 2]
    if speaker.i < verb.i:
        phrase = _phrase_back_from(sentence, speaker)
    if any(token.dep == "cc" for token in phrase if token.i <= speaker.i and token.head.is_verb):
        return None
    first = min([verb, *phrase], key=lambda token: token.i)
    place = sentence.tokens.index(first)
    if place < 2 or sentence.tokens[place - 1].lower not in (",", '"', "?", "!"):
        return None
    end = place - 1
    while end > 0 and not sentence.tokens[end].is_word:
        end -= 1
    start = 0
    while start < end and not sentence.tokens[start].is_word:
        start += 1
    if end - start < 1 or not any(token.is_verb for token in sentence.tokens[start : end + 1]):
        return None
    tail = [token for token in verb.subtree() if token.i >= first.i and token.is_word]
    last = max([verb, *(t for t in tail if t.i - verb.i <= _LONGEST_TAIL)], key=lambda t: t.i)
    content = (sentence.tokens[start].start, sentence.tokens[end].end)
    return (first.start, last.end), content


def _orphan(
    sentence: Sentence, quotes: list[Quoted]
) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """For "he wrote on Twitter." behind a closed quotation that the parser took for a sentence."""
    if len(sentence.tokens) > _LONGEST_TAIL:
        return None
    for quote in quotes:
        if 0 <= sentence.start - quote.end <= 3:
            words = [token for token in sentence.tokens if token.is_word]
            return span_of(words), (quote.start, quote.end)
    return None


def _phrase_back_from(sentence: Sentence, speaker: Token) -> list[Token]:
    place = sentence.tokens.index(speaker)
    phrase = [speaker]
    for token in reversed(sentence.tokens[:place]):
        if token.lower in (",", '"', ":", ";") or token.is_verb:
            break
        phrase.append(token)
    return phrase


_WITH_INFINITIVE = frozenset({"say", "believe", "report", "find", "know", "claim", "allege", "admit", "promise", "vow", "pledge", "threaten"})  # fmt: skip


def _clause_after(verb: Token) -> Token | None:
    clause = verb.child("ccomp")
    owned = verb.dep not in ("acl", "amod") or verb.lemma in ("say", "believe", "report")
    if clause is None and owned and verb.lemma in _WITH_INFINITIVE:
        clause = verb.child("xcomp", "parataxis")
    return clause


def _split_after(
    sentence: Sentence, verb: Token, speaker: Token | None, clause: Token
) -> tuple[tuple[int, int], tuple[int, int]] | None:
    tokens = [token for token in clause.subtree() if token.i > verb.i]
    tokens = _without_edges(tokens)
    if not tokens:
        return None
    attribution = [
        token
        for token in sentence.tokens
        if token.i < tokens[0].i and token.i >= _from(verb, speaker)
    ]
    attribution = _without_edges([*attribution, verb])
    return span_of(attribution or [verb]), span_of(tokens)


def _from(verb: Token, speaker: Token | None) -> int:
    if speaker is None:
        return verb.i
    inside = [t.i for t in speaker.subtree() if t.i < verb.i]
    return min([verb.i, *inside])


def _without_edges(tokens: list[Token]) -> list[Token]:
    """Without the marks and the "that" at either edge."""
    kept = sorted(tokens, key=lambda token: token.i)
    while kept and (
        kept[0].lower in _PUNCTUATION or (kept[0].dep == "mark" and kept[0].lower == "that")
    ):
        kept = kept[1:]
    while kept and kept[-1].lower in _PUNCTUATION:
        kept = kept[:-1]
    return kept


def _object_after(
    sentence: Sentence, verb: Token, speaker: Token | None, words: SpeechLexicon
) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """For "The report documents six attacks …", "the ministry denied the strike"."""
    thing = verb.child("dobj", "attr") or (
        verb.child("prep")
        if verb.lemma in words.denies or verb.lemma in ("include", "speak")
        else None
    )
    if thing is None or speaker is None or speaker.i > verb.i:
        return None
    heads = joined(speaker)
    if verb.lemma in words.weak and not any(_can_report(head, words) for head in heads):
        return None
    tokens = _without_edges(
        [t for t in verb.subtree() if t.i >= verb.i and not _hangs_off(t, verb)]
    )
    if len(tokens) < 2:
        return None
    attribution = [t for t in speaker.subtree() if t.i < verb.i] or [speaker]
    return span_of(attribution), span_of(tokens)


def _hangs_off(token: Token, verb: Token) -> bool:
    """Whether a second verb of the same subject, joined by "and", governs the token."""
    chain = [token, *token.ancestors()]
    return any(t.dep == "conj" and t.head is verb and t.is_verb for t in chain) or (
        token.dep == "cc" and token.head is verb
    )


def _can_report(head: Token, words: SpeechLexicon) -> bool:
    return head.lemma in words.reports | words.groups | words.persons | words.titles or (
        head.tag.startswith("NNP")
    )


# ---- prepositions and nouns ----


def _according_frames(sentence: Sentence) -> Iterator[Frame]:
    """For "According to X, …", "…, according to X", "…, citing X"."""
    for place, cue in enumerate(sentence.tokens):
        if cue.lower not in _OPENERS or (cue.lower == "per" and not _names_after(sentence, place)):
            continue
        phrase = [
            token for token in cue.subtree() if token.i >= cue.i and not _is_clause(token, cue)
        ]
        nouns = [token for token in phrase if token.is_noun and token.i > cue.i]
        if not nouns:
            continue
        head = next((t for t in nouns if t.dep in ("pobj", "dobj")), nouns[0])
        attribution = span_of([cue, *(t for t in phrase if t.is_word)])
        content = _rest(sentence, attribution)
        if content is not None:
            yield Frame(cue, "says", joined(head), attribution, content)


def _names_after(sentence: Sentence, place: int) -> bool:
    following = sentence.tokens[place + 1 : place + 2]
    return bool(following) and following[0].tag == "NNP"


def _is_clause(token: Token, cue: Token) -> bool:
    chain = [token, *token.ancestors()]
    inside = chain[: chain.index(cue)] if cue in chain else chain
    return any(t.dep in ("relcl", "advcl", "ccomp") for t in inside)


def _rest(sentence: Sentence, attribution: tuple[int, int]) -> tuple[int, int] | None:
    """The larger part of the sentence before or behind the attribution."""
    before = _without_edges([t for t in sentence.tokens if t.end <= attribution[0]])
    behind = _without_edges([t for t in sentence.tokens if t.start >= attribution[1]])
    if not before and not behind:
        return None
    if before and behind and len(before) > 2 and len(behind) > 2:
        return before[0].start, behind[-1].end
    return span_of(max(before, behind, key=len))


def _allegation_frames(sentence: Sentence, words: SpeechLexicon) -> Iterator[Frame]:
    """For "allegations by X that …", "X's accusations that …", "dismissed X accusations that …"."""
    for noun in sentence.tokens:
        if noun.lemma not in words.allegations or not noun.tag.startswith("NN"):
            continue
        tokens = _that_clause(sentence, noun)
        speakers = _owners(noun)
        if tokens and speakers:
            attribution = span_of(
                [noun, *(t for s in speakers for t in s.subtree() if t.i < tokens[0].i)]
            )
            yield Frame(noun, "alleges", speakers, attribution, span_of(tokens), noun=True)


def _that_clause(sentence: Sentence, noun: Token) -> list[Token]:
    """The clause behind "allegations (by X) that", wherever the parser hung it."""
    clause = noun.child("acl", "ccomp", "relcl", "appos")
    if clause is not None and any(t.lower == "that" for t in clause.subtree()[:2]):
        return _without_edges(clause.subtree())
    place = sentence.tokens.index(noun)
    following = sentence.tokens[place + 1 : place + 2]
    if following and following[0].lower == "that" and following[0].dep in ("mark", "dobj", "nsubj"):
        verb = following[0].head
        return _without_edges([t for t in verb.subtree() if t.i > noun.i])
    return []


def _owners(noun: Token) -> list[Token]:
    for child in noun.children:
        if child.dep == "prep" and child.lower in ("by", "from", "of"):
            inner = child.child("pobj")
            if inner is not None and inner.is_noun:
                return joined(inner)
        if child.dep in ("poss", "compound", "nmod") and child.tag.startswith("NN"):
            return joined(child)
    return []
