"""The instance's keys, each in a file of its own, apart from the database.

`secret-key` signs sessions and links; `encryption-key` hides the secrets of second steps, so that
whoever gets hold of a database or a backup can't make anybody's codes. A key is made when an
instance begins, never by merely looking at a folder: until then this process has one of its own,
which is kept if the instance does begin.
"""

from __future__ import annotations

import os
import secrets
import tempfile
from base64 import urlsafe_b64decode
from functools import cache
from pathlib import Path

from cryptography.fernet import Fernet
from django.core.exceptions import ImproperlyConfigured

from trueline.language import gettext, gettext_noop
from trueline.web.config.durable import sync_folder

SECRET_KEY, ENCRYPTION_KEY = NAMES = ("secret-key", "encryption-key")
SHORTEST = {SECRET_KEY: 50, ENCRYPTION_KEY: 44}
FEWEST_SIGNS = 12
WHAT_HELPS = gettext_noop(
    "Put the key back from where you keep a copy of it. If there is none, delete this file and start"
    " again: a new key is made."
)


def key(folder: Path, name: str) -> str:
    """The key of this name, or where there is none yet, the one that this process would put there.

    Raises ImproperlyConfigured for a file that can't be read or a key that protects nothing.
    """
    path = folder / name
    try:
        text = path.read_bytes().decode("ascii", "replace").strip()
    except FileNotFoundError:
        return _new_key(path)
    except OSError as error:
        raise ImproperlyConfigured(
            gettext(
                "Can't read {path}: {reason}. Start Trueline as the user who owns it.",
                path=path,
                reason=error.strerror,
            )
        ) from error
    if weakness := _weakness(text, name):
        raise ImproperlyConfigured(
            gettext("The key in {path} {weakness}.", path=path, weakness=weakness)
            + " "
            + gettext(WHAT_HELPS)
        )
    return text


def make(folder: Path) -> list[Path]:
    """Make the keys that the folder lacks, and return their files. Raises ImproperlyConfigured."""
    lacking = [path for name in NAMES if not (path := folder / name).exists()]
    for path in lacking:
        try:
            _make(path)
        except OSError as error:
            raise ImproperlyConfigured(
                gettext(
                    "Can't write {path}: {reason}. Make room on its disk, or name a folder"
                    " you may write to, with --data or TRUELINE_DATA.",
                    path=path,
                    reason=error.strerror,
                )
            ) from error
    return lacking


def _make(path: Path) -> None:
    """Written beside and synced before it is named, so that a full disk leaves no empty key."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(handle, "w", encoding="ascii") as stream:
            stream.write(_new_key(path))
            stream.flush()
            os.fsync(stream.fileno())
        _name(Path(name), path)
        sync_folder(path.parent)
    finally:
        Path(name).unlink(missing_ok=True)


def _name(new_file: Path, path: Path) -> None:
    """Keeps the key of the first of two that start at once."""
    try:
        os.link(new_file, path)
    except FileExistsError:
        return
    except OSError:  # a disk without hard links
        os.replace(new_file, path)


@cache
def _new_key(path: Path) -> str:
    if path.name == ENCRYPTION_KEY:
        return Fernet.generate_key().decode("ascii")
    return secrets.token_urlsafe(48)


def _weakness(text: str, name: str) -> str:
    if not text:
        return gettext("is empty, as after a start on a full disk")
    if len(text) < SHORTEST[name]:
        return gettext(
            "is too short to protect anything: {count} signs, where {shortest} are needed",
            count=len(text),
            shortest=SHORTEST[name],
        )
    if len(set(text)) < FEWEST_SIGNS or text in (text + text)[1:-1]:
        return gettext("repeats itself, so that it could be guessed")
    if not text.isprintable() or "\ufffd" in text or (name == ENCRYPTION_KEY and _no_fernet(text)):
        return gettext("holds what no key holds, so the file is damaged")
    return ""


def _no_fernet(text: str) -> bool:
    try:
        return len(urlsafe_b64decode(text)) != 32
    except ValueError:
        return True
