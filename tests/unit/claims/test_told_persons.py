"""Lists of persons are read name by name, with the class that kinship, age and brackets give."""

from collections.abc import Callable

import pytest

from onrecord.claims.syntax import Sentence
from onrecord.claims.told_persons import find_told
from onrecord.model.vocabulary import Age, Sex

Parser = Callable[[str], Sentence]
Told = tuple[str, Sex, Age]


def read(parse: Parser, text: str) -> list[Told]:
    return [
        (text[one.start : one.end], one.kind.sex, one.kind.age) for one in find_told(parse(text))
    ]


def test_a_kinship_in_the_plural_holds_for_the_names_that_follow_it(parse: Parser) -> None:
    text = "They killed Orrin Venn and his three children: Tel Venn, Ila Venn and Odo Venn (1)."

    assert read(parse, text)[-3:] == [
        ("Tel Venn", Sex.UNKNOWN, Age.CHILD),
        ("Ila Venn", Sex.UNKNOWN, Age.CHILD),
        ("Odo Venn (1)", Sex.UNKNOWN, Age.CHILD),
    ]


def test_an_age_of_its_own_goes_before_that_of_the_plural(parse: Parser) -> None:
    text = (
        "Orrin Venn was killed with their children Tel (son, 14 years old) and Ila (daughter, 20)."
    )

    assert read(parse, text)[-2:] == [
        ("Tel", Sex.MAN, Age.CHILD),
        ("Ila", Sex.WOMAN, Age.ADULT),
    ]


def test_another_kinship_ends_a_list(parse: Parser) -> None:
    text = "Their daughters Ila Venn (9) and Ossa Venn, their son Tel Venn and Dov Arlen, 40, died."

    assert [kind for _, *kind in read(parse, text)] == [
        [Sex.WOMAN, Age.CHILD],
        [Sex.WOMAN, Age.UNKNOWN],
        [Sex.MAN, Age.UNKNOWN],
        [Sex.UNKNOWN, Age.ADULT],
    ]


@pytest.mark.parametrize(
    ("text", "sex", "age"),
    [
        ("Mara Venn (6, f) died.", Sex.WOMAN, Age.CHILD),
        ("Mara Venn, 21 (daughter of Orrin) (408537), died.", Sex.WOMAN, Age.ADULT),
        ("Umm Tel Venn, 60, died.", Sex.WOMAN, Age.ADULT),
        ("His heavily-pregnant wife, Mara Venn, died.", Sex.WOMAN, Age.ADULT),
        ("Her infant daughter, Mara Venn, died.", Sex.WOMAN, Age.CHILD),
        ("Odo Venn, a 16-day-old infant, died.", Sex.UNKNOWN, Age.CHILD),
        ("A girl called Mara Venn died.", Sex.WOMAN, Age.CHILD),
        ("Mara Venn (less than one year) died.", Sex.UNKNOWN, Age.CHILD),
        ("Mara Venn, 38, and her husband died.", Sex.WOMAN, Age.ADULT),
    ],
)
def test_words_beside_a_name_tell_sex_and_age(parse: Parser, text: str, sex: Sex, age: Age) -> None:
    assert [tuple(kind) for _, *kind in read(parse, text)][:1] == [(sex, age)]


def test_whose_kin_somebody_is_is_not_told_as_a_person(parse: Parser) -> None:
    text = "Orrin and Mara's son Tel Venn (4) was killed."

    assert [words for words, *_ in read(parse, text)] == ["'s son Tel Venn (4)"]


def test_an_age_before_a_name_is_not_that_of_the_name_before_it(parse: Parser) -> None:
    text = "Mara Venn, 14 year old Lina Venn and five-year-old Tess Venn were killed."

    assert [age for _, _, age in read(parse, text)] == [Age.UNKNOWN, Age.CHILD, Age.CHILD]
