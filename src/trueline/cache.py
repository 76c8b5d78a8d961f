"""Keeps what Trueline can make again: packs that were read, catalogues that were compiled.

Everything in the folder can be deleted at any time.
"""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from pathlib import Path


def cache_folder() -> Path:
    """The folder of the cache: `TRUELINE_CACHE`, or the user's cache folder of the system.

    A user without a home, as in some containers, has no cache: nothing can lie in the null device.
    """
    if chosen := os.environ.get("TRUELINE_CACHE"):
        return Path(chosen)
    with contextlib.suppress(RuntimeError):
        return _users_folder() / "trueline"
    return Path(os.devnull) / "trueline"


def _users_folder() -> Path:
    if sys.platform == "win32":
        folder = os.environ.get("LOCALAPPDATA")
        return Path(folder) if folder else Path.home() / "AppData" / "Local"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    folder = os.environ.get("XDG_CACHE_HOME")
    return Path(folder) if folder else Path.home() / ".cache"


def cached(name: str) -> bytes | None:
    """Returns the bytes stored under a name, or None."""
    try:
        return (cache_folder() / name).read_bytes()
    except OSError:
        return None


def keep(name: str, data: bytes) -> None:
    """Keep something under a name. A disk that is full or read-only costs time only: it is silent.

    Written aside and then renamed, so that a reader never meets half a file.
    """
    folder = cache_folder()
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        handle, part = tempfile.mkstemp(dir=folder, suffix=".part")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
            Path(part).replace(folder / name)
        except OSError:
            Path(part).unlink(missing_ok=True)
            raise


def keep_newest(pattern: str, most: int) -> None:
    """Delete all but the newest of what is kept under names like `terms-*.json`."""
    with contextlib.suppress(OSError):
        files = [(path.stat().st_mtime, path) for path in cache_folder().glob(pattern)]
        for _, path in sorted(files, reverse=True)[most:]:
            path.unlink(missing_ok=True)
