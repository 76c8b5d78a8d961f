"""Holds a country's law against section 5 of the toolkit, and gathers what should follow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from trueline.language import gettext
from trueline.language.terms import RATIFICATION
from trueline.legal import CHECKLISTS, LegalReview
from trueline.review.audits import Answer, Audit, Line, Part, held_against, in_words
from trueline.review.audits.auditing import Answers
from trueline.review.finding import Finding
from trueline.review.legal_audit.indicators import INDICATORS
from trueline.review.legal_audit.lines import law_and_practice, recommendation, tally
from trueline.review.legal_audit.questions import QUESTIONS
from trueline.toolkit import Toolkit

ANSWERS = Answers("legal", QUESTIONS, INDICATORS)
ORDER = ("first", "second", "third", None)
"""In which recommendations are listed."""


def audit(
    review: LegalReview,
    toolkit: Toolkit,
    findings: Iterable[Finding] | None = None,
    *,
    on: date | None = None,
) -> Audit[LegalReview]:
    """The gap report. `findings` are those of the review of the document, made now unless given.

    `on` is the day by which waivers are judged.
    """
    readable, parts = held_against(review, toolkit, ANSWERS, findings, on=on)
    parts = (_overview(readable), *parts, _proposals(readable), _by_law(readable))
    return Audit(review, tuple(part for part in parts if part.lines))


def _overview(review: LegalReview) -> Part:
    """How many lines of each checklist are provided and applied, judged or not."""
    lines = [
        Line(f"overview.{holder}", ref, LegalReview.field_title(holder), tuple(answers))
        for holder, ref in zip(CHECKLISTS, (f"5 E{n}" for n in range(1, 9)), strict=True)
        if (answers := list(_counts(holder, getattr(review, holder))))
    ]
    return Part("5", gettext("In short"), tuple(lines))


def _counts(holder: str, items: tuple[Any, ...]) -> Iterator[Answer]:
    if not items:
        return
    if holder == "treaties":
        yield tally(gettext("Status"), items, lambda each: each.status, RATIFICATION)
    else:
        yield from law_and_practice(items)


def _proposals(review: LegalReview) -> Part:
    """The recommendations, the most urgent first."""
    items = [(holder, item) for holder, item in review.items() if item.recommendation]
    items.sort(key=lambda pair: ORDER.index(pair[1].priority))
    lines = (
        Line(
            f"proposals.{holder}.{item.key_value}",
            "",
            item.name,
            (in_words(item.field_title("recommendation"), recommendation(item)),),
        )
        for holder, item in items
    )
    return Part("5", gettext("What should follow"), tuple(lines))


def _by_law(review: LegalReview) -> Part:
    """Each law, with what it provides and where."""
    lines = []
    for law in review.laws:
        provisions = [provision for _, provision in review.provisions() if law.id in provision.laws]
        answers = tuple(in_words(provision.name, provision.article) for provision in provisions)
        lines.append(Line(f"laws.{law.id}", "", law.name, answers))
    return Part("5", gettext("Law by law"), tuple(line for line in lines if line.answers))
