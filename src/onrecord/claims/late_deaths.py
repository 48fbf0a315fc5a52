"""Clauses → whether they tell of people who died, or lie in hospital, days after the attack."""

import re

_DIED = r"(?:died|dies|dying|has died|have died|passed away|succumbed)"
_ORDINALS = r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|\d+(?:st|nd|rd|th))"
_CARE = r"(?:hospital|clinic|intensive care|icu|infirmary|medical (?:center|centre|complex)|burns? unit|operating (?:table|theatre|room))"
_SURE = re.compile(
    r"\b(?:later|subsequently|eventually|since) (?:died|succumbed|passed away)\b|\bsuccumb\w*\b"
    r"|\bdied (?:of|from|due to|as a result of) (?:his|her|their|the|its)?\s?(?:[\w-]+ )?(?:injur|wound|burn)\w*"
    r"|\bdied\b[^.;]{0,40}\b(?:as a|as the|from|of)(?: result of)? (?:his |her |their |the )?(?:[\w-]+ )?(?:injur|wound|burn)\w*"
    r"|\bdied (?:(?:on )?\w+day(?: \w+)? )?after (?:being|(?:he|she) was|they were) (?:shot|wounded|stabbed|struck|injured|hit)\b"
    r"|\b(?:critical condition|life support)\b[^.;]{0,40}\bdied\b"
    r"|\bdied (?:\w+ )?(?:days|weeks|months) (?:later|after)\b"
)
_LIKELY = re.compile(
    rf"\b{_DIED}\b[^.;]{{0,60}}\b(?:in|at|inside|under)\b[^.;,]{{0,40}}\b{_CARE}\b"
    rf"|\b(?:hospitali[sz]ed|wounded|injured)\b[^.;]{{0,50}}\b{_DIED}\b"
    rf"|\b(?:of|from|among) (?:the|those|them|these)\b[^.;]{{0,50}}\b{_DIED}\b"
    rf"|\b{_ORDINALS} (?:\w+ )?(?:victim|person|patient|casualty|man|woman|child|boy|girl|soldier|officer|civilian|student|worker)\b[^.;]{{0,80}}\b{_DIED}\b"
    rf"|\b{_DIED}\b[^.;]{{0,80}}\b(?:bringing|taking|raising|pushing|lifting)\b[^.;]{{0,20}}\b(?:toll|number|total|count|fatalities)\b"
    rf"|\bremain(?:s|ed)? (?:\w+ )?(?:in|under|at|hospitali[sz]ed)\b"
)
_ATTACKED = re.compile(
    r"\b(?:shot|struck|stabbed|bombed|attacked|shelled|ambushed|opened fire|exploded|detonated|fired (?:on|at)"
    r"|strikes?|air ?strikes?|shelling|bombing|raid|explosion|blast|attack|gunfire)\b"
)


def tells_late_death(clause: str, sentence: str) -> bool:
    """Whether a death (or a stay in hospital) is told whose day is not that of the attack.

    Both are plain words (lower case). A clause that tells the attack itself is dated by it.
    """
    if _SURE.search(sentence) is not None:
        return True
    return _LIKELY.search(clause) is not None and _ATTACKED.search(clause) is None
