"""Linking of the hand-made records of two articles, beside the project where they are kept."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.builders import a_day, a_document

from onrecord.incidents import link_claims
from onrecord.model.claim import Claim
from onrecord.model.document import Dating, Document
from onrecord.model.identity import DocumentId
from onrecord.model.incident import Cluster, Linking
from onrecord.model.party import Party, PartyBook
from onrecord.model.record import from_record
from onrecord.model.vocabulary import DatePrecision

GOLD = Path(__file__).parents[3].parent / "shared" / "gold"
PARTIES = PartyBook(
    (
        Party(name="Government of Russia", kind="government", allies=("Government of Syria",)),
        Party(name="Russian Armed Forces", kind="armed_force", government="Government of Russia"),
        Party(name="Government of Syria", kind="government"),
    )
)
FILLED: dict[str, Any] = {
    "confidence": 1.0,
    "produced_by": {"method": "hand", "version": "1", "rule": "hand"},
    "segment": "body",
}
WORDS: dict[str, Any] = {"text": None, "start": None, "end": None}


def read_claim(record: dict[str, Any], published: str) -> Claim:
    full = {**FILLED, **record}
    for key in ("places", "parties", "weapons", "objects"):
        full[key] = [{**WORDS, **item} for item in full[key]]
    if full["when"] is not None:
        full["when"] = {"how": "hand", **WORDS, **full["when"]}
    full["said"] = {"from": published, "to": published}
    return from_record(Claim, full)


def read_article(name: str) -> tuple[Document, list[Claim]]:
    about = json.loads((GOLD / f"{name}.document.json").read_text("utf-8"))
    day = a_day(about["published"])
    document = a_document(
        "",
        id=DocumentId(name),
        publisher=about["publisher"],
        published=Dating(from_=day, to=day, precision=DatePrecision.DAY, how="user"),
    )
    lines = (GOLD / f"{name}.claims.jsonl").read_text("utf-8").splitlines()
    return document, [read_claim(json.loads(line), about["published"]) for line in lines]


@pytest.fixture(scope="module")
def linking() -> Linking:
    if not GOLD.is_dir():
        pytest.skip(f"no hand-made records at {GOLD}")
    articles = [
        read_article(path.name.split(".")[0]) for path in sorted(GOLD.glob("*.document.json"))
    ]
    claims = [claim for _, found in articles for claim in found]
    return link_claims(claims, {document.id: document for document, _ in articles}, parties=PARTIES)


def holding(linking: Linking, ending: str) -> Cluster:
    return next(c for c in linking.clusters if any(x.id.endswith(ending) for x in c.claims))


def endings(cluster: Cluster) -> set[str]:
    return {claim.id for claim in cluster.claims}


def test_two_articles_tell_of_four_attacks(linking: Linking) -> None:
    assert len(linking.clusters) == 4
    assert linking.candidates == ()


def test_caption_count_and_related_headline_are_one_attack_with_its_place_inferred(
    linking: Linking,
) -> None:
    market = holding(linking, "000-c15")

    assert endings(market) == {"000-c01", "000-c15", "000-c18"}
    assert market.flags == ("place_inferred",)
    assert market.when is not None
    assert market.when.from_ == market.when.to == a_day("2015-11-29")
    assert market.place is not None
    assert market.place.precision == 1


def test_an_attack_told_once_stands_alone(linking: Linking) -> None:
    assert endings(holding(linking, "000-c16")) == {"000-c16"}


def test_clashing_weapons_of_one_day_stay_one_attack_and_are_flagged(linking: Linking) -> None:
    village = holding(linking, "003-c02")

    assert endings(village) == {f"003-c{n}" for n in ("01", "02", "06", "08", "09", "10", "11")}
    assert village.flags == ("possible_two_attacks",)
    assert village.place is not None
    assert village.place.precision == 2


def test_a_headline_with_a_day_but_no_place_is_an_attack_of_its_own(linking: Linking) -> None:
    unlocated = holding(linking, "000-c17")

    assert endings(unlocated) == {"000-c17"}
    assert unlocated.main_of == ()


def test_each_article_is_mainly_about_one_attack(linking: Linking) -> None:
    assert len(holding(linking, "000-c15").main_of) == 1
    assert len(holding(linking, "003-c06").main_of) == 1


def test_totals_over_several_attacks_stand_aside(linking: Linking) -> None:
    aside = {claim.id for claim in linking.asides}

    assert {"000-c04", "000-c07", "003-c17", "003-c20"} <= aside
    assert not aside & {claim.id for cluster in linking.clusters for claim in cluster.claims}


def test_the_answers_of_one_spokesman_are_one_utterance(linking: Linking) -> None:
    answers = {"000-c23", "000-c24", "000-c25"}
    holders = [each for each in linking.utterances if set(each.claims) & answers]

    assert len(holders) == 1
    assert answers <= set(holders[0].claims)
