"""The logframe, with what hangs on its indicators."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from trueline.design import Design
from trueline.language import gettext_noop
from trueline.language.own_names import NO_NAMES, own_names
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
    from trueline.reports.design.keys import with_key
    from trueline.reports.design.logframe.key import key_of
    from trueline.reports.design.logframe.word import logframe_document
    from trueline.reports.layout.word_file import word_file
    from trueline.reports.printable import printable
    from trueline.reports.values import Wording

    design = printable(design)
    file = word_file(logframe_document(design, toolkit, on=on), paper)
    return with_key(file, key_of(design, Wording(design, toolkit), with_sheets=False), on)


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


def _in_layout(layout: str, ending: str) -> Callable[[ExportRequest[Design]], bytes]:
    """The function that makes a layout's file."""

    def make(request: ExportRequest[Design]) -> bytes:
        from trueline.reports.design.layouts.word import layout_document
        from trueline.reports.design.layouts.workbook import layout_workbook

        render = layout_workbook if ending == "xlsx" else layout_document
        with own_names(NO_NAMES):  # a donor's layout has the donor's words
            return render(request.document, request.toolkit, layout, request.paper, on=request.on)

    return make


DONORS = (
    ("eu", gettext_noop("Logframe of the EU (Annex C)")),
    ("fcdo", gettext_noop("Results framework of the FCDO")),
    ("usaid-pmp", gettext_noop("Performance management plan of USAID")),
    ("usaid-pirs", gettext_noop("Indicator reference sheets of USAID")),
    ("prm", gettext_noop("Monitoring table of PRM")),
    ("iom", gettext_noop("Results matrix of the IOM")),
    ("un", gettext_noop("Results framework of the UN")),
)
"""The layouts that donors ask for, with their titles."""

IN_LAYOUTS = tuple(
    Export(
        f"logframe-{layout}.{ending}",
        title,
        gettext_noop("It comes back by import: ids and links travel along, out of sight."),
        XLSX if ending == "xlsx" else DOCX,
        _in_layout(layout, ending),
        on_paper=True,
    )
    for layout, title in DONORS
    for ending in ("xlsx", "docx")
)
