"""The words of speech of one language: verbs that report, deny or doubt, and who speaks."""

from dataclasses import dataclass
from functools import cache

from onrecord.claims.harm_words import read_toml


@dataclass(frozen=True, slots=True)
class SpeechLexicon:
    """Verbs by stance (lemmas), nouns that say, titles, and what descriptions stand for."""

    says: frozenset[str]
    alleges: frozenset[str]
    denies: frozenset[str]
    concedes: frozenset[str]
    doubts: frozenset[str]
    names: frozenset[str]
    weak: frozenset[str]
    reports: frozenset[str]
    allegations: frozenset[str]
    titles: frozenset[str]
    former: frozenset[str]
    persons: frozenset[str]
    groups: frozenset[str]
    plurals: frozenset[str]
    posts: frozenset[str]
    colon: frozenset[str]

    @property
    def verbs(self) -> frozenset[str]:
        """All verbs by which somebody is said to say something."""
        return self.says | self.alleges | self.denies | self.concedes | self.doubts

    def stance_of(self, lemma: str) -> str:
        """`denies`, `concedes`, `alleges` or `says`."""
        if lemma in self.denies:
            return "denies"
        if lemma in self.concedes:
            return "concedes"
        return "alleges" if lemma in self.alleges else "says"


@cache
def load_speech(lang: str = "en") -> SpeechLexicon:
    """The words of speech of a language, read once."""
    raw = read_toml(f"{lang}_speech.toml")
    return SpeechLexicon(
        says=frozenset(raw["says"]["verbs"]),
        alleges=frozenset(raw["alleges"]["verbs"]),
        denies=frozenset(raw["denies"]["verbs"]),
        concedes=frozenset(raw["concedes"]["verbs"]),
        doubts=frozenset(raw["doubts"]["verbs"]),
        names=frozenset(raw["names"]["verbs"]),
        weak=frozenset(raw["weak"]["verbs"]),
        reports=frozenset(raw["nouns"]["report"]),
        allegations=frozenset(raw["nouns"]["allegation"]),
        titles=frozenset(raw["titles"]["words"]),
        former=frozenset(raw["titles"]["former"]),
        persons=frozenset(raw["descriptions"]["person"]),
        groups=frozenset(raw["descriptions"]["group"]),
        plurals=frozenset(raw["descriptions"]["plural"]),
        posts=frozenset(raw["post"]["words"]),
        colon=frozenset(raw["colon"]["words"]),
    )
