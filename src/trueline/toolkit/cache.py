"""Keeps a pack that was read and found right, so that the next start need not parse YAML.

The cached form is JSON, checked by the same models as the YAML, and filed under the size and
time of every file of the pack: a pack that changed is read anew. It can be deleted at any time.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from pydantic import ValidationError

import trueline
from trueline.cache import cached, keep
from trueline.toolkit.pack import Pack


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
    if (data := cached(f"pack-{key}.json")) is None:
        return None
    try:
        return Pack.model_validate_json(data)
    except ValidationError:
        return None


def keep_pack(key: str, pack: Pack) -> None:
    """File a pack under `key`."""
    keep(f"pack-{key}.json", pack.model_dump_json(exclude_defaults=True).encode())
