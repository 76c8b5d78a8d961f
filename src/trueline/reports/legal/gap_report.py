"""Texts of the gap report on a country's law alone."""

from __future__ import annotations

from trueline.language import day, gettext, gettext_noop, joined, territories
from trueline.legal import LegalReview
from trueline.reports.audits import Report

NOTE = gettext_noop(
    "Made with Trueline from the legal review, which is no legal advice. What the law provides and"
    " what is applied stand apart: one never stands for the other. Unknown is neither yes nor no, and"
    " each fact on a treaty is as of the day beside it. Nothing here is a score, and countries are not"
    " ranked by it. Questions and indicators are those of section 5 of the ICAT toolkit, in"
    " Trueline’s words; which provisions of a treaty are key is our choice. Its agencies have neither"
    " reviewed nor endorsed this report."
)


def _facts(review: LegalReview) -> list[tuple[str, str]]:
    missing = gettext("Not said yet")
    names = territories()
    countries = joined([names.get(code, code) for code in review.countries])
    route = joined([names.get(code, code) for code in review.route])
    return [
        (LegalReview.field_title("countries"), countries or missing),
        (LegalReview.field_title("law_day"), day(review.law_day) if review.law_day else missing),
        (LegalReview.field_title("route"), route or missing),
        (LegalReview.field_title("reviewer"), review.reviewer or missing),
    ]


REPORT = Report(
    gettext_noop("Gap report on the legal framework"),
    NOTE,
    gettext_noop("The legal review holds no summary yet."),
    _facts,
)
