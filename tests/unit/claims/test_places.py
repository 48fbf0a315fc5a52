"""Places in English text."""

from pathlib import Path

import pytest

from onrecord.claims.gazetteer import open_gazetteer
from onrecord.claims.places import document_country, find_places, read_place_context


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory):
    table = tmp_path_factory.mktemp("own") / "PLACES.csv"
    table.write_text(
        "name,alternate_names,lat,lon,admin1,country,population\n"
        "Tarvelin,,1.5,2.5,Ostrenia,XX,90000\n",
        "utf-8",
    )
    found = open_gazetteer([table])
    yield found
    found.close()


@pytest.fixture
def seen(gazetteer):
    def see(text, country="SY", **more):
        mentions = find_places(text, country=country, gazetteer=gazetteer, **more)
        assert all(text[m.start : m.end] == m.text for m in mentions if not more.get("offset"))
        return [(m.text, m.name, m.precision) for m in mentions]

    return see


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a market in Ariha", ("Ariha", "Ariha", 1)),
        ("in Ariha in Idlib Province", ("Ariha in Idlib Province", "Ariha", 1)),
        ("in the town of Ariha, Idlib province, Syria", ("town of Ariha", "Ariha", 1)),
        ("in the province of Idlib", ("province of Idlib", "Idleb", 4)),
        ("in Idlib governorate", ("Idlib governorate", "Idleb", 4)),
        ("a house west of Idlib city", ("west of Idlib city", "west of Idleb city", 2)),
        ("near the village of Ariha", ("near the village of Ariha", "Ariha", 2)),
        ("in the suburbs of Homs", ("suburbs of Homs", "Homs", 2)),
        ("in eastern Homs", ("eastern Homs", "eastern Homs", 2)),
        ("in Eastern Ghouta", ("Eastern Ghouta", "Eastern Ghouta", 3)),
        ("across Syria", ("Syria", "Syria", 6)),
        ("Syria\u2019s Homs was hit", ("Homs", "Homs", 1)),
        ("in Khan\nSheikhoun", ("Khan\nSheikhoun", "Khan Shaykhun", 1)),
        ("in al-Ghanto in Homs Province", ("al-Ghanto in Homs Province", "Al Ghantu", 1)),
        ("off the coast in the Black Sea", ("Black Sea", "at sea", 7)),
    ],
)
def test_a_place_is_read_with_its_precision(seen, text, expected):
    assert expected in seen(text)
    assert len(seen(text)) == 1


def test_districts_are_districts(seen):
    assert seen("in Andar district, Ghazni province", "AF") == [("Andar district", "Andar", 3)]


def test_a_list_of_provinces_is_as_many_mentions(seen):
    assert seen("in Homs, Idlib, and Aleppo Provinces") == [
        ("Homs", "Homs", 4),
        ("Idlib", "Idleb", 4),
        ("Aleppo Provinces", "Aleppo", 4),
    ]


def test_a_list_of_cities_is_as_many_mentions(seen):
    text = "on cities such as Aleppo, Idlib and Homs"

    assert [precision for _, _, precision in seen(text)] == [1, 1, 1]


def test_a_village_no_gazetteer_has_stays_as_named_in_its_province(gazetteer):
    text = "near the village of Wadi Tarvelo, in the countryside of Idlib, Syria"
    mention = find_places(text, country="SY", gazetteer=gazetteer)[0]

    assert (mention.name, mention.country, mention.admin1) == ("Wadi Tarvelo", "SY", "Idleb")
    assert (mention.precision, mention.lat, mention.gazetteer) == (2, None, None)


def test_a_quarter_no_gazetteer_has_takes_the_position_of_its_town(gazetteer):
    (mention,) = find_places(
        "in the Tarvelo neighbourhood of Homs", country="SY", gazetteer=gazetteer
    )

    assert (mention.name, mention.precision) == ("Tarvelo", 2)
    assert mention.lat is not None


@pytest.mark.parametrize(
    "text",
    [
        "the Aleppo Media Center said",
        "the Washington Post wrote",
        "according to Amnesty International",
        "Mr Homs said",
        "on Thursday in March",
        "Syrian civilians",
        "the Homs family",
        "Damascus denied it",
        "President Hama",
        "in Parliament",
        "Homs Smith was in",
        "by Paris Hilton",
        "KABUL, Afghanistan (March 3)",
    ],
)
def test_people_papers_organisations_and_datelines_are_no_places(seen, text):
    assert seen(text) == []


def test_the_country_settles_which_place_is_meant(gazetteer):
    text = "strikes on Ariha"
    (here,) = find_places(text, country="SY", gazetteer=gazetteer)
    (there,) = find_places(text, country="PS", gazetteer=gazetteer)

    assert (here.name, there.name) == ("Ariha", "Jericho")
    assert there.gazetteer in here.alternatives


def test_a_name_the_document_calls_a_province_is_one(gazetteer):
    text = "Idlib province was hit. In Idlib, shells fell in Syria."
    context = read_place_context(text, gazetteer)
    mentions = find_places(text, country="SY", gazetteer=gazetteer, context=context)

    assert [mention.precision for mention in mentions] == [4, 4, 6]


def test_own_places_are_read(gazetteer):
    text = "Shells fell on Tarvelin."
    (mention,) = find_places(text, country="XX", gazetteer=gazetteer, offset=100)

    assert (mention.name, mention.lat, mention.start) == ("Tarvelin", 1.5, 115)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Russian jets bombed Ariha and Homs in Syria, Moscow said.", "SY"),
        ("An Israeli strike hit Khan Younis in the Gaza Strip.", "PS"),
        ("Nine Ukrainian soldiers were killed.", "UA"),
        ("Police in Nashville, Tennessee said", "US"),
        ("In Andar district, Ghazni province, a leader was killed", "AF"),
        ("Nothing was said.", None),
    ],
)
def test_a_document_is_about_the_country_of_its_places(gazetteer, text, country):
    assert document_country(text, gazetteer) == country


def test_a_namesake_in_the_province_of_the_document_is_meant(tmp_path: Path) -> None:
    rows = [
        "name,lat,lon,admin1,country,population",
        "Tarvel,1.0,1.0,Norland,XK,90000",
        "Orlobek,1.1,1.1,Norland,XK,60000",
    ]
    path = tmp_path / "places.csv"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    context = read_place_context(
        "Shells hit the city of Tarvel and the city of Orlobek in Kosovo.", open_gazetteer([path])
    )

    assert (context.country, context.home) == ("XK", "Norland")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("3 May 2021, in Dabat, Syria, by letter", "Dabat"),
        ("3 May 2021, Qarnun, Syria, by letter", "Qarnun"),
        ("3 May 2021, in Al Mayadeen, Syria, by letter", "Al Mayadin"),
    ],
)
def test_the_line_that_names_day_and_place_is_read_though_the_place_is_unknown(seen, text, name):
    assert [(found[1], found[2]) for found in seen(text)] == [(name, 1)]


def test_an_outlet_named_after_a_town_is_no_town(seen):
    assert seen("a reporter of Al Mayadeen said so") == []


def test_a_name_between_a_year_and_a_comma_is_no_place_without_a_country(seen):
    assert seen("In 2021, Qarnun Halas, a baker, left") == []
