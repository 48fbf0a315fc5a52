"""Mail (.eml) → draft: the body, with subject and date from the headers.

The sender stays in the original: a name in a `From` line may be a source who must not be named.
"""

import email
import email.policy
from datetime import datetime
from email.message import EmailMessage, MIMEPart

from onrecord.documents.decoding import decode_bytes, find_broken
from onrecord.documents.draft import Draft
from onrecord.documents.worker import SHARED
from onrecord.model.failure import Unreadable
from onrecord.model.source import Captured


def read_mail(captured: Captured) -> Draft:
    """The plain body, or else the text of the HTML body.

    Raises:
        Unreadable: it is no mail, or has no body that can be read.
    """
    try:
        message = email.message_from_bytes(captured.content, policy=email.policy.default)
        subject, sent = _header(message, "subject"), _sent(message)
        body = message.get_body(preferencelist=("plain", "html"))
        text = _body_text(body) if body is not None else ""
    except Unreadable:
        raise
    except Exception as error:
        raise _refusal(f"the mail is damaged ({type(error).__name__})") from error
    if not text.strip():
        raise _refusal("the mail has no text of its own")
    return Draft(
        text=text,
        reader="mail/1",
        title=subject,
        published=sent,
        published_how="date of the mail" if sent else None,
        defects=find_broken(text),
        how_known={"title": "subject of the mail"} if subject else {},
    )


def _body_text(body: MIMEPart) -> str:
    content = body.get_payload(decode=True)
    raw = content if isinstance(content, bytes) else b""
    if body.get_content_type() == "text/html":
        return SHARED.parse("text/html", raw)["text"] or ""
    decoded = decode_bytes(raw, declared=body.get_content_charset())
    return decoded.text.replace("\r\n", "\n")


def _header(message: EmailMessage, name: str) -> str | None:
    value = message.get(name)
    return " ".join(str(value).split()) or None if value is not None else None


def _sent(message: EmailMessage) -> str | None:
    value = message.get("date")
    moment = getattr(value, "datetime", None)
    return moment.date().isoformat() if isinstance(moment, datetime) else None


def _refusal(reason: str) -> Unreadable:
    return Unreadable("bad_mail", reason, "save its body as plain text and add that")
