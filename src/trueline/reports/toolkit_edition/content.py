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
)
from trueline.toolkit.wording import DIRECTIONS, PROXY, months_after, work_line

OWN = "own"
"""The `ref` of what an organisation added."""


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
        "source": about.title if about else toolkit.head.name,
        "publisher": about.publisher if about else "",
        "edition": toolkit.head.edition,
        "cover-title": "Counter-trafficking programmes: what was learned, what to ask, what to"
        " measure"
        if whole
        else names,
        "subtitle": "A pocket edition of the ICAT toolkit"
        + (
            ""
            if whole
            else f": section{'s' if len(chosen) > 1 else ''} "
            + ", ".join(str(section.number) for section in chosen)
        ),
        "document": f"Pocket edition of the ICAT toolkit{'' if whole else f': {names}'}",
        "running": "Pocket edition of the ICAT toolkit" if whole else names,
        "wording": about.wording if about else "",
        "use": about.use if about else (),
        "consequences": [{"label": c.label, "text": c.text} for c in about.consequences]
        if about
        else [],
        "limits": about.limits if about else (),
        "sections": [_section(toolkit, section) for section in chosen],
        "evidence": [_evidence(item) for item in toolkit.evidence if whole or item.id in cited],
        "topics": _topics(toolkit) if whole else [],
    }


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
        "short": section.short,
        "rationale": section.rationale + _notes(toolkit, section),
        "introduction": section.introduction,
        "goals": [goal.text for goal in section.goals],
        "examples": [f"({e.letter}) {e.text}" for e in section.examples],
        "figures": [
            {"value": f.value, "statement": f.statement + _notes(toolkit, f)}
            for f in section.figures
        ],
        "lessons": [_lesson(toolkit, lesson) for lesson in toolkit.lessons(section.id)],
        "questions": [_question(toolkit, number, question) for number, question in questions],
        "categories": [_category(toolkit, c) for c in toolkit.categories(section.id)],
    }


def _lesson(toolkit: Toolkit, lesson: Lesson) -> dict[str, Any]:
    return {
        "title": lesson.title,
        "ref": _place(toolkit, lesson),
        "direction": DIRECTIONS[lesson.direction],
        "statement": lesson.statement + _notes(toolkit, lesson),
        "points": _points(toolkit, lesson),
        "follows": lesson.follows,
        "uncertain": lesson.uncertain,
    }


def _question(toolkit: Toolkit, number: int, question: Question) -> dict[str, Any]:
    return {
        "number": str(number),
        "title": question.title,
        "ref": _place(toolkit, question),
        "text": question.text + _notes(toolkit, question),
        "points": _points(toolkit, question),
        "why": question.why,
        "good": question.good_answer,
        "uncertain": question.uncertain,
        "responses": [
            {"answer": r.answer, "remedy": r.remedy, "step": r.step} for r in question.responses
        ],
    }


def _points(toolkit: Toolkit, item: Lesson | Question) -> list[str]:
    return [point.text + _notes(toolkit, point) for point in item.points]


def _category(toolkit: Toolkit, category: Category) -> dict[str, Any]:
    indicators = toolkit.indicators(category=category.id)
    when = category.timing or months_after(category.months_after)
    when_is_ours = not (category.months_after or category.evidence)
    facts = (
        ("Shows", category.shows, "shows" not in category.source_gives),
        ("Does not show", category.does_not_show, "does_not_show" not in category.source_gives),
        ("As a proxy", PROXY[category.stands_in], "stands_in" not in category.source_gives),
        ("When", when + _notes(toolkit, category) if when else "", when_is_ours),
    )
    return {
        "title": category.title,
        "ref": _place(toolkit, category),
        "uncertain": category.uncertain,
        "facts": [
            {"label": _said_by(label, ours=ours), "text": text}
            for label, text, ours in facts
            if text
        ],
        "indicators": [_indicator(toolkit, indicator) for indicator in indicators],
    }


def _indicator(toolkit: Toolkit, indicator: Indicator) -> dict[str, Any]:
    given = indicator.source_gives
    lines = (
        (_said_by("N", ours="numerator" not in given), indicator.numerator),
        (_said_by("D", ours="denominator" not in given), indicator.denominator),
        ("Target", indicator.target.text if indicator.target else None),
        ("Survey question (ours)", indicator.survey.text if indicator.survey else None),
        ("Uncertain in the source", indicator.uncertain),
        ("From", None if indicator.ref != OWN else _place(toolkit, indicator)),
    )
    return {
        "statement": indicator.statement + _notes(toolkit, indicator),
        "name": indicator.name,
        "details": [f"{label}: {text}" for label, text in lines if text],
        "methods": "; ".join(indicator.methods),
        "caution": f"{_said_by('Take care', ours='caution' not in given)}: {indicator.caution}"
        if indicator.caution
        else None,
    }


def _said_by(label: str, *, ours: bool) -> str:
    """A label, marked where what it heads is not in the source."""
    return f"{label} (ours)" if ours else label


def _evidence(item: Evidence) -> dict[str, Any]:
    return {
        "number": _number(item),
        "note": item.note,
        "works": [work_line(work) for work in item.works],
        "uncertain": item.uncertain,
    }


def _notes(toolkit: Toolkit, item: Any) -> str:
    """The numbers of the notes it rests on, such as " [7, 8]", to look up at the end."""
    numbers = [_number(note) for note in toolkit.evidence if note.id in item.evidence]
    return f" [{', '.join(numbers)}]" if numbers else ""


def _number(item: Evidence) -> str:
    return item.id if item.ref == OWN else item.ref.removeprefix("fn ")


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


def _place(toolkit: Toolkit, item: Lesson | Question | Category | Indicator) -> str:
    """Its place in the source, or the name of the organisation whose own it is."""
    if item.ref != OWN:
        return item.ref
    pack = toolkit.node(item.id).pack
    return next(head.name for head in toolkit.packs if head.id == pack)
