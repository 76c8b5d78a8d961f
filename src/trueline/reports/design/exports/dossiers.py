"""The dossier: the whole design as a document to hand over."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from trueline.design import Design
from trueline.language import gettext_noop
from trueline.reports.exports.export import DOCX, PDF, Export, ExportRequest, Paper
from trueline.review import Finding
from trueline.toolkit import Toolkit


def dossier_pdf(
    design: Design,
    toolkit: Toolkit,
    findings: Iterable[Finding] | None = None,
    paper: Paper = "a4",
    *,
    on: date | None = None,
) -> bytes:
    """The dossier as PDF; with the review where its findings are given."""
    from trueline.reports.design.dossier import dossier
    from trueline.reports.layout.pdf import pdf_file

    return pdf_file(dossier(design, toolkit, findings, on=on), paper)


def dossier_docx(
    design: Design,
    toolkit: Toolkit,
    findings: Iterable[Finding] | None = None,
    paper: Paper = "a4",
    *,
    on: date | None = None,
) -> bytes:
    """The same as a Word file."""
    from trueline.reports.design.dossier import dossier
    from trueline.reports.layout.word_file import word_file

    return word_file(dossier(design, toolkit, findings, on=on), paper)


def _pdf(request: ExportRequest[Design]) -> bytes:
    return dossier_pdf(
        request.document, request.toolkit, request.findings, request.paper, on=request.on
    )


def _docx(request: ExportRequest[Design]) -> bytes:
    return dossier_docx(
        request.document, request.toolkit, request.findings, request.paper, on=request.on
    )


def _compose(request: ExportRequest[Design]) -> object:
    from trueline.reports.design.dossier import dossier

    return dossier(request.document, request.toolkit, request.findings, on=request.on)


DOSSIERS = (
    Export(
        "dossier.pdf",
        gettext_noop("Dossier (PDF)"),
        gettext_noop("The whole design as a document to hand to a funder."),
        PDF,
        _pdf,
        holds_review="if-asked",
        on_paper=True,
        compose=_compose,
    ),
    Export(
        "dossier.docx",
        gettext_noop("Dossier (Word)"),
        gettext_noop("The whole design as a document that can be written into."),
        DOCX,
        _docx,
        holds_review="if-asked",
        on_paper=True,
    ),
)
