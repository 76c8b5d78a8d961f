"""What can be made of a national plan besides what every kind has: its audit."""

from __future__ import annotations

from trueline.language import gettext_noop
from trueline.reports.audits import audit_exports
from trueline.reports.plan.audit import REPORT
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
EXPORTS = audit_exports(audit, REPORT, TITLES)
