"""Reports on an audit, whichever kind of document it is of."""

from trueline.reports.audits.exports import AUDITS, audit_exports
from trueline.reports.audits.report import (
    Report,
    answer_text,
    audit_document,
    audit_json,
    audit_title,
)

__all__ = [
    "AUDITS",
    "Report",
    "answer_text",
    "audit_document",
    "audit_exports",
    "audit_json",
    "audit_title",
]
