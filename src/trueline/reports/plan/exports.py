"""What can be made of a national plan besides what every kind has: its audit."""

from __future__ import annotations

from trueline.language import gettext_noop
from trueline.plan import Plan
from trueline.reports.audits import audit_exports
from trueline.reports.exports.export import XLSX, Export, ExportRequest
from trueline.reports.plan.audit import REPORT
from trueline.reports.plan.tables import plan_workbook
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
EXPORTS = (*audit_exports(audit, REPORT, TITLES), TABLES)
