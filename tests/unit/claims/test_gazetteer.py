"""The gazetteer: names, spellings, the user's own places."""

import json
import time

import pytest

from onrecord.claims.gazetteer import open_gazetteer
from onrecord.claims.gazetteer_build import gazetteer_file
from onrecord.claims.name_keys import core_of, name_key, plain_name, skeleton
from onrecord.claims.own_places import UnreadableGazetteer, read_places
from onrecord.claims.place_record import Match, PlaceKind


@pytest.fixture(scope="module")
def gazetteer():
    found = open_gazetteer()
    yield found
    found.close()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Khan Younis", "Khān Yūnis"),
        ("Deir ez-Zor", "Dayr az Zawr"),
        ("Idlib", "Idleb"),
        ("al-Ghouta", "Al Ghutah"),
        ("Beit Hanoun", "Bayt Ḩānūn"),
        ("Musa Qala", "Mūsá Qal‘ah"),
    ],
)
def test_spellings_of_one_name_have_one_skeleton(one, other):
    assert skeleton(one) == skeleton(other) != ""


def test_keys_ignore_accents_apostrophes_and_hyphens():
    assert name_key("Khuza\u2019a") == name_key("Khuzaʿa") == "khuzaa"
    assert name_key("Deir  ez-Zor") == "deir ez zor"
    assert name_key("إدلب") == name_key("ادلب")


def test_names_lose_marks_of_romanisation_but_not_accents_of_their_language():
    assert plain_name("Arīḩā", "SY") == "Ariha"
    assert plain_name("Besançon", "FR") == "Besançon"
    assert core_of("Donetsk Oblast") == "Donetsk"


@pytest.mark.parametrize(
    ("name", "country", "expected"),
    [
        ("Ariha", "SY", ("Ariha", "SY", "Idleb")),
        ("Idlib", "SY", ("Idleb", "SY", "Idleb")),
        ("Khan Younis", "PS", ("Khan Yunis", "PS", "Gaza Strip")),
        ("Kramatorsk", None, ("Kramatorsk", "UA", "Donetsk")),
        ("حمص", None, ("Homs", "SY", "Homs")),
        ("Краматорск", None, ("Kramatorsk", "UA", "Donetsk")),
        ("Syria", None, ("Syria", "SY", None)),
    ],
)
def test_a_place_is_found_by_any_spelling(gazetteer, name, country, expected):
    best = gazetteer.lookup(name, country=country)[0]

    assert (best.name, best.country, best.admin1) == expected


def test_the_country_decides_between_places_of_one_name(gazetteer):
    assert gazetteer.lookup("Tripoli", country="LB")[0].country == "LB"
    assert gazetteer.lookup("Tripoli", country="LY")[0].country == "LY"
    assert gazetteer.lookup("Ariha")[0].name == "Jericho"
    assert {place.country for place in gazetteer.lookup("Ariha", country="SY")} == {"SY", "PS"}


def test_admin1_and_nearness_decide_within_a_country(gazetteer):
    assert gazetteer.lookup("Nashville", country="US", admin1="Georgia")[0].admin1 == "Georgia"
    near = gazetteer.lookup("Nashville", country="US", near=(35.97, -77.97))[0]
    assert near.admin1 == "North Carolina"


def test_provinces_and_districts_are_places_too(gazetteer):
    kinds = {place.kind for place in gazetteer.lookup("Ghazni", country="AF")}

    assert kinds == {PlaceKind.PLACE, PlaceKind.PROVINCE, PlaceKind.DISTRICT}


def test_other_spellings_are_looked_for_only_in_the_country(gazetteer):
    assert gazetteer.lookup("al-Ghanto") == []
    (place,) = gazetteer.lookup("al-Ghanto", country="SY")
    assert (place.match, place.admin1) == (Match.SKELETON, "Homs")


def test_unknown_names_are_not_found(gazetteer):
    assert gazetteer.lookup("Tarvelmoor", country="SY") == []
    assert gazetteer.lookup("", country="SY") == []


def test_lookups_and_opening_are_fast(gazetteer):
    started = time.perf_counter()
    open_gazetteer().close()
    opened = time.perf_counter()
    for number in range(200):
        gazetteer.lookup(f"Homs {number}", country="SY")
    looked_up = time.perf_counter()

    assert opened - started < 1.0
    assert (looked_up - opened) / 200 < 0.01


def test_the_build_is_kept_and_used_again(tmp_path, monkeypatch):
    path = tmp_path / gazetteer_file().name
    path.write_bytes(b"kept")

    assert gazetteer_file(tmp_path) == path
    assert path.read_bytes() == b"kept"


def test_own_places_win_and_bad_rows_are_reported(tmp_path):
    table = tmp_path / "PLACES.csv"
    table.write_text(
        "name,alternate_names,lat,lon,admin1,country,population\n"
        "Tarvel,Tarwel|Al Tarvel,1.5,2.5,Ostren,XX,9000\n"
        "Homs,,10,20,Ostren,SY,5\n"
        ",,1,2,,,\n"
        "Orlo,,north,2,,,\n"
        "Vessa,,95,2,,,\n"
        "Quell,,5,,,,\n"
        "Brann,,1,2,,,many\n",
        "utf-8",
    )
    gazetteer = open_gazetteer([table])

    assert gazetteer.lookup("Tarwel")[0].ref == "PLACES.csv:2"
    assert gazetteer.lookup("Homs", country="SY")[0].lat == 10
    assert [fault.where for fault in gazetteer.faults] == [
        f"PLACES.csv:{number}" for number in (4, 5, 6, 7, 8)
    ]
    assert "lat: not a number: 'north'" in [fault.reason for fault in gazetteer.faults]


def test_own_places_are_found_by_other_spellings(tmp_path):
    table = tmp_path / "PLACES.csv"
    table.write_text("name,country\nAl Tarveel,XX\n", "utf-8")

    assert open_gazetteer([table]).lookup("el-Tarvil", country="XX")[0].name == "Al Tarveel"


def test_own_places_may_be_geojson(tmp_path):
    path = tmp_path / "places.geojson"
    feature = {
        "type": "Feature",
        "properties": {"name": "Tarvel", "alternate_names": ["Tarwel"], "country": "xx"},
        "geometry": {"type": "Point", "coordinates": [2.5, 1.5]},
    }
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature, 3]}), "utf-8")
    (place,), faults = read_places(path)

    assert (place.record.lat, place.record.lon, place.record.country) == (1.5, 2.5, "XX")
    assert place.names == ("Tarvel", "Tarwel")
    assert [fault.reason for fault in faults] == ["no name"]


def test_own_places_may_be_a_geonames_dump(tmp_path):
    path = tmp_path / "XX.txt"
    row = ["7", "Tarvel", "Tarvel", "Tarwel,Tarvell", "1.5", "2.5", "P", "PPL", "XX", "", "01"]
    path.write_text("\t".join([*row, "", "", "", "9000", "", "", "", ""]) + "\n", "utf-8")
    (place,), faults = read_places(path)

    assert (place.record.ref, place.record.population) == ("geonames:7", 9000)
    assert "Tarwel" in place.names
    assert faults == []


@pytest.mark.parametrize("content", [b"a,b\n1,2\n", b"\xff\xfe\x00", b'{"places": []}'])
def test_a_gazetteer_of_no_known_shape_is_refused_by_name(tmp_path, content):
    path = tmp_path / "PLACES.csv"
    path.write_bytes(content)

    with pytest.raises(UnreadableGazetteer, match=r"PLACES\.csv"):
        read_places(path)
