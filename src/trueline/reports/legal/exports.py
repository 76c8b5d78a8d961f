"""Exports of a legal review besides those that every kind has: its gap report, and its provisions."""

from __future__ import annotations

from trueline.language import gettext_noop
from trueline.legal import LegalReview
from trueline.reports.audits import audit_exports
from trueline.reports.exports.export import XLSX, Export, ExportRequest
from trueline.reports.legal.gap_report import REPORT
from trueline.reports.legal.provisions import provisions_workbook
from trueline.reports.printable import printable
from trueline.review.legal_audit import audit

TITLES = {
    "pdf": (
        gettext_noop("Gap report (PDF)"),
        gettext_noop("The law held against section 5 of the toolkit, with its sources, to print."),
    ),
    "docx": (
        gettext_noop("Gap report (Word)"),
        gettext_noop("The same as a document that can be written into."),
    ),
    "json": (gettext_noop("Gap report (JSON)"), gettext_noop("The same for programs.")),
}


def _provisions(request: ExportRequest[LegalReview]) -> bytes:
    return provisions_workbook(printable(request.document), request.toolkit)


PROVISIONS = Export(
    "provisions.xlsx",
    gettext_noop("National law by item (XLSX)"),
    gettext_noop(
        "What the law provides on each item: law, article, quotation, and what is applied."
    ),
    XLSX,
    _provisions,
)
EXPORTS = (*audit_exports(audit, REPORT, TITLES), PROVISIONS)
