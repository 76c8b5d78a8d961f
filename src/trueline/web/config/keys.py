"""The instance's keys, each in a file of its own, apart from the database.

`secret-key` signs sessions and links. A key is made when an instance begins, never by merely looking
at a folder: until then this process has one of its own, which is kept if the instance does begin.
"""

from __future__ import annotations

import os
import secrets
import tempfile
from functools import cache
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

SECRET_KEY = "secret-key"
SHORTEST = 50
FEWEST_SIGNS = 12
WHAT_HELPS = (
    "Put the key back from where you keep a copy of it. If there is none, delete this file and start"
    " again: a new key is made, and everybody signs in anew."
)


def key(path: Path) -> str:
    """The key in a file, or where there is none yet, the one that this process would put there.

    Raises ImproperlyConfigured for a file that can't be read or a key that protects nothing.
    """
    try:
        text = path.read_bytes().decode("ascii", "replace").strip()
    except FileNotFoundError:
        return _new_key(path)
    except OSError as error:
        raise ImproperlyConfigured(
            f"Can't read {path}: {error.strerror}. Start Trueline as the user who owns it."
        ) from error
    if weakness := _weakness(text):
        raise ImproperlyConfigured(f"The key in {path} {weakness}. {WHAT_HELPS}")
    return text


def make(path: Path) -> None:
    """Put a key into the file where there is none. Of two that try at once, the first wins.

    It is written beside, synced, and only then named, so that a full disk leaves no empty key.
    Raises ImproperlyConfigured.
    """
    if path.exists():
        return
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
        try:
            with os.fdopen(handle, "w", encoding="ascii") as stream:
                stream.write(_new_key(path))
                stream.flush()
                os.fsync(stream.fileno())
            _name(Path(name), path)
        finally:
            Path(name).unlink(missing_ok=True)
    except OSError as error:
        raise ImproperlyConfigured(
            f"Can't write {path}: {error.strerror}. Make room on its disk, or name a folder you may"
            " write to, with --data or TRUELINE_DATA."
        ) from error


def _name(made: Path, path: Path) -> None:
    try:
        os.link(made, path)
    except FileExistsError:
        return
    except OSError:  # a disk without hard links
        os.replace(made, path)


@cache
def _new_key(path: Path) -> str:
    return secrets.token_urlsafe(48)


def _weakness(text: str) -> str:
    if not text:
        return "is empty, as after a start on a full disk"
    if len(text) < SHORTEST:
        return f"is too short to protect anything: {len(text)} signs, where {SHORTEST} are needed"
    if len(set(text)) < FEWEST_SIGNS or text in (text + text)[1:-1]:
        return "repeats itself, so that it could be guessed"
    if "\ufffd" in text or not text.isprintable():
        return "holds bytes that no key has, so the file is damaged"
    return ""
