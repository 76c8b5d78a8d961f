"""The logframe, with what hangs on its indicators."""

from __future__ import annotations

from datetime import date

from trueline.design import Design
from trueline.reports.products.product import DOCX, XLSX, Order, Paper, Product
from trueline.toolkit import Toolkit


def logframe_xlsx(
    design: Design, toolkit: Toolkit, paper: Paper = "a4", *, on: date | None = None
) -> bytes:
    """The logframe as a workbook, with indicator sheets, a tracking table and a calendar."""
    from trueline.reports.logframe.workbook import logframe_workbook

    return logframe_workbook(design, toolkit, paper, on=on)


def logframe_docx(
    design: Design, toolkit: Toolkit, paper: Paper = "a4", *, on: date | None = None
) -> bytes:
    """The logframe as a Word file."""
    from trueline.reports.document.word_file import word_file
    from trueline.reports.logframe.word import logframe_document

    return word_file(logframe_document(design, toolkit, on=on), paper)


def _xlsx(order: Order) -> bytes:
    return logframe_xlsx(order.design, order.toolkit, order.paper, on=order.on)


def _docx(order: Order) -> bytes:
    return logframe_docx(order.design, order.toolkit, order.paper, on=order.on)


LOGFRAMES = (
    Product(
        "logframe.xlsx",
        "Logframe (Excel)",
        "The four columns, a sheet for each indicator, a tracking table and the calendar.",
        XLSX,
        _xlsx,
        on_paper=True,
    ),
    Product(
        "logframe.docx",
        "Logframe (Word)",
        "The four columns as a table.",
        DOCX,
        _docx,
        on_paper=True,
    ),
)
