"""A stranger's logframe, read in the sandbox."""

from __future__ import annotations

from trueline.office import ENDINGS, Grid, grids_from_plain
from trueline.sandbox import Reader, read_in_sandbox

LOGFRAME_ENDINGS = (*ENDINGS, ".xls")
"""Endings that may be chosen; an .xls is refused with what to do."""


def read_upload(data: bytes, name: str, *, read: Reader = read_in_sandbox) -> tuple[Grid, ...]:
    """The grids of a file, read in another process. Raises FileProblems."""
    return grids_from_plain(read("trueline.office.plain:plain_office", data, name))
