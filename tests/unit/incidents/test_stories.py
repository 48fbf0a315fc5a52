"""Promise: documents that tell one story come together, and what a case repeats says little."""

from dataclasses import replace
from functools import partial

import pytest
from tests.builders import a_claim, a_document, a_party, a_place, a_when

from onrecord.claims import load_party_book
from onrecord.incidents import SHIPPED, link_claims
from onrecord.incidents.commonness import (
    NOTHING_COMMON,
    Commonness,
    count_common,
    fit_to_size,
)
from onrecord.incidents.evidence import weigh_accounts
from onrecord.incidents.sides import Sides
from onrecord.incidents.stories import Stories, list_names
from onrecord.incidents.traits import read_traits
from onrecord.model.claim import Claim
from onrecord.model.document import Document
from onrecord.model.identity import DocumentId

STORY = (
    "Orrin Tasko was shot on Quellan Row in {town}, Sergeant Marl Dovik of Precinct Yarrow said."
)
OTHER = "In {town} a strike hit the {town} mill near {town} Bridge, {town}man Elder {town}sen said."
TOWNS = [
    f"{first}{last}"
    for first in ("Bar", "Kel", "Dun", "Mor")
    for last in ("vek", "tas", "lin", "gor")
]


def a_case() -> tuple[list[Claim], dict[DocumentId, Document]]:
    """Sixteen documents on attacks of their own, and two on one, of which one gives another town."""
    texts = {f"d{n:02}": (OTHER.format(town=town), town) for n, town in enumerate(TOWNS)}
    texts["x1"] = (STORY.format(town="Ostrel"), "Ostrel")
    texts["x2"] = (STORY.format(town="Ostrel") + " He had moved from Ponwick.", "Ponwick")
    documents = {
        DocumentId(id): a_document(id=DocumentId(id), text=text) for id, (text, _) in texts.items()
    }
    claims = [
        a_claim(
            id=f"c-{id}",
            document=DocumentId(id),
            quote=text,
            places=(a_place(town),),
            when=a_when(),
        )
        for id, (text, town) in texts.items()
    ]
    return claims, documents


def homes(claims: list[Claim], documents: dict[DocumentId, Document]) -> set[tuple[str, ...]]:
    method = replace(SHIPPED, many_documents=16)
    linking = link_claims(claims, documents, parties=load_party_book(), method=method)
    return {cluster.documents for cluster in linking.clusters}


def test_two_articles_that_share_rare_names_are_one_incident() -> None:
    claims, documents = a_case()

    found = homes(claims, documents)

    assert ("x1", "x2") in found
    assert len(found) == len(TOWNS) + 1


def test_order_moves_nothing() -> None:
    claims, documents = a_case()

    turned = dict(reversed(documents.items()))

    assert homes(claims[::-1], turned) == homes(claims, documents)


def test_in_a_small_case_names_join_nothing() -> None:
    claims, documents = a_case()
    few = {id: documents[id] for id in (DocumentId("d00"), DocumentId("x1"), DocumentId("x2"))}

    found = homes([claim for claim in claims if claim.document in few], few)

    assert ("x1", "x2") not in found


def test_a_copy_makes_no_name_more_common() -> None:
    _, documents = a_case()
    one, other = DocumentId("x1"), DocumentId("x2")
    copied = {**documents, DocumentId("y"): replace(documents[one], id=DocumentId("y"))}

    before = Stories(documents, method=SHIPPED).compare(one, other)
    after = Stories(copied, method=SHIPPED).compare(one, other)

    assert before == after


def test_names_are_the_capitalised_words_of_any_script() -> None:
    names = list_names(a_document(text="Юрий Ковач met Élodie near ABC in the Old Mill."))

    assert names == {"юрий", "ковач", "élodie", "old", "mill"}


@pytest.mark.parametrize(("often", "size", "bits"), [(0, 0, 8.0), (1, 10, 7.06), (120, 250, 2.06)])
def test_agreement_is_worth_less_on_what_the_case_repeats(
    often: int, size: int, bits: float
) -> None:
    common = Commonness(size, {"place Tarvel": often})

    assert common.lower(8.0, ["place Tarvel"]) == bits


def test_with_nothing_known_of_a_case_the_shipped_weight_holds() -> None:
    assert NOTHING_COMMON.lower(3.0, ["target market"]) == 3.0


def test_more_attacks_ask_for_more_evidence() -> None:
    asked = [fit_to_size(SHIPPED, size).at_least_bits for size in (0, 4, 8, 512)]

    assert asked == [6.0, 6.0, 7.0, 13.0]


def a_strike(id: str, quote: str, day: str) -> Claim:
    return a_claim(
        id=f"c-{id}",
        document=DocumentId(id),
        quote=quote,
        places=(a_place("Tarvel"),),
        when=a_when(day),
        parties=(a_party(),),
    )


def test_a_formula_that_stands_in_many_scenes_is_no_copied_wording() -> None:
    formula = "all of the sources blamed the strike on the northern army command"
    claims = [a_strike(f"d{n}", formula, f"2021-03-{n:02}") for n in range(1, 9)]
    traits = [read_traits(claim, Sides(load_party_book())) for claim in claims]
    weigh = partial(weigh_accounts, sides=Sides(load_party_book()), method=SHIPPED)

    assert weigh(traits[0], traits[1]).copied
    assert not weigh(traits[0], traits[1], common=count_common(traits)).copied
