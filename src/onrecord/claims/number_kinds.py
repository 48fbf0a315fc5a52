"""Numbers in their surroundings → what kind of number each is: of people perhaps, a date, an age."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from onrecord.claims.number_lexicon import GAP, any_of, read_toml, table, words_of

_MONTHS = frozenset(read_toml("en_dates")["months"])
_CAPITAL_MONTHS = frozenset({"may", "march", "mar", "mar.", "sun", "sat"})
_AFTER: Mapping[str, str] = {
    word: kind
    for kind in ("share", "money", "temperature", "time", "measure", "label")
    for word in table("after")[kind]
}
_GLUED: Mapping[str, str] = {word: kind for kind, words in table("glued").items() for word in words}
_COUNT_NOUNS = words_of("after", "count_nouns")
_METRES = words_of("after", "metres")
_MONEY_BEFORE = words_of("before", "money")
_AGE_BEFORE = words_of("before", "age")
_LABEL = words_of("before", "label")
_LABEL_CAPITAL = words_of("before", "label_capital")
_PEOPLE_AGE = words_of("before", "people_age")
_OLD_RANGE = words_of("before", "old_range")
_AGED_NOUN = words_of("before", "aged")
_YEAR_SURE = words_of("years", "sure")
_YEAR_LIKELY = words_of("years", "likely")
_ONE_AFTER = words_of("idioms", "one_after")
_ONE_BEFORE = words_of("idioms", "one_before")

_OLDEST = 120
_WORD = r"[^\W\d_][\w'.]{0,30}"
_NEXT_WORDS = re.compile(rf"(-|{GAP})?({_WORD}|[%°])(?:(-|{GAP})({_WORD}))?")
_OLD = re.compile(rf"(?:-|{GAP})?(?:{any_of(table('after')['old'])}(?:-|{GAP})olds?|y/?o)(?![\w/])")
# "All under ten", "children under 5": an age that nobody has reached.
_AGE_LIMIT = re.compile(
    r"\b(?:all|both|them|most|aged?|children|kids|girls|boys|babies|infants|minors)"
    r"(?: of them)?,? (?:under|below|over|above)(?: the age of)? $"
)
_BOTH_END = re.compile(r"[,;.)–—]| ?[-–—](?: |$)")
_PER_CENT = re.compile(rf"(?:-|{GAP})?(?:%|per(?:{GAP})?cent|percent(?:age{GAP}points?)?|pct)")
_OF_MEASURE = re.compile(rf"{GAP}of{GAP}([a-z]+)")
_MORE = re.compile(rf"{GAP}more(?!\w)(?!{GAP}(?:than|or)(?!\w))")
_CLOCK_BEFORE = frozenset(
    {"at", "from", "by", "until", "before", "after", "past", "till", "around"}
)
_CURRENCY = frozenset("$€£¥₽₺₴₪")
_NAME_AGE = re.compile(r"[^\W\d_]+['\w.-]*,[^\S\n]*$")
# "Two men (Dov, 25, and Rhys, 32)", "Dov, 25, and Rhys, 32 – were shot".
_AGE_ENDS = re.compile(r"[,).;]|[^\S\n]?[–—]|[^\S\n]-[^\S\n]")
_AFTER_DAY = re.compile(rf"(?<!\w){any_of(_MONTHS)}\.?{GAP}[0-9]{{1,2}}(?:st|nd|rd|th)?,?{GAP}$")
_MONTH = any_of(_MONTHS)
_DAY_LIST = re.compile(
    rf"(?<!\w){_MONTH}\.?{GAP}[0-9]{{1,2}}(?:,{GAP}[0-9]{{1,2}}){{0,5}},?{GAP}(?:and|to|or|through){GAP}$"
)
_THEN_DATED = re.compile(
    rf"{GAP}(?:and|to|or){GAP}[0-9]{{1,2}}(?::[0-9]{{2}})?(?:{GAP})?(?:([ap]\.?m)|{_MONTH})(?!\w)"
)
_AGE_LIST = re.compile(
    rf"(?<!\w)age[ds]?(?:{GAP}of)?{GAP}\w{{1,9}}(?:,{GAP}\w{{1,9}}){{0,8}}(?:,{GAP}|,?{GAP}(?:and|to|or){GAP})$"
)
_PARENT = re.compile(rf"(?<!\w){any_of(table('before')['parents'])}(?:-|{GAP})of(?:-|{GAP})$")
_YEARS = re.compile(rf"(?:19|20)[0-9]{{2}}(?:-|{GAP}(?:and|to|or){GAP})(?:19|20)[0-9]{{2}}")
_JOINING = frozenset({"and", "to", "or", "through"})
_AGES = re.compile(r"[0-9]{1,3}(?:(?: or |-)[0-9]{1,3})?")
_SUSPENDED = re.compile(rf"-{GAP}(?:and|or|to){GAP}(?:[0-9]|[a-z]{{3,12}}-)")
_HOUR = re.compile(
    rf"{GAP}(?:in|on|at){GAP}(?:the{GAP}{any_of(table('after')['hours'])}|night)(?!\w)"
)
_STREET = re.compile(
    rf"{GAP}(?:[NSEW]\.?{GAP})?(?:[A-Z][\w'.]{{1,20}}{GAP}){{1,3}}{any_of(table('after')['streets'])}(?!\w)"
)
_OF_LABEL = re.compile(
    rf"{any_of(('image', 'photo', 'slide', 'caption', 'page', 'part', 'update'))}{GAP}[0-9]{{1,4}}{GAP}of{GAP}$"
)
_EMERGENCY = words_of("after", "emergency")
_CALL = words_of("before", "call")
_NOUN_COMMA = re.compile(rf"(?<!\w){any_of(table('before')['aged'])},{GAP}$")
_AND_AGE = re.compile(rf"{GAP}and{GAP}[0-9]{{1,2}}[,.]")
# "Two men, 22 and 24, were shot": the second age.
_BEHIND_NOUN = re.compile(
    rf"(?<!\w){any_of(table('before')['aged'])},{GAP}[0-9]{{1,2}}{GAP}and{GAP}$"
)
# "Two brothers, 8 and 10 years old": the first age.
_THEN_OLD = re.compile(
    rf"{GAP}(?:and|or|to){GAP}[0-9]{{1,3}}(?:-|{GAP}){any_of(table('after')['old'])}(?:-|{GAP})olds?(?!\w)"
)
_PARTICLE_NAME = re.compile(r"[a-z]{1,4}[-'][A-Z]")
_NAME_BRACKET = re.compile(r"[^\W\d_]+['\w.-]*[^\S\n]?\($")
# "Mara Dorn, 51 (wife of Tel Dorn)", "Tel Dorn, 54 (killed at home)": a bracket that tells of one.
_TELLS_OF_ONE = re.compile(
    rf"[^\S\n]?\((?:(?:his|her|their|the|an?)[ ])?(?:{any_of(table('before')['aged'])}|killed|shot|stabbed|hit"
    r"|struck|died|dead|wounded|injured|found|pronounced)(?!\w)",
    re.IGNORECASE,
)
_FULL_NAME = re.compile(
    r"[A-Z][^\W\d_][\w.'’-]*[ ](?:[\w.'’-]+[ ]){0,3}[A-Z][^\W\d_][\w'’-]*,[^\S\n]*$"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A number at `[start, end)` of a text, the words before it nearest first, and its modifiers.

    `before` holds words with their starts; `bare` says that no modifier stands before the number.
    """

    text: str
    folded: str
    start: int
    end: int
    before: tuple[tuple[str, int], ...]
    bare: bool

    @property
    def words(self) -> str:
        """The number's own words."""
        return self.folded[self.start : self.end]

    def word_before(self, nth: int = 0) -> str:
        """The nth word before, nearest first, empty if there is none."""
        return self.before[nth][0] if nth < len(self.before) else ""

    def capital_before(self, nth: int = 0) -> bool:
        """Whether the nth word before begins with a capital."""
        return nth < len(self.before) and self.text[self.before[nth][1]].isupper()


def kind_of(place: Place, value: Fraction | int) -> str | None:
    """The kind of the number there, `None` if nothing around it says that it is special."""
    following = _NEXT_WORDS.match(place.folded, place.end)
    sep, word, word2 = ("", "", "")
    if following is not None:
        sep, word, word2 = following[1] or "", following[2].rstrip("."), following[4] or ""
    return (
        _kind_by_sign(place)
        or _kind_by_month(place, word, value)
        or (_kind_of_one(place, sep, word) if place.words == "one" else None)
        or _kind_by_age(place, value)
        or _kind_by_hour(place)
        or _kind_by_next(place, sep, word, word2)
        or _kind_by_year(place, word)
        or _kind_by_before(place, word)
    )


def _kind_by_sign(place: Place) -> str | None:
    if "of" in place.folded[max(place.start - 4, 0) : place.start] and _looks_back(_PARENT, place):
        return "idiom"
    if place.start and place.folded[place.start - 1] in _CURRENCY:
        return "money"
    if place.start and place.folded[place.start - 1] in "#§":
        return "label"
    if place.word_before() in _MONEY_BEFORE:
        return "money"
    if _PER_CENT.match(place.folded, place.end):
        return "share"
    return None


def _is_month(place: Place, nth: int) -> bool:
    word = place.word_before(nth)
    return word.rstrip(".") in _MONTHS and (
        word not in _CAPITAL_MONTHS or place.capital_before(nth)
    )


def _kind_by_month(place: Place, word: str, value: Fraction | int) -> str | None:
    if not place.words[0].isdigit():
        return None
    then = _THEN_DATED.match(place.folded, place.end)
    if then is not None and value <= 31:
        return "time" if then[1] else "date"
    joined = value <= 31 and place.word_before() in _JOINING and word not in _COUNT_NOUNS
    if joined and _looks_back(_DAY_LIST, place):
        return "date"
    if 1 <= value <= 31 and place.bare and _is_month(place, 0):
        since = place.word_before(1) in _YEAR_SURE | {"last", "this", "of", "late"}
        return None if since and word in _COUNT_NOUNS else "date"
    if word in _MONTHS and value <= 31 and (word not in _CAPITAL_MONTHS or _capital(place, word)):
        return "date"
    return None


def _looks_back(pattern: re.Pattern[str], place: Place) -> bool:
    """Whether the words straight before the number fit the pattern."""
    return pattern.search(place.folded, max(place.start - 48, 0), place.start) is not None


def _capital(place: Place, word: str) -> bool:
    at = place.folded.find(word, place.end)
    return place.text[at].isupper()


def _kind_by_age(place: Place, value: Fraction | int) -> str | None:
    if _OLD.match(place.folded, place.end) or _THEN_OLD.match(place.folded, place.end):
        return "age"
    lately = place.folded[max(place.start - 48, 0) : place.start]
    if value <= 120 and "age" in lately and _looks_back(_AGE_LIST, place):
        return "age"
    nearest, second = place.word_before(), place.word_before(1)
    both = nearest == "both" and _BOTH_END.match(place.folded, place.end) is not None
    if both and place.words.isdigit() and value <= _OLDEST:
        return "age"
    if _AGE_LIMIT.search(lately) is not None:
        return "age"
    if nearest in _AGE_BEFORE or (nearest == "of" and second in _AGE_BEFORE):
        return "age"
    if nearest in ("between", "from") and second in _AGE_BEFORE:
        return "age"
    if value > 120:
        return None
    return "age" if _stands_as_age(place) or _is_first_of_ages(place) else None


def _stands_as_age(place: Place) -> bool:
    """Whether it reads as "Name, 34," or "Name (34)"."""
    after = place.folded[place.end : place.end + 1]
    if not _AGES.fullmatch(place.words):
        return False
    window = place.text[max(place.start - 40, 0) : place.start]
    if not _AGE_ENDS.match(place.folded, place.end):
        told = _TELLS_OF_ONE.match(place.text, place.end) is not None
        return told and _FULL_NAME.search(window) is not None
    if after == "," and _BEHIND_NOUN.search(window.lower()) is not None:
        return True
    bracket = _NAME_BRACKET.search(window) if after == ")" else None
    match = bracket or _NAME_AGE.search(window)
    named = match is not None and (
        match[0][0].isupper()
        or _PARTICLE_NAME.match(match[0]) is not None
        or match[0].rstrip("(, ") in _AGED_NOUN
    )
    return named and not _is_month(place, 0)


def _is_first_of_ages(place: Place) -> bool:
    """Whether it is the first number of "two men, 22 and 24,"."""
    then = _AND_AGE.match(place.folded, place.end)
    window = place.folded[max(place.start - 40, 0) : place.start]
    return then is not None and _NOUN_COMMA.search(window) is not None


def _kind_by_next(place: Place, sep: str, word: str, word2: str) -> str | None:
    if not sep and word and place.words[-1].isdigit():
        return _GLUED.get(word)
    kind = _AFTER.get(word)
    if kind == "time" and (not place.words[-1].isdigit()):
        kind = "time" if word == "o'clock" else None
    if kind is not None:
        return "idiom" if place.words == "one" and word in _ONE_AFTER else kind
    if word == "us" and word2 in table("after")["money"]:
        return "money"
    if word == "of" and _OF_MEASURE.match(place.folded, place.end):
        return _kind_of_measure(place)
    return "compound" if sep == "-" and word else None


def _kind_by_hour(place: Place) -> str | None:
    """The kind of "19- and 26-year-old" and of "from seven in the morning"."""
    if _SUSPENDED.match(place.folded, place.end):
        return "compound"
    clock = place.bare and place.word_before() in _CLOCK_BEFORE
    return "time" if clock and _HOUR.match(place.folded, place.end) else None


def _kind_of_measure(place: Place) -> str | None:
    match = _OF_MEASURE.match(place.folded, place.end)
    if match is None or place.words == "one":
        return None
    return _AFTER.get(match[1])


def _kind_by_year(place: Place, word: str) -> str | None:
    words = place.words
    if _YEARS.fullmatch(words) and word not in _COUNT_NOUNS:
        return "year"
    if len(words) != 4 or not words.isdigit() or not 1900 <= int(words) <= 2099:
        return None
    if not place.bare:
        return None
    nearest = place.word_before()
    if (
        nearest in _YEAR_SURE
        or _is_month(place, 0)
        or _AFTER_DAY.search(place.folded, max(place.start - 24, 0), place.start)
    ):
        return "year"
    counted = word in _COUNT_NOUNS
    if nearest in _YEAR_LIKELY:
        return None if counted else "year"
    return None if counted or (word.endswith("s") and len(word) > 3) else "year"


def _kind_by_before(place: Place, word: str) -> str | None:
    nearest = place.word_before()
    if place.words in _EMERGENCY and (nearest in _CALL or word in _CALL):
        return "label"
    if place.bare and place.words.isdigit() and _is_address(place):
        return "label"
    if nearest in _LABEL or (nearest in _LABEL_CAPITAL and place.capital_before()):
        return "label" if place.bare else None
    if place.bare or not word:
        first = place.folded[place.start - 6 : place.start].split()
        ranged = bool(first) and first[-1] in _OLD_RANGE
        if ranged and nearest in _PEOPLE_AGE and not word:
            return "age"
    return None


def _is_address(place: Place) -> bool:
    """Whether it reads as "12 Mill Lane" or "photo 3 of 12"."""
    if _STREET.match(place.text, place.end):
        return True
    if place.word_before() != "of":
        return False
    return _OF_LABEL.search(place.folded, max(place.start - 30, 0), place.start) is not None


def _kind_of_one(place: Place, sep: str, word: str) -> str | None:
    if place.folded[place.end : place.end + 2] == "'s":
        return "idiom"
    if sep and word in _ONE_AFTER:
        return "idiom"
    if place.word_before() in _ONE_BEFORE and place.bare:
        return "idiom"
    return None


def says_more(folded: str, end: int) -> int | None:
    """Where "more" ends if it follows a number as an addition ("three more"), else `None`."""
    match = _MORE.match(folded, end)
    return None if match is None else match.end()


def is_metres(folded: str, end: int) -> bool:
    """Whether a number that ends in a glued "m" is a length: "50m away"."""
    following = _NEXT_WORDS.match(folded, end)
    return following is not None and following[2] in _METRES


def share_end(folded: str, end: int) -> int:
    """Where the per cent sign or word behind a number ends; `end` if there is none."""
    match = _PER_CENT.match(folded, end)
    return end if match is None else match.end()
