"""Words around places: cues, kinds of place, regions; and the capitalised words of a text."""

import re
from dataclasses import dataclass
from functools import cache, cached_property

from onrecord.claims.lexicon import Hit, PhraseMatcher, load_lexicon

# A name's word: letters with inner apostrophes and hyphens ("Khuza'a", "al-Ghanto", "Nad-e").
_WORD = re.compile(
    r"[^\W\d_](?:[^\W_]|['\u2018\u2019\u02bb\u02bc\u02bf-](?=[^\W_])|\.(?=[^\W\d_]\.))*"
)
_OWNED = re.compile(r"['\u2019]s$")
_ARTICLE = re.compile(
    r"(?:al|el|ad|ar|as|ash|at|az|an|ez|es|er|ed|et|il|ul)-(?=[A-Z\u00c0-\u00de])"
)
# Small words inside names, between capitalised ones.
_PARTICLES = frozenset({"al", "el", "ez", "az", "ash", "ad", "ar", "as", "at", "de", "du", "del", "la", "le", "bin", "e", "wa", "i"})  # fmt: skip
# Signs for the letter ayn before a name's second word ("Ayn ʿIsa").
_AYN = ("\u2018", "\u02bb", "\u02bf", "`", "'")
# Articles that are no English words.
_LOOSE_ARTICLES = frozenset({"al", "el", "ash", "az", "ez", "ar", "ad"})
_BLANK = re.compile(r"[\s\u00a0]+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word that could stand in a name; a possessive ending is cut off and `owned` set."""

    start: int
    end: int
    text: str
    owned: bool
    named: bool


@dataclass(frozen=True, slots=True)
class Region:
    """An area without a boundary of its own."""

    name: str
    country: str | None
    admin1: str | None
    precision: int


class PlaceText:
    """One text: its role words by where they begin and end, its runs of name words, its regions."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.regions = region_matcher().find(text)
        self._after: dict[int, list[Hit[frozenset[str]]]] = {}
        self._before: dict[int, list[Hit[frozenset[str]]]] = {}
        for hit in _role_matcher().find_all(text):
            self._after.setdefault(hit.start, []).append(hit)
            self._before.setdefault(hit.end, []).append(hit)

    def after(self, at: int, role: str) -> Hit[frozenset[str]] | None:
        """The longest phrase of that role right after `at`."""
        start = self._skip(at)
        hits = [hit for hit in self._after.get(start, ()) if role in hit.payload]
        return max(hits, key=lambda hit: hit.end, default=None)

    def before(self, at: int, role: str) -> Hit[frozenset[str]] | None:
        """The longest phrase of that role right before `at`; "the" is passed over."""
        end = self.back(at)
        hits = [hit for hit in self._before.get(end, ()) if role in hit.payload]
        if not hits and self.text[max(0, end - 4) : end].lower() in (" the", "the"):
            return self.before(end - 3, role)
        return min(hits, key=lambda hit: hit.start, default=None)

    def back(self, at: int) -> int:
        """Where the text before `at` ends, blanks passed over."""
        while at and self.text[at - 1].isspace():
            at -= 1
        return at

    def _skip(self, at: int) -> int:
        blank = _BLANK.match(self.text, at)
        return blank.end() if blank else at

    @cached_property
    def runs(self) -> list[list[Word]]:
        """Runs of name words with only blanks between; a possessive ends a run."""
        runs: list[list[Word]] = []
        run: list[Word] = []
        for word in self._words():
            joined = run and not run[-1].owned and self._joined(run[-1].end, word.start)
            if run and not joined:
                runs.append(run)
                run = []
            if word.named or (run and word.text in _PARTICLES):
                run.append(word)
            elif run:
                runs.append(run)
                run = []
        return [trimmed for run in [*runs, run] if (trimmed := _trim(run))]

    def _words(self) -> list[Word]:
        """The words; an article before a name ("al Orlo") is one word with it."""
        words: list[Word] = []
        for match in _WORD.finditer(self.text):
            word = _word(match)
            before = words[-1] if words else None
            close = before is not None and word.start == before.end + 1 and not before.owned
            if before and close and word.named and before.text.lower() in _LOOSE_ARTICLES:
                words.pop()
                text = f"{before.text} {word.text}"
                word = Word(before.start, word.end, text, owned=word.owned, named=True)
            words.append(word)
        return words

    def _joined(self, end: int, start: int) -> bool:
        between = self.text[end:start]
        blank = between[:-1] if between[-1:] in _AYN else between
        return blank.isspace() and between.count("\n") < 2


def _word(match: re.Match[str]) -> Word:
    text = match[0]
    owned = _OWNED.search(text)
    core = text[: owned.start()] if owned else text
    named = core[:1].isupper() or bool(_ARTICLE.match(core))
    return Word(match.start(), match.start() + len(core), core, bool(owned), named)


def _trim(run: list[Word]) -> list[Word]:
    while run and not run[-1].named:
        run = run[:-1]
    return run


def is_stop(word: str) -> bool:
    """Whether a capitalised word alone is never a place's name."""
    return word in _stops() or (word.isupper() and len(word) < 5)


@cache
def _stops() -> frozenset[str]:
    return frozenset(
        phrase
        for entry in load_lexicon("en_places")["words"]
        if entry.text("role") == "stop"
        for phrase in entry.texts("phrases")
    )


@cache
def _role_matcher() -> PhraseMatcher[frozenset[str]]:
    roles: dict[str, frozenset[str]] = {}
    for entry in load_lexicon("en_places")["words"]:
        if entry.text("role") != "stop":
            for phrase in entry.texts("phrases"):
                roles[phrase] = roles.get(phrase, frozenset()) | {entry.text("role")}
    return PhraseMatcher(roles)


@cache
def region_matcher() -> PhraseMatcher[Region]:
    """Finds the regions of en_places.toml."""
    return PhraseMatcher(
        {
            phrase: Region(
                entry.text("name"),
                entry.maybe("country"),
                entry.maybe("admin1"),
                entry.whole("precision"),
            )
            for entry in load_lexicon("en_places")["region"]
            for phrase in entry.texts("phrases")
        }
    )
