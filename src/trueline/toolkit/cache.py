"""Keeps packs that were read and found right, and terms that were compiled: starts are quicker.

The cached form of a pack is JSON, checked by the same models as the YAML, and filed under the size and
time of every file of the pack: a pack that changed is read anew. Terms are filed under what they
were compiled from, and by which code, with a check sum. All can be deleted at any time.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from pydantic import ValidationError

import trueline
from trueline import lexicon
from trueline.cache import cached, keep, keep_newest
from trueline.lexicon import CompiledTerms, Concept, compile_terms
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


MOST_TERMS = 8
"""For so many sets of packs compiled terms are kept, about a megabyte each."""


def compiled_terms(concepts: tuple[Concept, ...]) -> CompiledTerms:
    """The terms of concepts as they were compiled before, else compiled now and kept."""
    name = f"terms-{_terms_key(concepts)}.json"
    if (terms := _intact(cached(name))) is None:
        terms = compile_terms(concepts)
        body = terms.to_json()
        keep(name, hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
        keep_newest("terms-*.json", MOST_TERMS)
    return terms


def _terms_key(concepts: Iterable[Concept]) -> str:
    """A name for what is compiled, and for the code that does it."""
    digest = hashlib.sha256(trueline.__version__.encode())
    for path in sorted(Path(lexicon.__path__[0]).glob("*.py")):
        digest.update(path.read_bytes())
    for concept in concepts:
        parts = [concept.id]
        for language, terms in concept.terms.items():
            parts += ["", language, *terms]
        digest.update("\0".join([*parts, "\1"]).encode())
    return digest.hexdigest()[:32]


def _intact(data: bytes | None) -> CompiledTerms | None:
    """The terms of a cache file; None where there is none, or not the one that was written."""
    digest, _, body = (data or b"").partition(b"\n")
    if not body or hashlib.sha256(body).hexdigest().encode() != digest:
        return None
    return CompiledTerms.from_json(body)
