"""Second factors: codes of an authenticator app (RFC 6238) and recovery codes for when it is lost."""

import hashlib
import io
import secrets
from base64 import b32encode
from typing import Final

import segno
from django.db import transaction
from django_otp.models import Device
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from onrecord.web.people.models import Account
from onrecord.web.permissions import Role

DEMANDED: Final = frozenset({Role.EDITOR, Role.ADMINISTRATOR})
"""The roles that cannot work without a second factor."""
_CODES: Final = 10
_BYTES: Final = 10


def has_factor(account: Account) -> bool:
    """Whether a person signs in with a second factor."""
    return bool(TOTPDevice.objects.filter(user=account, confirmed=True).exists())


def begin_factor(account: Account) -> TOTPDevice:
    """The device that is being set up; the same one until it is confirmed."""
    found = TOTPDevice.objects.filter(user=account, confirmed=False).first()
    return found or TOTPDevice.objects.create(user=account, name="app", confirmed=False)


def confirm_factor(account: Account, code: str) -> TOTPDevice | None:
    """The new device if the code is its own; it replaces an earlier one."""
    device = begin_factor(account)
    if not device.verify_token(_tidy(code)):
        return None
    with transaction.atomic():
        TOTPDevice.objects.filter(user=account, confirmed=True).delete()
        device.confirmed = True
        device.save()
    return device


def make_recovery_codes(account: Account) -> list[str]:
    """Ten new codes of 80 random bits, each for one sign-in; only hashes of them are kept."""
    codes = [b32encode(secrets.token_bytes(_BYTES)).decode().lower() for _ in range(_CODES)]
    with transaction.atomic():
        StaticDevice.objects.filter(user=account).delete()
        device = StaticDevice.objects.create(user=account, name="recovery")
        for code in codes:
            device.token_set.create(token=_hash(code))
    return ["-".join(code[at : at + 4] for at in range(0, len(code), 4)) for code in codes]


def count_recovery_codes(account: Account) -> int:
    """How many recovery codes are unused."""
    return sum(one.token_set.count() for one in StaticDevice.objects.filter(user=account))


def verify_code(account: Account, code: str) -> Device | None:
    """The device that a code belongs to; an app's code and a recovery code work once."""
    typed = _tidy(code)
    for app in TOTPDevice.objects.filter(user=account, confirmed=True):
        if app.verify_token(typed):
            return app
    for paper in StaticDevice.objects.filter(user=account, confirmed=True):
        if paper.verify_token(_hash(typed)):
            return paper
    return None


def is_recovery(device: Device) -> bool:
    """Whether a device is the list of recovery codes."""
    return isinstance(device, StaticDevice)


def draw_code(device: TOTPDevice) -> str:
    """The address of a device as a QR code, an SVG element without styles."""
    written = io.BytesIO()
    segno.make(device.config_url, error="m").save(
        written,
        kind="svg",
        scale=5,
        border=4,
        dark="#000",
        light="#fff",
        xmldecl=False,
        svgns=False,
    )
    return written.getvalue().decode()


def spell_key(device: TOTPDevice) -> str:
    """The key of a device to type by hand, in groups of four."""
    key = b32encode(device.bin_key).decode().rstrip("=")
    return " ".join(key[at : at + 4] for at in range(0, len(key), 4))


def _tidy(code: str) -> str:
    return "".join(letter for letter in code.lower() if letter.isalnum())[:40]


def _hash(code: str) -> str:
    """The first 64 bits of the SHA-256 of a recovery code, which holds 80 random ones."""
    return hashlib.sha256(code.encode()).hexdigest()[:16]
