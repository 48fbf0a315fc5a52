"""Promise: the workbench speaks English, Arabic and Russian; what is quoted or exported never changes."""

import re
from pathlib import Path
from urllib.parse import quote

import pytest
from tests.behaviour.demo_case import run_onrecord
from tests.behaviour.served_case import Visitor, serve_case

PAGES = ("", "incidents", "d", "review", "t?by=party", "search?q=market", "add", "log")
ARABIC = {"Accept-Language": "ar"}
RUSSIAN = {"Accept-Language": "ru-RU,ru;q=0.9,en;q=0.5"}
REPORTS = {
    "akhbar.txt": "قُتل سبعة مدنيين في قصف استهدف سوقًا في بلدة تارفيل، قال مرصد أوسترن.\n",
    "svodka.txt": "В Тарвеле при обстреле рынка погибли семеро гражданских, сообщили спасатели.\n",
}


@pytest.mark.parametrize("path", PAGES)
def test_a_page_speaks_the_language_of_the_browser(shown: Visitor, path: str) -> None:
    assert '<html lang="ar" dir="rtl">' in shown.get(path, headers=ARABIC).text
    assert '<html lang="ru" dir="ltr">' in shown.get(path, headers=RUSSIAN).text
    assert '<html lang="en" dir="ltr">' in shown.get(path).text
    assert '<html lang="en" dir="ltr">' in shown.get(path, headers={"Accept-Language": "eo"}).text


def test_a_language_once_chosen_stays_and_leads_back_to_the_same_page(
    shown: Visitor,
) -> None:
    own = Visitor(base=shown.base, case=shown.case, key=shown.key)
    own.enter()
    there = f"/c/{own.case}/incidents?sort=killed"
    page = own.post("/language", {"language": "ru", "next": there})
    assert page.address.endswith(there)
    assert '<html lang="ru"' in page.text
    assert '<html lang="ru"' in own.get("t", headers=ARABIC).text


def test_choosing_a_language_leads_to_no_other_site(shown: Visitor) -> None:
    own = Visitor(base=shown.base, case=shown.case, key=shown.key)
    own.enter()
    page = own.post("/language", {"language": "ar", "next": "https://elsewhere.example/"})
    assert page.address.startswith(own.base)


def test_a_language_is_chosen_only_by_a_form_of_ours(shown: Visitor) -> None:
    assert shown.post("/language", {"language": "ru"}, token=False).status == 403
    assert shown.get("/language").status == 405


@pytest.mark.parametrize("headers", [ARABIC, RUSSIAN], ids=["ar", "ru"])
def test_words_of_documents_keep_their_language(shown: Visitor, headers: dict[str, str]) -> None:
    link = re.search(r'href="([^"]+/d/[^"]+)"', shown.get("d").text)
    assert link is not None
    english, other = shown.get(link[1]).text, shown.get(link[1], headers=headers).text
    quoted = r'<p class="doc" dir="auto">(.*?)</p>'
    strip = re.compile(r"<[^>]+>")
    told = [strip.sub("", one) for one in re.findall(quoted, english, re.DOTALL)]
    kept = [strip.sub("", one) for one in re.findall(quoted, other, re.DOTALL)]
    assert told
    assert [one.replace("Claim ", "") for one in told] == [
        one.replace("إفادة ", "").replace("Утверждение ", "") for one in kept
    ]


@pytest.mark.parametrize("form", ["csv", "json"])
def test_data_are_the_same_in_every_language(shown: Visitor, form: str) -> None:
    path = f"incidents?form={form}"
    assert shown.get(path, headers=ARABIC).text == shown.get(path).text


def test_what_goes_wrong_is_said_in_the_language_too(shown: Visitor) -> None:
    stranger = Visitor(base=shown.base, case=shown.case, key="/open/guess")
    closed = stranger.get("", headers=ARABIC)
    assert closed.status == 403
    assert '<html lang="ar" dir="rtl">' in closed.text
    missing = shown.get("i/i-000000000000", headers=RUSSIAN)
    assert missing.status == 404
    assert "Идентификаторы никогда не исчезают" in missing.text


def test_arabic_and_russian_words_are_found_in_their_other_forms(tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    for name, text in REPORTS.items():
        (reports / name).write_text(text, encoding="utf-8")
    case = tmp_path / "two.case"
    assert run_onrecord("run", str(case), str(reports)).code == 0
    with serve_case(case) as visitor:
        visitor.enter()
        for words, name in (
            ("السوق", "akhbar"),
            ("بالقصف", "akhbar"),
            ("рынку", "svodka"),
            ("обстрелы", "svodka"),
        ):
            assert name in visitor.get(f"d?q={quote(words)}").text, words


@pytest.mark.parametrize(
    ("lang", "more"), [("en", "or more"), ("ar", "أو أكثر"), ("ru", "или больше")]
)
def test_a_sum_over_the_case_is_a_number_in_every_language(
    shown: Visitor, lang: str, more: str
) -> None:
    row = shown.get("t", headers={"Accept-Language": lang}).text.split("<tbody>")[1]
    assert re.search(rf"\d+ {more}", row.split("</tr>")[0])
