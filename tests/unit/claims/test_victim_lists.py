"""People named as "the victims" fared as the document says of its victims."""

from tests.builders import a_claim, a_count

from onrecord.claims.victim_lists import settle_victims
from onrecord.model.claim import Claim, Words
from onrecord.model.vocabulary import Harm


def named(*names: str) -> Claim:
    word = Words(text="victims", start=4, end=11)
    counts = tuple(a_count(1, text=name, series="part", licensed_by=word) for name in names)
    return a_claim(counts=counts)


def harms(*claims: Claim) -> list[Harm | None]:
    return [count.harm for claim in settle_victims(claims) for count in claim.counts]


def test_named_victims_are_dead_where_the_document_counts_as_many_dead() -> None:
    assert harms(a_claim(counts=(a_count(2),)), named("Mara Dorn", "Tel Venn"))[1:] == [
        Harm.KILLED,
        Harm.KILLED,
    ]


def test_named_victims_are_hurt_where_the_document_only_tells_of_hurt() -> None:
    hurt = a_claim(counts=(a_count(7, harm=Harm.INJURED),))

    assert harms(hurt, named("Mara Dorn", "Tel Venn"))[1:] == [Harm.INJURED, Harm.INJURED]


def test_named_victims_are_dead_where_nothing_else_is_told() -> None:
    assert harms(named("Mara Dorn")) == [Harm.KILLED]
