"""Exports of a national plan beyond those of every kind: its audit and its tables."""

from __future__ import annotations

from trueline.language import gettext_noop
from trueline.plan import Plan
from trueline.reports.audits import audit_exports
from trueline.reports.exports.export import DOCX, PDF, XLSX, Export, ExportRequest
from trueline.reports.layout.blocks import Document
from trueline.reports.plan.audit import REPORT
from trueline.reports.plan.tables import plan_workbook
from trueline.reports.plan.tables_document import tables_document
from trueline.reports.printable import printable
from trueline.review.plan_audit import audit

TITLES = {
    "pdf": (
        gettext_noop("Audit (PDF)"),
        gettext_noop("The plan held against section 9 of the toolkit, with next steps, to print."),
    ),
    "docx": (
        gettext_noop("Audit (Word)"),
        gettext_noop("The same as a document that can be written into."),
    ),
    "json": (gettext_noop("Audit (JSON)"), gettext_noop("The same for programs.")),
}


def _tables(request: ExportRequest[Plan]) -> bytes:
    return plan_workbook(printable(request.document))


TABLES = Export(
    "tables.xlsx",
    gettext_noop("Plan as tables (XLSX)"),
    gettext_noop("Objectives by pattern and pillar, who does what, costs by year and who pays."),
    XLSX,
    _tables,
)


def _printable_document(request: ExportRequest[Plan]) -> Document:
    return tables_document(printable(request.document), on=request.on)


def _pdf(request: ExportRequest[Plan]) -> bytes:
    from trueline.reports.layout.pdf import pdf_file

    return pdf_file(_printable_document(request), request.paper)


def _docx(request: ExportRequest[Plan]) -> bytes:
    from trueline.reports.layout.word_file import word_file

    return word_file(_printable_document(request), request.paper)


TABLES_PDF = Export(
    "tables.pdf",
    gettext_noop("Plan as tables (PDF)"),
    gettext_noop("The same tables to print, and what fits into the money there is."),
    PDF,
    _pdf,
    on_paper=True,
)
TABLES_DOCX = Export(
    "tables.docx",
    gettext_noop("Plan as tables (Word)"),
    gettext_noop("The same as a document that can be written into."),
    DOCX,
    _docx,
    on_paper=True,
)
EXPORTS = (*audit_exports(audit, REPORT, TITLES), TABLES, TABLES_PDF, TABLES_DOCX)
