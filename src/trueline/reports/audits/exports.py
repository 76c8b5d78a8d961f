"""Exports of an audit, for the kinds that have one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from trueline.reports.audits.report import Report, audit_document, audit_json
from trueline.reports.exports.export import DOCX, JSON, PDF, Export, ExportRequest
from trueline.reports.printable import printable
from trueline.review.audits import Audit

Auditing = Callable[..., Audit[Any]]
AUDITS: Mapping[str, str] = {"pdf": PDF, "docx": DOCX, "json": JSON}
"""The endings of `audit.` files, and what such a file is."""


@dataclass(frozen=True)
class _Maker:
    """Makes the files of one kind."""

    audit: Auditing
    report: Report

    def pdf(self, request: ExportRequest[Any]) -> bytes:
        from trueline.reports.layout.pdf import pdf_file

        audit = self._printable_audit(request)
        return pdf_file(audit_document(audit, self.report, on=request.on), request.paper)

    def docx(self, request: ExportRequest[Any]) -> bytes:
        from trueline.reports.layout.word_file import word_file

        audit = self._printable_audit(request)
        return word_file(audit_document(audit, self.report, on=request.on), request.paper)

    def json(self, request: ExportRequest[Any]) -> bytes:
        return audit_json(self.audit(request.document, request.toolkit, on=request.on)).encode()

    def _printable_audit(self, request: ExportRequest[Any]) -> Audit[Any]:
        return self.audit(printable(request.document), request.toolkit, on=request.on)


def audit_exports(
    audit: Auditing, report: Report, titles: Mapping[str, tuple[str, str]]
) -> tuple[Export, ...]:
    """One for each ending of `AUDITS`; `titles` says what each is called and what it is for."""
    maker = _Maker(audit, report)
    return tuple(
        Export(
            f"audit.{ending}",
            *titles[ending],
            AUDITS[ending],
            getattr(maker, ending),
            holds_review="always",
            on_paper=ending != "json",
        )
        for ending in AUDITS
    )
