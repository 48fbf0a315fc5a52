"""A mail → the readable attachments in it; its body is read from the mail itself."""

import email
import email.policy
from collections.abc import Iterator
from email.message import EmailMessage, MIMEPart
from pathlib import PurePosixPath

from onrecord.model.failure import Failed
from onrecord.model.identity import hash_bytes
from onrecord.model.source import Captured
from onrecord.sources.failing import fail
from onrecord.sources.sniffing import LINE, MAIL, Unusable, promised_type, sniff_type

_DEEPEST = 3
_MOST_ATTACHMENTS = 500


def find_attachments(mail: Captured, *, depth: int = 1) -> Iterator[Captured | Failed]:
    """The attachments of a mail, named `mail.eml/attachment.pdf`, and those of mails inside it."""
    try:
        message = email.message_from_bytes(mail.content, policy=email.policy.default)
        parts = _attached_parts(message)
    except Exception as error:  # noqa: BLE001 - a foreign parser
        yield fail(mail.name, "bad_mail", detail=type(error).__name__)
        return
    for number, part in enumerate(parts[:_MOST_ATTACHMENTS], start=1):
        yield from _find_attachment(mail, part, number=number, depth=depth)
    if len(parts) > _MOST_ATTACHMENTS:
        yield fail(mail.name, "bad_mail", detail=f"more than {_MOST_ATTACHMENTS} attachments")


def _attached_parts(message: EmailMessage) -> list[MIMEPart]:
    """Parts marked as attachments or forwarded mails; images shown inside the body are none."""
    found: list[MIMEPart] = []
    waiting: list[MIMEPart] = [message]
    while waiting:
        part = waiting.pop()
        attached = part.get_content_disposition() == "attachment"
        if part is not message and (attached or part.get_content_type() == MAIL):
            found.append(part)
        elif part.is_multipart():
            waiting.extend(reversed(list(part.iter_parts())))
    return found


def _find_attachment(
    mail: Captured, part: MIMEPart, *, number: int, depth: int
) -> Iterator[Captured | Failed]:
    shown = f"{mail.name}/attachment-{number}"
    try:
        shown = f"{mail.name}/{_file_name(part, number)}"
        content = _content(part)
        media_type = sniff_type(content, name=shown)
    except Unusable as unusable:
        yield fail(shown, unusable.kind)
        return
    except Exception as error:  # noqa: BLE001 - a foreign parser
        yield fail(shown, "bad_mail", detail=type(error).__name__)
        return
    if media_type == LINE:
        yield fail(shown, "unsupported")
        return
    captured = Captured(
        name=shown,
        hint=f"{mail.hint}/{PurePosixPath(shown).stem}",
        content=content,
        sha256=hash_bytes(content),
        media_type=media_type,
        named_as=named_otherwise(shown, media_type),
    )
    yield captured
    if media_type == MAIL and depth >= _DEEPEST:
        yield fail(shown, "too_deep")
    elif media_type == MAIL:
        yield from find_attachments(captured, depth=depth + 1)


def named_otherwise(name: str, media_type: str) -> str | None:
    """The media type that the name promises, where the bytes are of another; else `None`."""
    promised = promised_type(name)
    return promised if promised not in (None, media_type) else None


def _file_name(part: MIMEPart, number: int) -> str:
    forwarded = part.get_content_type() == MAIL
    name = part.get_filename() or f"attachment-{number}"
    clean = "".join(mark if mark.isprintable() and mark not in '/\\:"' else "_" for mark in name)
    clean = clean.strip(". ")[-120:] or f"attachment-{number}"
    return clean if not forwarded or clean.endswith(".eml") else f"{clean}.eml"


def _content(part: MIMEPart) -> bytes:
    if part.get_content_type() == MAIL:
        inner = part.get_payload(0)
        return inner.as_bytes() if isinstance(inner, EmailMessage) else b""
    decoded = part.get_payload(decode=True)
    return decoded if isinstance(decoded, bytes) else b""
