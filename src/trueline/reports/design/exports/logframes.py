"""The logframe, with what hangs on its indicators."""

from __future__ import annotations

from datetime import date

from trueline.design import Design
from trueline.language import gettext_noop
from trueline.reports.exports.export import DOCX, XLSX, Export, ExportRequest, Paper
from trueline.toolkit import Toolkit


def logframe_xlsx(
    design: Design, toolkit: Toolkit, paper: Paper = "a4", *, on: date | None = None
) -> bytes:
    """The logframe as a workbook, with indicator sheets, a tracking table and a calendar."""
    from trueline.reports.design.logframe.workbook import logframe_workbook

    return logframe_workbook(design, toolkit, paper, on=on)


def logframe_docx(
    design: Design, toolkit: Toolkit, paper: Paper = "a4", *, on: date | None = None
) -> bytes:
    """The logframe as a Word file."""
    from trueline.reports.design.logframe.word import logframe_document
    from trueline.reports.layout.word_file import word_file

    return word_file(logframe_document(design, toolkit, on=on), paper)


def _xlsx(request: ExportRequest[Design]) -> bytes:
    return logframe_xlsx(request.document, request.toolkit, request.paper, on=request.on)


def _docx(request: ExportRequest[Design]) -> bytes:
    return logframe_docx(request.document, request.toolkit, request.paper, on=request.on)


LOGFRAMES = (
    Export(
        "logframe.xlsx",
        gettext_noop("Logframe (Excel)"),
        gettext_noop(
            "The four columns, a sheet for each indicator, a tracking table and the calendar."
        ),
        XLSX,
        _xlsx,
        on_paper=True,
    ),
    Export(
        "logframe.docx",
        gettext_noop("Logframe (Word)"),
        gettext_noop("The four columns as a table."),
        DOCX,
        _docx,
        on_paper=True,
    ),
)
