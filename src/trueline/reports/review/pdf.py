"""The review as PDF."""

from __future__ import annotations

from trueline.reports.review.content import review_content
from trueline.reports.review.reviewed import Reviewed


def review_pdf(review: Reviewed, paper: str = "a4") -> bytes:
    """The review to print; `paper` is "a4" or "letter"."""
    from trueline.reports.layout.typesetting import typeset

    return typeset("review.typ", {**review_content(review), "paper": paper})
