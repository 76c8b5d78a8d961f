"""A stranger's logframe, taken apart in a process of its own."""

from __future__ import annotations

from trueline.office import ENDINGS, Grid, grids_from_plain
from trueline.sandbox import read_apart

LOGFRAME_ENDINGS = (*ENDINGS, ".xls")
"""What may be chosen; an .xls is refused with what to do."""


def read_upload(data: bytes, name: str) -> tuple[Grid, ...]:
    """The grids of a file, read in another process. Raises FileProblems."""
    return grids_from_plain(read_apart("trueline.office.plain:plain_office", data, name))
