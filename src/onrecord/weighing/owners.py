"""Publishers → their owners: two papers of one house are one voice where they name no source."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from onrecord.model.document import Document

Owners = Mapping[str, str]


def learn_owners(documents: Iterable[Document]) -> Owners:
    """The owner of each publisher, by its name as `name_publisher` gives it.

    What the user says of a document's publisher goes before the shipped list. Where documents
    disagree the first owner in the alphabet holds.
    """
    told = {
        (name_publisher(document.publisher), document.owner)
        for document in documents
        if document.publisher and document.owner
    }
    return {**_load_shipped(), **dict(sorted(told, reverse=True))}


def name_publisher(name: str) -> str:
    """A publisher's name as owners are looked up by it: no capitals, no article."""
    return " ".join(name.casefold().split()).removeprefix("the ")


@cache
def _load_shipped() -> Owners:
    source = files("onrecord.weighing").joinpath("lexicons", "owners.toml")
    return {
        name_publisher(outlet): owner["name"]
        for owner in tomllib.loads(source.read_text("utf-8"))["owner"]
        for outlet in owner["outlets"]
    }
