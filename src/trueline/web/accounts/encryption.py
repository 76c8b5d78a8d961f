"""Hiding what only the running instance may read: under a key that is not in the database."""

from __future__ import annotations

from collections.abc import Iterable

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings


class CannotDecrypt(Exception):
    """A text was encrypted under a key that is not here, or is damaged."""


def encrypt(text: str) -> str:
    """A text as only this instance can read it."""
    return Fernet(settings.ENCRYPTION_KEY).encrypt(text.encode()).decode("ascii")


def decrypt(text: str, former: Iterable[str] = ()) -> str:
    """A text that was encrypted under the key of this instance, or a `former` one.

    Raises CannotDecrypt.
    """
    try:
        keys = [Fernet(key) for key in (settings.ENCRYPTION_KEY, *former)]
        return MultiFernet(keys).decrypt(text.encode()).decode()
    except (InvalidToken, ValueError, TypeError) as error:
        raise CannotDecrypt from error
