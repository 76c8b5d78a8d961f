"""What can be made of a legal review besides what every kind has: its gap report."""

from __future__ import annotations

from trueline.language import gettext_noop
from trueline.reports.audits import audit_exports
from trueline.reports.legal.gap_report import REPORT
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
EXPORTS = audit_exports(audit, REPORT, TITLES)
