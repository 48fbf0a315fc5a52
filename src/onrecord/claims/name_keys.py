"""Names of places → keys under which their spellings meet."""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

_MARKS = re.compile("['\u2018\u2019\u02bb\u02bc\u02be\u02bf`\u00b4\u2032]")
_BETWEEN = re.compile(r"[\W_]+")
# Harakat, tatweel: Arabic writing with and without them is one name.
_ARABIC_MARKS = re.compile("[\u0640\u064b-\u065f\u0670]")
_ARABIC_FORMS = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ک": "ك", "ی": "ي"}
)
# The Arabic article before sun and moon letters, as romanised in English and French.
_ARTICLES = frozenset(
    {"al", "el", "il", "ul", "ad", "ed", "an", "en", "ar", "er", "as", "es", "ash", "esh", "at", "et", "az", "ez", "ath", "adh", "l"}
)  # fmt: skip
# Letters that romanisations swap: one sound, several spellings.
_SOUNDS = (
    ("tch", "S"), ("sch", "S"), ("sh", "S"), ("ch", "S"), ("kh", "X"), ("gh", "G"), ("dj", "j"), ("dh", "d"),
    ("th", "t"), ("ph", "f"), ("ts", "z"), ("zh", "j"), ("rh", "G"), ("q", "k"), ("ck", "k"), ("c", "k"), ("x", "ks"),
)  # fmt: skip
_SILENT = re.compile("[aeiouyw]+")
_DOUBLE = re.compile(r"(.)\1+")
_ADMIN_WORDS = re.compile(
    r"\b(?:the|governorate|muhafazat|province|oblast|oblast'|region|district|county|state|city|"
    r"municipality|territory|prefecture|department|republic of|republic|krai|kray|okrug|raion|"
    r"rayon|wilayat-e|wilayat|wilaya|misto|division|zone|emirate|capital|autonomous|"
    r"metropolitan area|area|markaz|mudiriyat|nahiyat|qada|woreda|of)\b",
    re.IGNORECASE,
)


def is_latin(name: str) -> bool:
    """Whether the first letter of a name is a Latin one."""
    letter = next((letter for letter in name if letter.isalpha()), "a")
    return letter < "\u0250" or "\u1e00" <= letter < "\u1f00"


@lru_cache(maxsize=100_000)
def name_key(name: str) -> str:
    """The name without accents, apostrophes and hyphens, in small letters.

    Latin names are made ASCII; names in other scripts stay in theirs, Arabic without vowel signs.
    """
    if name.isascii() or is_latin(name):
        plain = _MARKS.sub("", name if name.isascii() else anyascii(_MARKS.sub("", name)))
    else:
        plain = unicodedata.normalize("NFKC", name)
        plain = _ARABIC_MARKS.sub("", plain).translate(_ARABIC_FORMS)
    return _BETWEEN.sub(" ", plain.lower()).strip()


@lru_cache(maxsize=100_000)
def skeleton(name: str) -> str:
    """The consonants of a romanised name, articles and doubled letters dropped.

    "Khan Younis" and "Khān Yūnis", "Deir ez-Zor" and "Dayr az Zawr" have one skeleton. A first
    vowel is kept as `a`. Empty for names in other scripts.
    """
    key = name_key(name)
    if not key.isascii():
        return ""
    tokens = key.split()
    kept = [token for token in tokens if token not in _ARTICLES] or tokens
    return "".join(_token_skeleton(token) for token in kept)


def bare_key(name: str) -> str:
    """The key in one piece, articles left out: what two spellings are compared by."""
    tokens = name_key(name).split()
    return "".join(token for token in tokens if token not in _ARTICLES) or "".join(tokens)


def _token_skeleton(token: str) -> str:
    sounds = token
    for spelled, sound in _SOUNDS:
        sounds = sounds.replace(spelled, sound)
    first = sounds[:1]
    if first in "aeiou":
        first = "a"
    rest = _SILENT.sub("", sounds[1:])
    rest = rest.removesuffix("h")
    return _DOUBLE.sub(r"\1", first + rest)


def core_of(name: str) -> str:
    """An administrative name without its type: "Donetsk Oblast" → "Donetsk"."""
    core = " ".join(_ADMIN_WORDS.sub(" ", name).split())
    return core or name


# Countries whose names reach English through another script, so that spellings vary.
TRANSLITERATED = frozenset(
    [
        "AE",
        "AF",
        "AM",
        "AZ",
        "BD",
        "BG",
        "BH",
        "BY",
        "DJ",
        "DZ",
        "EG",
        "ER",
        "ET",
        "GE",
        "IL",
        "IN",
        "IQ",
        "IR",
        "JO",
        "KG",
        "KP",
        "KR",
        "KW",
        "KZ",
        "LB",
        "LK",
        "LY",
        "MA",
        "MD",
        "MK",
        "MM",
        "MR",
        "NP",
        "OM",
        "PK",
        "PS",
        "QA",
        "RS",
        "RU",
        "SA",
        "SD",
        "SO",
        "SS",
        "SY",
        "TD",
        "TJ",
        "TM",
        "TN",
        "TR",
        "UA",
        "UZ",
        "XK",
        "YE",
    ]
)
_ROMANISED_MARKS = re.compile("[\u0304\u0323\u0327\u0331\u0331\u030c\u032e\u0306]")


def plain_name(name: str, country: str | None) -> str:
    """The name as English text writes it: marks of scientific romanisation dropped.

    Names from countries with a Latin script keep their accents.
    """
    if country not in TRANSLITERATED or not is_latin(name) or country == "TR":
        return name
    letters = _ROMANISED_MARKS.sub("", unicodedata.normalize("NFD", name))
    plain = unicodedata.normalize("NFC", letters)
    return re.sub("^['\u2018\u2019\u02bb\u02bc`]|['\u2018\u2019\u02bb\u02bc`]$", "", plain)
