"""What the pocket edition shows, as plain data; PDF and Word are made of the same."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from trueline.toolkit import (
    Category,
    Evidence,
    Indicator,
    Lesson,
    Question,
    Section,
    Toolkit,
)  # fmt: skip
from trueline.toolkit.wording import DIRECTIONS, PROXY, months_after, work_line


def edition(toolkit: Toolkit, sections: Iterable[str], paper: str) -> dict[str, Any]:
    """The data of the pocket edition, of the sections named or of all."""
    wanted = list(sections)
    chosen = [s for s in toolkit.sections if not wanted or s.id in wanted]
    about = toolkit.head.about
    whole = len(chosen) == len(toolkit.sections)
    cited = _cited(toolkit, chosen)
    names = ", ".join(section.title for section in chosen)
    return {
        "paper": paper,
        "title": about.title if about else toolkit.head.name,
        "publisher": about.publisher if about else "",
        "edition": toolkit.head.edition,
        "cover-title": "Counter-trafficking programmes: what was learned, what to ask, what to"
        " measure" if whole else names,
        "subtitle": "A pocket edition of the ICAT toolkit"
        + ("" if whole else f": section{'s' if len(chosen) > 1 else ''} "
           + ", ".join(str(section.number) for section in chosen)),
        "running": "Pocket edition of the ICAT toolkit" if whole else names,
        "wording": about.wording if about else "",
        "use": about.use if about else (),
        "consequences": [{"label": c.label, "text": c.text} for c in about.consequences]
        if about else [],
        "limits": about.limits if about else (),
        "sections": [_section(toolkit, section) for section in chosen],
        "evidence": [_evidence(item) for item in toolkit.evidence if whole or item.id in cited],
        "topics": _topics(toolkit) if whole else [],
    }  # fmt: skip


def _cited(toolkit: Toolkit, sections: list[Section]) -> set[str]:
    ids = {section.id for section in sections}
    return {
        id
        for node in toolkit
        if node.section_id in ids
        for id in getattr(node.item, "evidence", ())
    }


def _section(toolkit: Toolkit, section: Section) -> dict[str, Any]:
    questions = enumerate(toolkit.questions(section.id), 1)
    return {
        "number": str(section.number),
        "title": section.title,
        "rationale": section.rationale,
        "introduction": section.introduction,
        "goals": [goal.text for goal in section.goals],
        "examples": [f"({e.letter}) {e.text}" for e in section.examples],
        "figures": [{"value": f.value, "statement": f.statement} for f in section.figures],
        "lessons": [_lesson(lesson) for lesson in toolkit.lessons(section.id)],
        "questions": [_question(number, question) for number, question in questions],
        "categories": [_category(toolkit, c) for c in toolkit.categories(section.id)],
    }


def _lesson(lesson: Lesson) -> dict[str, Any]:
    return {
        "title": lesson.title, "ref": _ref(lesson.ref), "direction": DIRECTIONS[lesson.direction],
        "statement": lesson.statement, "points": [point.text for point in lesson.points],
        "follows": lesson.follows,
    }  # fmt: skip


def _question(number: int, question: Question) -> dict[str, Any]:
    return {
        "number": str(number), "title": question.title, "ref": _ref(question.ref),
        "text": question.text, "points": [point.text for point in question.points],
        "why": question.why, "good": question.good_answer,
        "responses": [
            {"answer": r.answer, "remedy": r.remedy, "step": r.step} for r in question.responses
        ],
    }  # fmt: skip


def _category(toolkit: Toolkit, category: Category) -> dict[str, Any]:
    indicators = toolkit.indicators(category=category.id)
    return {
        "title": category.title, "ref": _ref(category.ref), "shows": category.shows,
        "does_not_show": category.does_not_show, "proxy": PROXY[category.stands_in],
        "when": category.timing or months_after(category.months_after),
        "indicators": [_indicator(indicator) for indicator in indicators],
    }  # fmt: skip


def _indicator(indicator: Indicator) -> dict[str, Any]:
    formula = None
    if indicator.numerator and indicator.denominator:
        formula = f"N: {indicator.numerator}. D: {indicator.denominator}."
    return {
        "statement": indicator.statement,
        "name": indicator.name,
        "formula": formula,
        "target": indicator.target.text if indicator.target else None,
        "methods": "; ".join(indicator.methods),
        "caution": indicator.caution,
    }


def _evidence(item: Evidence) -> dict[str, Any]:
    return {
        "number": item.ref.removeprefix("fn "),
        "note": item.note,
        "works": [work_line(work) for work in item.works],
    }


def _topics(toolkit: Toolkit) -> list[dict[str, Any]]:
    return [
        {
            "title": topic.title,
            "works": [
                {"line": work_line(resource.work), "use": resource.use}
                for resource in toolkit.resources
                if topic.id == resource.topics[0]
            ],
        }
        for topic in toolkit.topics
    ]


def _ref(ref: str) -> str | None:
    return None if ref == "own" else ref
