"""A stranger's logframe, read in a process of its own."""

from __future__ import annotations

from typing import Any

from trueline.office import ENDINGS, Grid, grids_from_plain, plain_grids, read_office
from trueline.sandbox import read_apart

LOGFRAME_ENDINGS = (*ENDINGS, ".xls")
"""What may be chosen; an .xls is refused with what to do."""


def read_upload(data: bytes, name: str) -> tuple[Grid, ...]:
    """The grids of a file, taken apart in another process. Raises FileProblems."""
    return grids_from_plain(read_apart(f"{__name__}:plain_upload", data, name))


def plain_upload(data: bytes, name: str) -> list[dict[str, Any]]:
    """The reader: a file's grids as plain data. Raises FileProblems."""
    return plain_grids(read_office(data, name))
