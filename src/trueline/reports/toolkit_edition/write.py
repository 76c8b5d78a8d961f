"""Writes each file by the maker that its ending decides."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from trueline.reports.files import put
from trueline.reports.toolkit_edition.content import full_edition
from trueline.toolkit import Toolkit

Maker = Callable[[Toolkit, list[str], str], bytes]


def _pdf(toolkit: Toolkit, sections: list[str], paper: str) -> bytes:
    from trueline.reports.layout.typesetting import typeset

    return typeset("full.typ", full_edition(toolkit, sections, paper), accessible=True)


def _docx(toolkit: Toolkit, sections: list[str], paper: str) -> bytes:
    from trueline.reports.toolkit_edition.word import full_docx

    return full_docx(full_edition(toolkit, sections, paper))


def _xlsx(toolkit: Toolkit, sections: list[str], paper: str) -> bytes:
    from trueline.reports.toolkit_edition.workbook import indicator_workbook

    return indicator_workbook(toolkit, sections, paper)


def _json(toolkit: Toolkit, sections: list[str], paper: str) -> bytes:
    from trueline.reports.toolkit_edition.data import toolkit_json

    return toolkit_json(toolkit, sections).encode()


def _pocket(toolkit: Toolkit, sections: list[str], paper: str) -> bytes:
    from trueline.reports.layout.typesetting import typeset
    from trueline.reports.toolkit_edition.pocket import pocket

    return typeset("pocket.typ", pocket(toolkit, sections, paper), accessible=True)


def _booklet(toolkit: Toolkit, sections: list[str], paper: str) -> bytes:
    return _pocket(toolkit, sections, "a5")


MAKERS: dict[str, Maker] = {".pdf": _pdf, ".docx": _docx, ".xlsx": _xlsx, ".json": _json}
"""The full edition, by the ending of its file."""

SMALL: dict[str, Maker] = {"pocket": _pocket, "booklet": _booklet}
"""Shorter editions to print, by name: questions and categories on a few pages, or on A5."""


def write_toolkit(
    toolkit: Toolkit,
    to: Path,
    *,
    sections: Iterable[str] = (),
    paper: str = "a4",
    edition: str = "full",
) -> None:
    """Write the toolkit, or some sections of it, in the form that `to` ends in.

    `paper` is "a4" or "letter"; `edition` is "full" or, for a PDF, one of SMALL. Raises
    FileProblems where the file can't be written, KeyError for an ending that is not in MAKERS.
    """
    make = SMALL.get(edition) or MAKERS[to.suffix.lower()]
    put(to, make(toolkit, list(sections), paper))
