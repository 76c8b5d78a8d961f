"""Backups under a passphrase, in the format of age, which other programs open as well.

All of it is in memory while it is locked or opened, so that nothing stands on a disk in clear.
"""

from __future__ import annotations

from typing import IO

import pyrage

from trueline.language import gettext
from trueline.web.serving.startup_errors import CannotRun

BEGINNING = b"age-encryption.org/"
SHORTEST = 12


def refuse_weak(passphrase: str) -> None:
    """Raises CannotRun for a passphrase that could be guessed by trying."""
    if len(passphrase) < SHORTEST or len(set(passphrase)) < 5:
        raise CannotRun(
            gettext(
                "That passphrase could be guessed. Take at least {shortest} signs; four"
                " or five words that have nothing to do with one another are good.",
                shortest=SHORTEST,
            )
        )


def locked(contents: bytes, passphrase: str) -> bytes:
    """The contents, as only the passphrase opens them."""
    return pyrage.passphrase.encrypt(contents, passphrase)


def is_locked(file: IO[bytes]) -> bool:
    """Whether a passphrase is needed. The file is then at its beginning."""
    beginning = file.read(len(BEGINNING))
    file.seek(0)
    return beginning == BEGINNING


class CannotOpen(Exception):
    """Another passphrase, or a damaged file: which of them, nobody can tell."""


def opened(contents: bytes, passphrase: str) -> bytes:
    """Opens what was locked. Raises CannotOpen."""
    try:
        return pyrage.passphrase.decrypt(contents, passphrase)
    except pyrage.DecryptError as error:
        raise CannotOpen from error
