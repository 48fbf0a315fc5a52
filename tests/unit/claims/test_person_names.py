"""The family names of a document's people are no places, unless its words make them one."""

import pytest

from onrecord.claims.person_names import find_family_names


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Robert Senn Darlow, 19, of Vell", "darlow"),
        ("a 40-year-old Mira Osk", "osk"),
        ("Ferre Halmond was arrested in Vell", "halmond"),
        ("Deputy Ila R. Venn fired back", "venn"),
        ("Officer Andre Hurst, Jr., said", "hurst"),
    ],
)
def test_a_person_is_known_by_age_office_or_deed(text: str, key: str) -> None:
    assert key in {found for _, found in find_family_names(text)}


@pytest.mark.parametrize(
    "text", ["Vell County, 25 miles off", "the Orvel Street was busy", "East Orvel was calm"]
)
def test_two_capital_words_alone_are_nobody(text: str) -> None:
    assert list(find_family_names(text)) == []
