"""Page chrome in English: which stretches of a paragraph are no reporting, and why."""

import functools
import re
import tomllib
from importlib.resources import files

LONGEST_CHARACTERS = 420
_MARKS = "*•·►»> "
_MOST_WORDS_WITH_HARM = 6
_TAIL_HINT = re.compile(
    r"©|\([Cc]\)|[Cc](?:opyright|OPYRIGHT)|[Ss]hare |Like this|[Bb]y |[Ss]ubscribe|[Ss]ign up|[Cc]lick|Caption Close|Photo$|contributed to"
)
_SURE = ("copyright", "credit", "byline")
_HARM = re.compile(
    r"(?i)\b(?:kill(?:ed|s|ing)?|wound(?:ed|s|ing)|injur(?:ed|es|ies|ing)|dead|die[ds]?|dying|deaths?"
    r"|shot|shoot(?:s|ing)|strikes?|airstrikes?|struck|bomb(?:ed|s|ing)|shell(?:ed|s|ing)"
    r"|attack(?:s|ed)?|casualt(?:y|ies)|massacres?|civilians?|victims?|destroyed|damaged)\b"
)


def reports_harm(words: str) -> bool:
    """Whether the words speak of harm; such words are never dropped on a weak rule."""
    return _HARM.search(words) is not None


def whole_chrome(words: str) -> str | None:
    """The rule by which a whole paragraph is no reporting; `None` if none holds."""
    if len(words) > LONGEST_CHARACTERS:
        return None
    words = words.lstrip(_MARKS) or words
    for kind, test in (("whole", re.Pattern.fullmatch), ("opens", re.Pattern.match)):
        for rule, pattern in _rules()[kind].items():
            if test(pattern, words) and _may_drop(words, rule):
                return rule
    return None


def head_chrome(words: str) -> tuple[int, str] | None:
    """How many characters of chrome stand before the report, and the rule."""
    for rule, pattern in _rules()["heads"].items():
        match = pattern.match(words)
        if match and match.end() and not reports_harm(match[0]):
            return match.end(), rule
    return None


def tail_chrome(words: str) -> tuple[int, str] | None:
    """Where the report ends and chrome begins, and the rule."""
    if not _TAIL_HINT.search(words, max(0, len(words) - 700)):
        return None
    for rule, pattern in _rules()["tails"].items():
        for match in pattern.finditer(words, max(0, len(words) - 700)):
            if match.end() >= len(words) - 2 and match.start():
                return match.start(), rule
    return None


def _may_drop(words: str, rule: str) -> bool:
    if rule in _SURE or not reports_harm(words):
        return True
    return len(words.split()) <= _MOST_WORDS_WITH_HARM and rule in ("share", "navigation")


@functools.cache
def _rules() -> dict[str, dict[str, re.Pattern[str]]]:
    told = tomllib.loads(files(__package__).joinpath("chrome_en.toml").read_text("utf-8"))
    return {
        kind: {rule: _any_of(patterns) for rule, patterns in rules.items()}
        for kind, rules in told.items()
    }


def _any_of(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)
