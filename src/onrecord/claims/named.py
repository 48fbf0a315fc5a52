"""Sentences → people named without a number."""

from collections.abc import Container, Iterator

from onrecord.claims.counted import years_old
from onrecord.claims.syntax import Sentence, Token

_SUBJECT_LIKE = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "appos", "poss"})
_HE_OR_SHE = frozenset({"he", "him", "she", "her"})
_SELF = frozenset({"himself", "herself", "self"})
_ARGUMENTS = frozenset({"nsubjpass", "nsubj", "dobj"})
_LOOSE = frozenset({"dep", "appos", "npadvmod"})
_FEMALE = frozenset({"she", "woman", "girl", "mother", "wife", "sister", "daughter", "grandmother"})
_MALE = frozenset({"he", "man", "boy", "father", "husband", "brother", "son", "grandfather"})
KIN = frozenset(
    {"wife", "husband", "son", "daughter", "mother", "father", "brother", "sister", "child",
     "baby", "cousin", "uncle", "aunt", "grandmother", "grandfather", "nephew", "niece"}
)  # fmt: skip

_FROM = frozenset({"of", "from", "in", "near", "at"})
# The last word of what is no person's name: "Tarvel Children's Hospital".
_INSTITUTIONS = frozenset(
    {"Hospital", "Clinic", "School", "University", "College", "Academy", "Airport", "Department",
     "Ministry", "Avenue", "Boulevard", "Highway", "Street", "Mosque", "County"}
)  # fmt: skip
_OUTLETS = frozenset(
    {"News", "Times", "Herald", "Tribune", "Gazette", "Journal", "Chronicle", "Observer", "Examiner",
     "Telegraph", "Bulletin", "Courier", "Dispatch", "Inquirer", "Ledger", "Post-Gazette", "Weather",
     "Sports", "Channel", "Station", "Network", "Newspaper", "Radio", "TV"}
)  # fmt: skip
# Words of the names of forces, groups and firms.
_BODIES_OF_MANY = frozenset(
    {"Army", "Forces", "Force", "Brigade", "Brigades", "Battalion", "Regiment", "Guard", "Guards",
     "Corps", "Navy", "Police", "Front", "Movement", "Party", "State", "Union", "Council", "Group",
     "Company", "Inc", "Corp", "Club", "Cross", "Crescent", "Bank", "Team", "Coalition", "Command",
     "Militia", "Jihad", "Resistance", "Service", "Agency", "Association", "Church", "Family"}
)  # fmt: skip
# Nouns that stand for more than one, or for nobody living, even after "the".
_NO_SINGLE = frozenset(
    {"people", "human", "other", "one", "dead", "deceased", "body", "corpse", "remains", "wounded",
     "injured", "crew", "police", "staff", "enemy", "militia", "taliban", "displaced", "elderly",
     "casualty", "local", "native", "mujahideen", "general", "paramilitary", "subject", "member",
     "medical", "humanitarian", "principal", "agent", "national", "martyr", "military personnel"}
)  # fmt: skip


def find_named(sentence: Sentence, persons: Container[str]) -> Iterator[tuple[Token, Token]]:
    """The head word of each named person ("Idris Orlan", "his wife"), and the word that is harmed.

    They differ in "Orlan killed himself": he is harmed as an object. With "the" before it, a noun
    of `persons` is one person already known ("the gunman").
    """
    for token in sentence.tokens:
        if token.lower in _SELF and token.dep in _LOOSE:
            yield _doer(token), token
        if token.dep not in _SUBJECT_LIKE or not (token.is_noun or is_aged(token)):
            continue
        if any(child.tag == "CD" and child.dep == "nummod" for child in token.children):
            continue
        if not token.text[:1].isalpha():
            continue
        if token.lower in _SELF and token.dep in ("dobj", "pobj", "conj"):
            yield _doer(token), token
        elif _is_someone(token, persons) and not _says_whose(sentence, token):
            yield token, token


def _says_whose(sentence: Sentence, pronoun: Token) -> bool:
    """For "shooting her older brother", where the parser took "her" for who was shot."""
    if pronoun.lower != "her":
        return False
    behind = [token for token in sentence.tokens if token.start >= pronoun.end][:3]
    while behind and behind[0].tag.startswith("JJ"):
        behind.pop(0)
    return bool(behind) and behind[0].lemma in KIN


def _doer(reflexive: Token) -> Token:
    """Who "himself" is: the subject of the nearest verb that has one."""
    if reflexive.lower == "self":
        verb = next((token for token in reflexive.ancestors() if token.is_verb), reflexive)
        return verb.child("nsubj") or reflexive
    for verb in reflexive.ancestors():
        subject = verb.subject if verb.is_verb else None
        if subject is not None:
            fits = subject.tag in ("NN", "NNP", "PRP") and _may_be(subject, reflexive)
            return subject if fits else reflexive
    return reflexive


def _may_be(subject: Token, reflexive: Token) -> bool:
    """Whether the sexes agree: no mother is "himself"."""
    if reflexive.lower == "self":
        return True
    other = _FEMALE if reflexive.lower == "himself" else _MALE
    return subject.lower not in other


def _is_someone(token: Token, persons: Container[str]) -> bool:
    if token.tag == "PRP":
        return token.lower in _HE_OR_SHE
    if token.tag in ("NNP", "NNPS"):
        if token.text[0].isdigit() or names_no_person(token.text) or _is_outlet(token):
            return False
        return (token.entity == "PERSON" or _is_named_person(token)) and not _is_home(token)
    if token.lemma == "life" and token.dep == "dobj":
        return token.has_child("own", "amod")
    if token.lemma in KIN and token.tag == "NN" and token.child("poss") is not None:
        return True
    definite = token.has_child("the", "det")
    return definite and (_is_one_person(token, persons) or is_aged(token))


def is_aged(token: Token) -> bool:
    """Whether it is the "old" of "a 2-year-old" that stands for a person."""
    return token.lower == "old" and token.tag.startswith("JJ") and years_old(token) is not None


def is_aged_before(token: Token) -> bool:
    """For a headline's "4-year-old shot in Vell", whose verb the parser takes for a noun."""
    verb = token.head
    said = token.dep == "amod" and verb.lower in ("shot", "stabbed") and verb.i == token.i + 1
    return said and is_aged(token)


def is_aged_object(token: Token) -> bool:
    """For a headline's "shell kills 8-year-old": the age stands right behind the verb."""
    if token.dep not in ("acomp", "oprd") or not is_aged(token):
        return False
    first = min(token.subtree(), key=lambda word: word.i, default=token)
    return token.head.is_verb and token.head.i == first.i - 1


def _is_named_person(token: Token) -> bool:
    """Whether an age, or a person's name joined to it, shows a name to be that of a person."""
    aged = years_old(token) is not None
    if token.entity in ("GPE", "LOC", "FAC", "NORP"):
        return aged and token.dep in _ARGUMENTS
    if aged:
        return True
    joined = token.dep == "conj" and token.head.entity == "PERSON"
    return (joined and not token.entity) or _is_full_name(token)


def _is_full_name(token: Token) -> bool:
    """Two capital words as what a verb of a clause is about, or beside such a name.

    The model takes a rare name for an organisation: of those that a verb harms it is a person's.
    """
    first = token.child("compound")
    if token.dep == "conj" and token.head.dep in _ARGUMENTS and token.head.tag == "NNP":
        return first is not None and _is_full_name(token.head) and _is_capital(first, token)
    harmed = token.dep in ("nsubjpass", "dobj")
    return (
        token.dep in _ARGUMENTS
        and (not token.entity or (harmed and token.entity == "ORG" and not _is_of_many(token)))
        and first is not None
        and _is_capital(first, token)
    )


def _is_capital(first: Token, token: Token) -> bool:
    """Whether two words side by side are written as a first and a last name."""
    return (
        token.tag == first.tag == "NNP"
        and first.entity in ("", token.entity)
        and first.i == token.i - 1
        and token.text[1:].islower()
        and first.text[1:].islower()
    )


def names_no_person(last: str) -> bool:
    """Whether the last word of a name is that of a hospital, a school, a street or a station."""
    return last in _INSTITUTIONS or last in _OUTLETS


def _is_of_many(name: Token) -> bool:
    """Whether a name is that of a force, a group or a firm, or stands behind "the"."""
    words = [name, *name.children]
    return any(word.text in _BODIES_OF_MANY or word.dep == "det" for word in words)


def _is_outlet(name: Token) -> bool:
    """Whether a name is that of a newspaper or station: "Tarvel News Now"."""
    near = [name, *name.children]
    near += [name.head] if name.dep == "compound" else []
    return any(token.text in _OUTLETS for token in near)


def _is_home(token: Token) -> bool:
    """Whether a name says whose or from where a person is: "of Tarvel", "the wife of Dov Arlen"."""
    head = token.head
    if token.dep != "pobj":
        return False
    kin = head.lower == "of" and head.head.lemma in KIN
    home = head.lower in _FROM and head.head.tag.startswith(("NNP", "CD"))
    return kin or home or head.lower in ("but", "except", "besides")


def _is_one_person(noun: Token, persons: Container[str]) -> bool:
    return noun.tag == "NN" and noun.lemma in persons and noun.lemma not in _NO_SINGLE


_OPENING = frozenset({":", "-", "–", "—", "|", ";", ","})


def _is_capital_noun(token: Token, persons: Container[str]) -> bool:
    """For "Officer hurt in raid": a noun for a person with a capital, and no name at its side."""
    if token.tag not in ("NNP", "UH", "JJ") or not token.text.istitle():
        return False
    named = token.dep == "compound" or token.child("compound", "det", "poss") is not None
    return not named and token.lower in persons and token.lower not in _NO_SINGLE


def find_unnumbered(sentence: Sentence, persons: Container[str]) -> Iterator[Token]:
    """Single nouns that stand for one unnamed person: "a 17-year-old boy", a headline's "man".

    A headline's first word, which the parser takes for a name or worse, is one of `persons`.
    """
    before: Token | None = None
    for token in sentence.tokens:
        opens = (before is None or before.text in _OPENING) and _is_capital_noun(token, persons)
        before = token
        loose = is_aged_object(token) or is_aged_before(token)
        if token.dep not in _SUBJECT_LIKE | {"ROOT", "attr"} and not loose:
            continue
        lower_name = opens or (token.tag == "NNP" and token.text.islower())
        if token.tag != "NN" and not lower_name and not is_aged(token):
            continue
        if token.text[0].isdigit():
            continue
        determiners = {child.lower for child in token.children if child.dep in ("det", "poss")}
        if determiners <= {"a", "an", "another"}:
            yield token


_COMPARING = frozenset(
    {"more", "fewer", "less", "most", "many", "how", "no", "other", "all", "any"}
)


def find_unnumbered_plurals(sentence: Sentence) -> Iterator[Token]:
    """Plural nouns that stand for people without a number: "killing the insurgents".

    Not in comparisons ("more civilians than"), nor as what a number counts ("the number of").
    """
    for token in sentence.tokens:
        if token.tag != "NNS" or token.dep not in ("nsubjpass", "dobj", "nsubj"):
            continue
        before = {child.lower for child in token.children}
        counted = any(child.dep in ("nummod", "quantmod") for child in token.children)
        if not counted and not before & _COMPARING:
            yield token
