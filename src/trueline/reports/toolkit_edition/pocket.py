"""The pocket edition: every question and every category of indicators on a few pages.

What is left out (why a question matters, next steps, how to collect, notes, guides, further reading)
stands in the full edition.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from trueline.language import gettext
from trueline.language.terms import DIRECTION
from trueline.reports.toolkit_edition.noted import label_with_origin, place
from trueline.toolkit import Category, Indicator, Lesson, Question, Section, Toolkit
from trueline.toolkit.wording import proxy_is_ours, proxy_of

MOST_PAGES = 32


def pocket(toolkit: Toolkit, sections: Iterable[str], paper: str) -> dict[str, Any]:
    """The data of the pocket edition, of the sections named or of all."""
    wanted = list(sections)
    chosen = [s for s in toolkit.sections if not wanted or s.id in wanted]
    about = toolkit.head.about
    source = f"{about.title} ({about.publisher}, {toolkit.head.edition})" if about else ""
    return {
        "paper": paper,
        "document": gettext("The ICAT toolkit in your pocket"),
        "subtitle": gettext("What to ask of a design, and what a measure shows"),
        "about": " ".join(
            part
            for part in (
                gettext("After {source}.", source=source) if source else "",
                about.wording if about else "",
                gettext(
                    "Why each question matters, next steps, ways to collect and notes stand in the"
                    " full edition."
                ),
            )
            if part
        ),
        "use-title": gettext("How to use it"),
        "consequences": [
            {"label": one.label, "text": one.text} for one in (about.consequences if about else ())
        ],
        "limits": about.limits if about else (),
        "lessons-title": gettext("Lessons, by their titles (ours)"),
        "questions-title": gettext("Questions"),
        "categories-title": gettext("Indicators"),
        "sections": [_section(toolkit, section) for section in chosen],
    }


def _section(toolkit: Toolkit, section: Section) -> dict[str, Any]:
    return {
        "number": str(section.number),
        "title": section.title,
        "short": section.short,
        "lessons": [_lesson(toolkit, lesson) for lesson in toolkit.lessons(section.id)],
        "questions": [
            _question(toolkit, number, question)
            for number, question in enumerate(toolkit.questions(section.id), 1)
        ],
        "categories": [_category(toolkit, each) for each in toolkit.categories(section.id)],
    }


def _lesson(toolkit: Toolkit, lesson: Lesson) -> str:
    where = place(toolkit, lesson)
    label = DIRECTION.label(lesson.direction).lower()
    return f"{lesson.title} ({label}{f'; {where}' if where else ''})"


def _question(toolkit: Toolkit, number: int, question: Question) -> dict[str, Any]:
    return {
        "number": f"{number}.",
        "ref": place(toolkit, question),
        "text": question.text,
        "points": [point.text for point in question.points],
    }


def _category(toolkit: Toolkit, category: Category) -> dict[str, Any]:
    source_fields = category.source_gives
    facts = (
        (gettext("Shows"), category.shows, "shows" not in source_fields),
        (gettext("Does not show"), category.does_not_show, "does_not_show" not in source_fields),
        (gettext("As a proxy"), proxy_of(category), proxy_is_ours(category)),
    )
    return {
        "title": category.title,
        "ref": place(toolkit, category),
        "facts": [
            {"label": label_with_origin(label, ours=ours), "text": text}
            for label, text, ours in facts
            if text
        ],
        "indicators": [_indicator(each) for each in toolkit.indicators(category=category.id)],
    }


def _indicator(indicator: Indicator) -> str:
    if indicator.target is None:
        return indicator.statement
    label = label_with_origin(gettext("Target"), ours="target" not in indicator.source_gives)
    return f"{indicator.statement} {label}: {indicator.target.text}."
