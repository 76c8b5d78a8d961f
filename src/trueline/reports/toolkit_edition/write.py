"""Which file is made by whom: the ending decides."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from trueline.reports.files import put
from trueline.reports.toolkit_edition.content import edition
from trueline.toolkit import Toolkit

Maker = Callable[[Toolkit, list[str], str], bytes]


def _pdf(toolkit: Toolkit, sections: list[str], paper: str) -> bytes:
    from trueline.reports.layout.typesetting import typeset

    return typeset("pocket.typ", edition(toolkit, sections, paper))


def _docx(toolkit: Toolkit, sections: list[str], paper: str) -> bytes:
    from trueline.reports.toolkit_edition.word import pocket_docx

    return pocket_docx(edition(toolkit, sections, paper))


def _xlsx(toolkit: Toolkit, sections: list[str], paper: str) -> bytes:
    from trueline.reports.toolkit_edition.workbook import indicator_workbook

    return indicator_workbook(toolkit, sections, paper)


def _json(toolkit: Toolkit, sections: list[str], paper: str) -> bytes:
    from trueline.reports.toolkit_edition.data import toolkit_json

    return toolkit_json(toolkit, sections).encode()


MAKERS: dict[str, Maker] = {".pdf": _pdf, ".docx": _docx, ".xlsx": _xlsx, ".json": _json}


def write_toolkit(
    toolkit: Toolkit, to: Path, *, sections: Iterable[str] = (), paper: str = "a4"
) -> None:
    """Write the toolkit, or some sections of it, in the form that `to` ends in.

    `paper` is "a4" or "letter". Raises FileProblems where the file can't be written, KeyError for
    an ending that is not in MAKERS.
    """
    put(to, MAKERS[to.suffix.lower()](toolkit, list(sections), paper))
