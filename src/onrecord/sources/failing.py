"""Causes → failed items: one wording for each thing that can be wrong with a file."""

import errno

from onrecord.model.failure import Failed
from onrecord.model.identity import Sha256

LARGEST_BYTES = 200_000_000

_WORDS = {
    "empty": ("the file is empty", "get the file again from where it came from"),
    "binary": (
        "the file is binary and of no type that we can read",
        "save it as .txt, .html, .pdf or .docx and add it again",
    ),
    "unsupported": (
        "files of this type are not read",
        "save it as .txt, .md, .html, .pdf, .docx, .eml or .jsonl and add it again",
    ),
    "archive": ("the file is an archive", "unpack it and add the files in it"),
    "old_word": (
        "the file is a Word document of the old kind (.doc)",
        "save it as .docx and add it again",
    ),
    "too_large": (
        f"the file is larger than {LARGEST_BYTES // 1_000_000} MB",
        "split it into parts and add them",
    ),
    "folder_loop": (
        "the link leads back to a folder that holds it",
        "nothing is lost: remove the link if it is in the way",
    ),
    "no_permission": (
        "we may not read it",
        "give yourself the right to read it (chmod u+r) and add it again",
    ),
    "not_a_file": (
        "it is a pipe, a socket or a device, not a file",
        "copy what it gives into a file and add that",
    ),
    "dangling_link": (
        "the link leads to a file that is not there",
        "restore the file that it points to, or remove the link",
    ),
    "vanished": ("the file was removed while we read", "add it again if it should be there"),
    "missing": ("there is no such file or folder", "check the path"),
    "disk_fault": ("the system could not read it", "check the disk and add it again"),
    "too_deep": (
        "mails inside mails go deeper than we follow",
        "save the inner mail as a file of its own and add it",
    ),
    "bad_mail": (
        "the attachment cannot be taken out of the mail",
        "open the mail, save the attachment as a file and add it",
    ),
}
_UNSUPPORTED = ("archive", "old_word")


def fail(item: str, kind: str, *, sha256: Sha256 | None = None, detail: str = "") -> Failed:
    """A failed item in the fixed words of its kind, with a detail where there is one."""
    reason, remedy = _WORDS[kind]
    code = "unsupported" if kind in _UNSUPPORTED else kind
    told = f"{reason} ({detail})" if detail else reason
    return Failed(item=item, kind=code, reason=told, remedy=remedy, sha256=sha256)


def fail_reading(item: str, error: OSError) -> Failed:
    """A failed item for what the operating system said."""
    if isinstance(error, PermissionError):
        return fail(item, "no_permission")
    if isinstance(error, FileNotFoundError):
        return fail(item, "vanished")
    if error.errno == errno.ELOOP:
        return fail(item, "folder_loop")
    return fail(item, "disk_fault", detail=error.strerror or type(error).__name__)
