"""What can be made of a national plan besides what every kind has: its audit."""

from __future__ import annotations

from trueline.language import gettext_noop
from trueline.plan import Plan
from trueline.reports.exports.export import DOCX, JSON, PDF, Export, ExportRequest
from trueline.reports.plan.audit import audit_document, audit_json
from trueline.reports.printable import printable
from trueline.review.plan_audit import Audit, audit


def _audit(request: ExportRequest[Plan]) -> Audit:
    return audit(printable(request.document), request.toolkit, on=request.on)


def _pdf(request: ExportRequest[Plan]) -> bytes:
    from trueline.reports.layout.pdf import pdf_file

    return pdf_file(audit_document(_audit(request), on=request.on), request.paper)


def _docx(request: ExportRequest[Plan]) -> bytes:
    from trueline.reports.layout.word_file import word_file

    return word_file(audit_document(_audit(request), on=request.on), request.paper)


def _json(request: ExportRequest[Plan]) -> bytes:
    return audit_json(audit(request.document, request.toolkit, on=request.on)).encode()


EXPORTS = (
    Export(
        "audit.pdf",
        gettext_noop("Audit (PDF)"),
        gettext_noop("The plan held against section 9 of the toolkit, with next steps, to print."),
        PDF,
        _pdf,
        holds_review="always",
        on_paper=True,
    ),
    Export(
        "audit.docx",
        gettext_noop("Audit (Word)"),
        gettext_noop("The same as a document that can be written into."),
        DOCX,
        _docx,
        holds_review="always",
        on_paper=True,
    ),
    Export(
        "audit.json",
        gettext_noop("Audit (JSON)"),
        gettext_noop("The same for programs."),
        JSON,
        _json,
        holds_review="always",
    ),
)
