"""Office files are archives that note when they were packed; ours note the day they bear."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import date

_FIRST = (1980, 1, 1, 0, 0, 0)
"""The earliest time that an archive can note."""


def packed(
    content: bytes, on: date | None, parts: Mapping[str, bytes | str] | None = None
) -> bytes:
    """The same archive with every part dated alike, so that the same content is the same file.

    `parts`, by name, stand in place of those that are called alike, or are added.
    """
    others = parts or {}
    stamp = (on.year, on.month, on.day, 0, 0, 0) if on and 1980 <= on.year <= 2107 else _FIRST
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as new,
    ):
        for name in dict.fromkeys((*old.namelist(), *others)):
            entry = zipfile.ZipInfo(name, stamp)
            packed_already = name.endswith((".png", ".jpeg"))
            entry.compress_type = zipfile.ZIP_STORED if packed_already else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            new.writestr(entry, others[name] if name in others else old.read(name))
    return stream.getvalue()
