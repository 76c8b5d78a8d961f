"""Keeps a pack that was read and found right, so that the next start need not parse YAML.

The cached form is JSON, checked by the same models as the YAML, and filed under the size and
time of every file of the pack: a pack that changed is read anew. It can be deleted at any time.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
import tempfile
from pathlib import Path

from pydantic import ValidationError

import trueline
from trueline.toolkit.pack import Pack


def cache_folder() -> Path:
    """Where cached packs lie: `TRUELINE_CACHE`, or the user's cache folder of the system.

    A user without a home, as in some containers, has no cache: nothing can lie in the null device.
    """
    if chosen := os.environ.get("TRUELINE_CACHE"):
        return Path(chosen)
    with contextlib.suppress(RuntimeError):
        return _users_folder() / "trueline"
    return Path(os.devnull) / "trueline"


def _users_folder() -> Path:
    if sys.platform == "win32":
        named = os.environ.get("LOCALAPPDATA")
        return Path(named) if named else Path.home() / "AppData" / "Local"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    named = os.environ.get("XDG_CACHE_HOME")
    return Path(named) if named else Path.home() / ".cache"


def cache_key(folder: Path, shapes: str) -> str:
    """A name for the folder's present state; `shapes` tells one version of our models apart."""
    digest = hashlib.sha256(f"{trueline.__version__}\0{shapes}\0{folder.resolve()}".encode())
    for path in sorted(folder.iterdir()):
        if path.suffix in (".yaml", ".yml"):
            state = path.stat()
            digest.update(f"\0{path.name}\0{state.st_size}\0{state.st_mtime_ns}".encode())
    return digest.hexdigest()[:32]


def cached_pack(key: str) -> Pack | None:
    """The pack filed under `key`, or None where there is none that can be used."""
    try:
        return Pack.model_validate_json((cache_folder() / f"pack-{key}.json").read_bytes())
    except (OSError, ValidationError):
        return None


def keep_pack(key: str, pack: Pack) -> None:
    """File a pack under `key`. A disk that is full or read-only costs time only, so it is silent.

    Written aside and then renamed, so that a reader never meets half a file.
    """
    folder = cache_folder()
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=folder, prefix="pack-", suffix=".part")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as stream:
                stream.write(pack.model_dump_json(exclude_defaults=True))
            Path(name).replace(folder / f"pack-{key}.json")
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
