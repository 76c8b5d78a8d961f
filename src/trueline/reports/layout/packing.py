"""Office files are archives that note when they were packed; ours note the day they bear."""

from __future__ import annotations

import io
import zipfile
from datetime import date

_FIRST = (1980, 1, 1, 0, 0, 0)
"""The earliest time that an archive can note."""


def packed(content: bytes, on: date | None) -> bytes:
    """The same archive with every part dated alike, so that the same content is the same file."""
    stamp = (on.year, on.month, on.day, 0, 0, 0) if on and 1980 <= on.year <= 2107 else _FIRST
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as new,
    ):
        for part in old.infolist():
            entry = zipfile.ZipInfo(part.filename, stamp)
            packed_already = part.filename.endswith((".png", ".jpeg"))
            entry.compress_type = zipfile.ZIP_STORED if packed_already else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            new.writestr(entry, old.read(part))
    return stream.getvalue()
