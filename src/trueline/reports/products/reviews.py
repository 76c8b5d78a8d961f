"""The review on its own, in every form it comes in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trueline.reports.products.product import HTML, JSON, PDF, SARIF, Order, Product

if TYPE_CHECKING:
    from trueline.reports.review import Reviewed


def reviewed_order(order: Order) -> Reviewed:
    """The review that an order asks for; made now unless it brings the findings along."""
    from trueline.reports.review import Reviewed
    from trueline.review import review

    findings = order.findings
    if findings is None:
        findings = review(order.design, order.toolkit, on=order.on)
    return Reviewed(order.design, findings, order.toolkit, order.file, on=order.on)


def _pdf(order: Order) -> bytes:
    from trueline.reports.review.printed import review_pdf

    return review_pdf(reviewed_order(order), order.paper)


def _html(order: Order) -> bytes:
    from trueline.reports.review.page import review_html

    return review_html(reviewed_order(order)).encode()


def _json(order: Order) -> bytes:
    from trueline.reports.review.data import review_json

    return review_json([reviewed_order(order)]).encode()


def _sarif(order: Order) -> bytes:
    from trueline.reports.review.sarif import review_sarif

    return review_sarif([reviewed_order(order)]).encode()


REVIEWS = (
    Product(
        "review.pdf",
        "Review (PDF)",
        "What the review found, to print.",
        PDF,
        _pdf,
        holds_review="always",
        on_paper=True,
    ),
    Product(
        "review.html",
        "Review (HTML)",
        "What the review found, as one page that needs nothing else.",
        HTML,
        _html,
        holds_review="always",
    ),
    Product(
        "review.json",
        "Review (JSON)",
        "What the review found, for programs.",
        JSON,
        _json,
        holds_review="always",
    ),
    Product(
        "review.sarif",
        "Review (SARIF)",
        "What the review found, for editors and code hosts.",
        SARIF,
        _sarif,
        holds_review="always",
    ),
)
