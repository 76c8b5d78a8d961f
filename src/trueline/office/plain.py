"""The reader that runs in a process of its own: it knows files and nothing of what they mean."""

from __future__ import annotations

from typing import Any

from trueline.office.grid import plain_grids
from trueline.office.opening import read_office
from trueline.office.pdf_tables import read_pdf_tables


def plain_office(data: bytes, name: str) -> list[dict[str, Any]]:
    """A file's grids as plain data. Raises FileProblems."""
    return plain_grids(read_office(data, name))


def plain_pdf(data: bytes, name: str) -> list[dict[str, Any]]:
    """The ruled tables of a PDF as plain data. Raises FileProblems."""
    return plain_grids(read_pdf_tables(data, name))
