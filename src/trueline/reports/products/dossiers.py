"""The dossier: the whole design as a document to hand over."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from trueline.design import Design
from trueline.reports.products.product import DOCX, PDF, Order, Paper, Product
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
    from trueline.reports.document.printed import printed
    from trueline.reports.dossier import dossier

    return printed(dossier(design, toolkit, findings, on=on), paper)


def dossier_docx(
    design: Design,
    toolkit: Toolkit,
    findings: Iterable[Finding] | None = None,
    paper: Paper = "a4",
    *,
    on: date | None = None,
) -> bytes:
    """The same as a Word file."""
    from trueline.reports.document.word_file import word_file
    from trueline.reports.dossier import dossier

    return word_file(dossier(design, toolkit, findings, on=on), paper)


def _pdf(order: Order) -> bytes:
    return dossier_pdf(order.design, order.toolkit, order.findings, order.paper, on=order.on)


def _docx(order: Order) -> bytes:
    return dossier_docx(order.design, order.toolkit, order.findings, order.paper, on=order.on)


DOSSIERS = (
    Product(
        "dossier.pdf",
        "Dossier (PDF)",
        "The whole design as a document to hand to a funder.",
        PDF,
        _pdf,
        holds_review="if-asked",
        on_paper=True,
    ),
    Product(
        "dossier.docx",
        "Dossier (Word)",
        "The whole design as a document that can be written into.",
        DOCX,
        _docx,
        holds_review="if-asked",
        on_paper=True,
    ),
)
