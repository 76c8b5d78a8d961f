"""A stranger's plan, its tables read in the sandbox."""

from __future__ import annotations

from pathlib import PurePath

from trueline.exchange.logframe.uploads import LOGFRAME_ENDINGS, read_upload
from trueline.exchange.plan_table.broken_words import with_whole_words
from trueline.office import Grid, grids_from_plain
from trueline.sandbox import Reader, read_in_sandbox

PLAN_ENDINGS = (*LOGFRAME_ENDINGS, ".pdf")


def is_pdf(name: str) -> bool:
    """Whether a file's name says that it is a PDF."""
    return PurePath(name).suffix.lower() == ".pdf"


def grids_of(data: bytes, name: str, *, read: Reader = read_in_sandbox) -> tuple[Grid, ...]:
    """The grids of a file, read in another process; of a PDF, its ruled tables. Raises FileProblems."""
    if is_pdf(name):
        return with_whole_words(
            grids_from_plain(read("trueline.office.plain:plain_pdf", data, name))
        )
    return read_upload(data, name, read=read)
