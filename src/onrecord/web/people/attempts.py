"""Failed attempts → how long to wait: per name and per address, kept across restarts."""

import hashlib
import hmac
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from onrecord.web.people.models import Attempt, fold_name

WINDOW: Final = timedelta(minutes=15)
MOST_FOR_NAME: Final = 5
MOST_FOR_ADDRESS: Final = 20


def begin_attempt(name: str, address: str) -> timedelta | None:
    """Counts an attempt as failed until `forgive` says otherwise; how long to wait if too many.

    It is counted before the password is looked at, so that guesses at the same moment count too.
    """
    keys = _make_keys(name, address)
    now = timezone.now()
    with transaction.atomic():
        Attempt.objects.filter(at__lt=now - WINDOW).delete()
        waits = [_find_wait(key, most, now) for key, most in keys]
        wait = max((one for one in waits if one is not None), default=None)
        if wait is None:
            Attempt.objects.bulk_create(Attempt(key=key, at=now) for key, _ in keys)
    return wait


def forgive(name: str, address: str) -> None:
    """Forgets the failed attempts of a name, and the last one of an address: it was the right one."""
    (of_name, _), _of_address = _make_keys(name, address)
    with transaction.atomic():
        Attempt.objects.filter(key=of_name).delete()
        forgive_address(name, address)


def forgive_address(name: str, address: str) -> None:
    """Forgets the last failed attempt of an address: a password was right, and a code is asked for."""
    _of_name, (of_address, _) = _make_keys(name, address)
    with transaction.atomic():
        last = Attempt.objects.filter(key=of_address).order_by("-at", "-pk").first()
        if last is not None:
            last.delete()


def _find_wait(key: str, most: int, now: datetime) -> timedelta | None:
    times = list(Attempt.objects.filter(key=key).order_by("-at").values_list("at", flat=True))
    return times[most - 1] + WINDOW - now if len(times) >= most else None


def _make_keys(name: str, address: str) -> Sequence[tuple[str, int]]:
    return (
        (_hash(f"name {fold_name(name)}"), MOST_FOR_NAME),
        (_hash(f"address {address}"), MOST_FOR_ADDRESS),
    )


def _hash(words: str) -> str:
    """A keyed hash: neither names typed nor addresses are kept."""
    key = settings.SECRET_KEY.encode()
    return hmac.new(key, words.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()
