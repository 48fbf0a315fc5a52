"""Captured bytes → document: the format's reader, then segments, defects, date and language."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from onrecord.documents.blocks import BLANK, find_blocks
from onrecord.documents.datewords import read_days
from onrecord.documents.dating import Evidence, date_document
from onrecord.documents.defects import find_defects
from onrecord.documents.draft import Draft, FormatReader
from onrecord.documents.language import tell_language
from onrecord.documents.mail import read_mail
from onrecord.documents.markup import read_html
from onrecord.documents.pdf import read_pdf
from onrecord.documents.plain import read_plain
from onrecord.documents.record import read_record
from onrecord.documents.rows import read_row
from onrecord.documents.segmenting import segment_text
from onrecord.documents.word import DOCX, read_word
from onrecord.model.document import Defect, Document, Segment
from onrecord.model.failure import Unreadable
from onrecord.model.identity import DocumentId
from onrecord.model.source import Captured, Told
from onrecord.model.table import ROW
from onrecord.model.vocabulary import SegmentKind

READERS: Mapping[str, FormatReader] = MappingProxyType(
    {
        "text/plain": read_plain,
        "text/markdown": read_plain,
        "text/html": read_html,
        "application/pdf": read_pdf,
        DOCX: read_word,
        "message/rfc822": read_mail,
        "application/x-onrecord-document+json": read_record,
    }
)
_SPOKEN = (SegmentKind.BODY, SegmentKind.UPDATE, SegmentKind.CAPTION, SegmentKind.TITLE)
_FIELDS = ("publisher", "title", "url", "lang", "published", "owner")


def read_document(captured: Captured) -> Document:
    """The document in captured bytes; its identifier is the one the source hints at.

    What the user says wins over what is found. A publication date that cannot be read is a
    defect `unreadable_date`, a wrong file name a defect `wrong_name`; both span nothing.

    Raises:
        Unreadable: no text can be had from the bytes.
    """
    if captured.media_type == ROW:
        return read_row(captured)
    reader = READERS.get(captured.media_type)
    if reader is None:
        raise Unreadable(
            "unsupported",
            f"files of the type {captured.media_type} are not read",
            "save it as .txt, .md, .html, .pdf, .docx, .eml or .jsonl and add it again",
        )
    draft = _tell(_clean(reader(captured)), captured.told)
    if not draft.text.strip(BLANK):
        raise Unreadable("empty", "there is no text in it", "get the file again")
    return _assemble(captured, draft)


def _assemble(captured: Captured, draft: Draft) -> Document:
    blocks = find_blocks(draft.text)
    segments = segment_text(draft.text, blocks, title=draft.title)
    evidence = Evidence(
        text=draft.text,
        title=draft.title,
        segments=segments,
        url=draft.url,
        not_after=draft.not_after,
    )
    published = date_document(evidence, draft.published, draft.published_how)
    lang = draft.lang or tell_language(_spoken_words(draft.text, segments))
    issuer = _issuer(draft.text, segments)
    found = {"lang": "text", "publisher": "release header"}
    known = {"lang": lang, "publisher": draft.publisher or issuer}
    how_known = {key: found[key] for key, value in known.items() if value} | draft.how_known
    if published is not None:
        how_known["published"] = published.how
    if captured.named_as is not None:
        how_known["media_type"] = f"bytes; the name says {captured.named_as}"
    defects = (*draft.defects, *find_defects(draft.text, blocks, segments))
    return Document(
        id=DocumentId(captured.hint),
        text=draft.text,
        original=captured.sha256,
        media_type=captured.media_type,
        reader=draft.reader,
        title=draft.title,
        lang=lang,
        publisher=draft.publisher or issuer,
        published=published,
        url=draft.url,
        owner=draft.owner,
        segments=segments,
        defects=(*_outer_defects(captured, draft), *defects),
        how_known=how_known,
    )


def _clean(draft: Draft) -> Draft:
    """The draft without halves of characters, and without titles that say nothing."""
    title = (
        " ".join(draft.title.split()) if draft.title and draft.reader != "record/1" else draft.title
    )
    return replace(
        draft,
        text=_whole(draft.text),
        title=_whole(title) if title and title.strip() else None,
        publisher=_whole(draft.publisher) if draft.publisher else None,
        url=_whole(draft.url) if draft.url else None,
        owner=_whole(draft.owner) if draft.owner else None,
    )


def _whole(text: str) -> str:
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _tell(draft: Draft, told: Told | None) -> Draft:
    """The draft with the user's word in place of what was found; a line's own word stays."""
    if told is None:
        return draft
    given = {
        name: value
        for name in _FIELDS
        if (value := getattr(told, name)) and draft.how_known.get(name) != "user"
    }
    if "published" in given and draft.published_how == "user":
        del given["published"]
    if "published" in given:
        given["published_how"] = "user"
    how_known = draft.how_known | {name: "user" for name in given if name in _FIELDS}
    return replace(draft, how_known=how_known, **given)


def _outer_defects(captured: Captured, draft: Draft) -> list[Defect]:
    found = []
    if captured.named_as is not None:
        found.append(Defect(kind="wrong_name", start=0, end=0))
    if draft.published and draft.published_how == "user" and read_days(draft.published) is None:
        found.append(Defect(kind="unreadable_date", start=0, end=0))
    return found


def _spoken_words(text: str, segments: tuple[Segment, ...]) -> str:
    spoken = [s for s in segments if s.kind in _SPOKEN and s.in_ == "text"][:40]
    return "\n".join(text[segment.start : segment.end][:2_000] for segment in spoken)


def _issuer(text: str, segments: tuple[Segment, ...]) -> str | None:
    """The office that issues a release, from its header."""
    issuers = (text[s.start : s.end] for s in segments[:6] if s.rule == "issuer")
    return next(issuers, None)
