"""Stores the bytes of attached files in the data folder, each under its check sum.

A file is never changed; one that was damaged is mended when the same bytes are put there again. What
nothing names any more is deleted an hour after it was last put there or let go, so that none goes that
somebody attaches at that moment, or wants back.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

FOLDER = "attachments"
SPARED = 3600.0
"""Seconds for which a file that nothing names is kept."""
SHA256 = re.compile(r"[0-9a-f]{64}")


def folder() -> Path:
    """The folder in which they lie."""
    return Path(settings.INSTANCE.folder) / FOLDER


def path_of(sha256: str) -> Path:
    """The path of a file. Raises ValueError for what is no check sum."""
    if not SHA256.fullmatch(sha256):
        raise ValueError(sha256)
    return folder() / sha256[:2] / sha256


def put(data: bytes) -> str:
    """Keep a file; its check sum. All of it is on the disk before it has its name."""
    sha256 = hashlib.sha256(data).hexdigest()
    path = path_of(sha256)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if _holds(path, data):
        with contextlib.suppress(FileNotFoundError):
            os.utime(path)
            return sha256
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return sha256


def _holds(path: Path, data: bytes) -> bool:
    """Whether a file is there and whole: a disk may have lost some of it, or somebody changed it."""
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:  # gone, or on a part of the disk that can't be read
        return False


def spare(sha256: str) -> None:
    """Keep a file for another hour, since what named it may be put back. One that is gone stays so."""
    with contextlib.suppress(FileNotFoundError):
        os.utime(path_of(sha256))


def read(sha256: str) -> bytes:
    """The bytes of a file. Raises FileNotFoundError."""
    return path_of(sha256).read_bytes()


def whole(sha256: str) -> bytes:
    """The same, held against its check sum. Raises OSError where it is gone or was changed."""
    data = read(sha256)
    if hashlib.sha256(data).hexdigest() != sha256:
        raise OSError(sha256)
    return data


def unreferenced(referenced: set[str]) -> Iterator[Path]:
    """Files with none of these check sums that have lain there long enough."""
    before = time.time() - SPARED
    for path in folder().glob("??/*"):
        if path.name not in referenced:
            with contextlib.suppress(FileNotFoundError):
                if path.stat().st_mtime < before:
                    yield path
