"""A mail gives its body, its readable attachments and the mails inside it."""

from email.message import EmailMessage
from pathlib import Path

from onrecord.model.failure import Failed
from onrecord.model.source import Captured
from onrecord.sources import find_material
from onrecord.sources.sniffing import MAIL, PDF, PLAIN


def _mail(subject: str = "Report") -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = subject
    message["From"] = "desk@varnia.example"
    message["Date"] = "Fri, 05 Mar 2021 09:00:00 +0000"
    message.set_content("Shelling of Tarvel.")
    return message


def _found(folder: Path, message: EmailMessage) -> list[tuple[str, str]]:
    (folder / "a.eml").write_bytes(message.as_bytes())
    return [
        (item.name, item.media_type) if isinstance(item, Captured) else (item.item, item.kind)
        for item in find_material([folder])
    ]


def test_readable_attachments_become_items_and_others_failures(tmp_path: Path) -> None:
    message = _mail()
    message.add_attachment(b"%PDF-1.4 ...", maintype="application", subtype="pdf", filename="a.pdf")
    message.add_attachment("Brask was hit.", filename="../no te.txt")
    message.add_attachment(b"\x00\x01" * 99, maintype="image", subtype="png", filename="b.png")

    assert _found(tmp_path, message) == [
        ("a.eml", MAIL),
        ("a.eml/a.pdf", PDF),
        ("a.eml/_no te.txt", PLAIN),
        ("a.eml/b.png", "binary"),
    ]


def test_pictures_inside_the_body_are_passed_by(tmp_path: Path) -> None:
    message = _mail()
    message.add_alternative("<p>Shelling of Tarvel.</p>", subtype="html")
    message.get_payload(1).add_related(b"\x89PNG", maintype="image", subtype="png", cid="<x>")  # type: ignore[union-attr]

    assert _found(tmp_path, message) == [("a.eml", MAIL)]


def test_mails_inside_mails_are_followed_to_a_bound(tmp_path: Path) -> None:
    message = _mail("innermost")
    for number in range(5):
        outer = _mail(f"outer {number}")
        outer.add_attachment(message)
        message = outer

    found = _found(tmp_path, message)

    assert [kind for _, kind in found] == [MAIL] * 4 + ["too_deep"]


def test_a_damaged_mail_does_not_stop_the_walk(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(
        b"Subject: x\nContent-Type: multipart/mixed; boundary=a\n\n--a\nContent-Disposition: attachment\n"
        b"Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n!!!\n--a--\n"
    )
    (tmp_path / "b.txt").write_text("Tarvel")

    items = list(find_material([tmp_path]))

    assert items[-1].hint == "b" if isinstance(items[-1], Captured) else False
    assert all(item.remedy for item in items if isinstance(item, Failed))
