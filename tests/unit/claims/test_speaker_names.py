"""Names and descriptions of speakers."""

import pytest

from onrecord.claims.lexicon import load_lexicon
from onrecord.claims.party_book import load_party_book
from onrecord.claims.speaker_names import find_speakers, lookup_speaker


@pytest.mark.parametrize(
    ("words", "name", "kind"),
    [
        ("SOHR", "Syrian Observatory for Human Rights", "recorder"),
        ("Amnesty", "Amnesty International", "recorder"),
        ("a spokesman for the\nWhite  Helmets", "White Helmets", "responder"),
        ("Agence France-Presse", "AFP", "agency"),
        ("the UN human rights office", "OHCHR", "intergovernmental"),
    ],
)
def test_known_organisations_are_given_by_their_full_name(words, name, kind):
    entry = lookup_speaker(words)

    assert entry is not None
    assert (entry.name, entry.kind, entry.named) == (name, kind, True)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("hospital officials", "medical"),
        ("a doctor at the army hospital", "medical"),
        ("rescue workers", "responder"),
        ("the governor's office", "local_authority"),
        ("police", "local_authority"),
        ("activists", "recorder"),
        ("a resident of Tarvel", "witness"),
        ("state media", "media"),
        ("a source", "unnamed"),
    ],
)
def test_descriptions_say_what_kind_of_voice_it_is(words, kind):
    entry = lookup_speaker(words)

    assert entry is not None
    assert (entry.kind, entry.named, entry.speaks_for) == (kind, False, None)


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("Russia's defence ministry", "Russian Armed Forces"),
        ("an Israeli army spokesman", "Israeli Armed Forces"),
        ("the Kremlin", "Government of Russia"),
        ("the Turkish foreign minister", "Government of Turkey"),
        ("a Houthi spokesman", "Ansar Allah"),
        ("Moscow", "Government of Russia"),
    ],
)
def test_a_belligerents_mouth_speaks_for_a_listed_party(words, party):
    entry = lookup_speaker(words)

    assert entry is not None
    assert entry.speaks_for == party
    assert party in load_party_book().parties


def test_the_documents_country_serves_descriptions_without_one():
    unknown = lookup_speaker("defense ministry spokesman")
    hinted = lookup_speaker("defense ministry spokesman", country_hint="SD")

    assert unknown is not None
    assert hinted is not None
    assert unknown.speaks_for is None
    assert hinted.speaks_for == "Sudanese Armed Forces"


def test_a_ministry_is_given_by_its_listed_name():
    entry = lookup_speaker("the Russian Defense Ministry")

    assert entry is not None
    assert entry.name == "Russian Ministry of Defense"


@pytest.mark.parametrize("words", ["", "the", "Orlo Tarvel", "the harvest"])
def test_unknown_words_are_nobody(words):
    assert lookup_speaker(words) is None


def test_organisations_are_found_in_running_text():
    text = "according to Airwars and the SNHR"

    assert [text[hit.start : hit.end] for hit in find_speakers(text)] == ["Airwars", "SNHR"]


def test_every_mouth_in_the_list_speaks_for_a_listed_party():
    parties = load_party_book().parties

    assert {
        entry.text("speaks_for")
        for entry in load_lexicon("speakers")["speaker"]
        if "speaks_for" in entry.values
    } <= set(parties)
