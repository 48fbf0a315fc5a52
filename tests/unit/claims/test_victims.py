"""Every quantity is asked what it counts and which word licenses it."""

import pytest
from tests.unit.claims.counted import Found, Parser, read

from onrecord.claims.harm_words import load_harm
from onrecord.claims.numbers import find_quantities
from onrecord.claims.victims import find_victims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least nine people were killed in Tarvel.", [("killed", 9, None)]),
        (
            "The shelling killed one civilian and six fighters.",
            [("killed", 1, 1), ("killed", 6, 6)],
        ),
        (
            "Five people were killed and twelve others wounded.",
            [("killed", 5, 5), ("injured", 12, 12)],
        ),
        ("The blast left four dead and 17 wounded.", [("killed", 4, 4), ("injured", 17, 17)]),
        ("The death toll rose to 32 on Friday.", [("killed", 32, 32)]),
        ("The strike claimed the lives of four teachers.", [("killed", 4, 4)]),
        (
            "A couple and their three children died in the raid.",
            [("killed", 2, 2), ("killed", 3, 3)],
        ),
        ("Russia kills 44 in market bombing", [("killed", 44, 44)]),
        ("8 killed, 20 injured in Tarvel blast", [("killed", 8, 8), ("injured", 20, 20)]),
        ("The bodies of 12 people were pulled from the rubble.", [("killed", 12, 12)]),
        ("A 17-year-old boy was pronounced dead at the hospital.", [("killed", 1, 1)]),
        ("Dozens of people are still missing under the rubble.", [("missing", 12, None)]),
        ("30 people were killed or injured.", [("killed_or_injured", 30, 30)]),
        ("No civilians were killed.", [("killed", 0, 0)]),
        ("Among the dead were three children.", [("killed", 3, 3)]),
        ("Up to 30 people may have been killed.", [("killed", 1, 30)]),
        ("Two gunmen shot dead five people outside a mosque.", [("killed", 5, 5)]),
        ("Hospital officials said they had received 14 bodies.", [("killed", 14, 14)]),
        ("Also killed by the blast were more than a dozen guards.", [("killed", 13, None)]),
        ("Wounded in the attack were four policemen.", [("injured", 4, 4)]),
        ("A patrol shot at two men laying a mine, killing both.", [("killed", 2, 2)]),
        ("The crew fired on three gunmen, killing all of them.", [("killed", 3, 3)]),
        ("Both pilots died in the crash.", [("killed", 2, 2)]),
        (
            "Gunmen killed the cleric and one of his guards.",
            [("killed", 1, 1), ("killed", 1, 1)],
        ),
        (
            "The airstrike killed Idris Orlan, a bomb maker, and two of his associates.",
            [("killed", 1, 1), ("killed", 2, 2)],
        ),
        ("Two soldiers, army medic killed in east", [("killed", 2, 2), ("killed", 1, 1)]),
        ("Ten Tarvian military killed in ambush", [("killed", 10, 10)]),
        ("Army truck kills 8-year-old in Tarvel", [("killed", 1, 1)]),
        ("Shell wounds 12-year-old in Tarvel", [("injured", 1, 1)]),
        ("They are investigating an incident where a nurse was killed.", [("killed", 1, 1)]),
        ("Nobody was killed in the second volley.", [("killed", 0, 0)]),
    ],
)
def test_a_licensed_quantity_is_a_count_of_people(
    parse: Parser, text: str, expected: Found
) -> None:
    assert read(parse, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The strike could kill thousands of people.",
        "About 3 million people live in the province.",
        "The army fired 40 rockets at three villages.",
        "Two gunmen opened fire near the market.",
        "The militants threatened to kill ten hostages.",
        "The hospital has 200 beds and 40 doctors.",
        "It was the third attack in 2015.",
        "The strike damaged an 80-year-old mosque.",
        "The truck that hit the market was 8 years old.",
        "He was suspected of planning the assassination of a mayor.",
        "They plotted the killing of three judges.",
        "Civilians are killed by such weapons.",
        "Forces have captured or killed a large number of rebels.",
    ],
)
def test_a_number_that_no_harm_licenses_counts_nobody(parse: Parser, text: str) -> None:
    assert read(parse, text) == []


def test_parts_point_to_their_whole(parse: Parser) -> None:
    text = "Nine civilians, among them one woman and six children, were killed when a shell hit a house."
    found = find_victims(parse(text), find_quantities(text, articles=True), load_harm())
    counts = [victims.count for victims in found]

    assert [(c.min, c.subset_of) for c in counts] == [(9, None), (1, 0), (6, 0)]
    assert counts[0].status == "civilian"
    assert (counts[1].sex, counts[1].age, counts[1].status) == ("woman", "adult", "unknown")
    assert counts[2].age == "child"


def test_some_of_the_killed_is_two_or_more_with_no_ceiling(parse: Parser) -> None:
    text = "Some of the killed were civilians."
    (victims,) = find_victims(parse(text), find_quantities(text, articles=True), load_harm())

    assert (victims.count.min, victims.count.max, victims.count.status) == (2, None, "civilian")


def test_of_whom_divides_the_count_before(parse: Parser) -> None:
    text = "The raids killed 58 villagers, of whom 21 were children and 17 were women."
    found = find_victims(parse(text), find_quantities(text, articles=True), load_harm())

    assert [(v.count.min, v.count.subset_of) for v in found] == [(58, None), (21, 0), (17, 0)]


def test_another_five_is_more_of_the_same_series(parse: Parser) -> None:
    text = "Another five people died in hospital."
    (victims,) = find_victims(parse(text), find_quantities(text, articles=True), load_harm())

    assert victims.count.series == "more"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Several people were killed and injured when a shell hit the mill.",
            [("killed", 2, None), ("injured", 2, None)],
        ),
        (
            "The raid caused an unknown number of deaths and injuries.",
            [("killed", 2, None), ("injured", 2, None)],
        ),
        (
            "In Tarvel three shepherds were killed and an unspecified number hurt.",
            [("killed", 3, 3), ("injured", 2, None)],
        ),
        (
            "In Tarvel forty villagers were killed and dozens more were injured.",
            [("killed", 40, 40), ("injured", 12, None)],
        ),
    ],
)
def test_an_unknown_number_of_killed_and_injured_is_some_of_each(
    parse: Parser, text: str, expected: Found
) -> None:
    assert read(parse, text) == expected


def test_an_age_in_brackets_behind_a_name_with_a_particle_counts_nobody(parse: Parser) -> None:
    text = "Orrin al-Venn (76) and his wife Mara al-Venn (72) were killed in Tarvel."

    assert {number for _, number, _ in read(parse, text)} == {1}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The raid sent four people to the hospital.", [("injured", 4, 4)]),
        ("The blast put three nurses in the hospital.", [("injured", 3, 3)]),
        ("Seven people, ranging in age from 19 to 60, were hit.", [("injured", 7, 7)]),
        (
            "Shelling of Orvel kills one, leaves eight wounded",
            [("killed", 1, 1), ("injured", 8, 8)],
        ),
        (
            "13, including two boys, wounded in Orvel shelling",
            [("injured", 13, 13), ("injured", 2, 2)],
        ),
        ("Guards shot dead between nine and twelve young men.", [("killed", 9, 12)]),
        ("One of the nurses was fatally hit.", [("killed", 1, 1)]),
        ("Man killed in Orvel shelling", [("killed", 1, 1)]),
        ("Boy dies after raid on Orvel", [("killed", 1, 1)]),
        ("Teen in critical condition after shooting", [("injured", 1, 1)]),
        ("Juvenile dead from gunshot wound", [("killed", 1, 1)]),
        ("Father of two killed in Orvel raid", [("killed", 1, 1)]),
        ("4-year-old shot near the mill in Orvel", [("injured", 1, 1)]),
        (
            "Aunt kills nephew, two nieces, self",
            [("killed", 1, 1), ("killed", 1, 1), ("killed", 2, 2)],
        ),
    ],
)
def test_headlines_and_local_news_count_people_by_constructions_of_their_own(
    parse: Parser, text: str, expected: Found
) -> None:
    assert read(parse, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "None of the guards suffered life-threatening wounds.",
        "There were no serious injuries.",
        "Farmers were hit hardest by the drought.",
        "Do not let my baby die.",
    ],
)
def test_how_badly_nobody_is_hurt_is_no_count_of_the_hurt(parse: Parser, text: str) -> None:
    assert read(parse, text) == []


def test_who_kills_himself_after_others_comes_on_top_of_them(parse: Parser) -> None:
    text = "A miner killed four people before turning the gun on himself."
    found = find_victims(parse(text), find_quantities(text, articles=True), load_harm())
    assert [(v.count.min, v.count.series) for v in found] == [(1, None), (4, "joined")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three men were found beaten dead near the mill.", [("killed", 3, 3)]),
        (
            "Five members of one household, including three children, were found shot dead.",
            [("killed", 5, 5), ("killed", 3, 3)],
        ),
        ("A baker was found stabbed to death in a flat.", [("killed", 1, 1)]),
    ],
)
def test_how_people_were_found_says_what_befell_them(
    parse: Parser, text: str, expected: Found
) -> None:
    assert read(parse, text) == expected


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Five members of a family were killed in Tarvel.", 5),
        ("Three people from one family were killed.", 3),
        ("A family of four was killed.", 4),
        ("At least one more member of the family was killed.", 1),
    ],
)
def test_a_family_whose_members_are_counted_is_not_counted_beside_them(
    parse: Parser, text: str, number: int
) -> None:
    assert [low for _, low, _ in read(parse, text)] == [number]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Venn shot and killed Tarvo Dornel and Antmar Wheel on May 10.", 2),
        ("Orlan fatally shot Dorn, 31, and her mother, Ila Venn, on Monday.", 2),
        ("German Holt, a 25-year-old customer, was also killed on Monday.", 1),
    ],
)
def test_a_name_that_a_deadly_verb_harms_is_a_person(parse: Parser, text: str, people: int) -> None:
    assert read(parse, text) == [("killed", 1, 1)] * people
