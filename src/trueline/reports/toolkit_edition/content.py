"""The full edition as plain data, from which both PDF and Word are rendered."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from trueline.language import gettext, ngettext
from trueline.language.terms import DIRECTION, REMEDY
from trueline.reports.toolkit_edition.measured import category_data
from trueline.reports.toolkit_edition.noted import (
    evidence,
    guide,
    guides,
    label_with_origin,
    notes,
    passage,
    place,
    quotation,
)
from trueline.toolkit import Lesson, Question, Section, Toolkit
from trueline.toolkit.entries import Resource
from trueline.toolkit.notes import notes_of
from trueline.toolkit.packfile import About
from trueline.toolkit.wording import work_line


def full_edition(toolkit: Toolkit, sections: Iterable[str], paper: str) -> dict[str, Any]:
    """The data of the full edition, of the sections named or of all."""
    wanted = list(sections)
    chosen = [s for s in toolkit.sections if not wanted or s.id in wanted]
    about = toolkit.head.about
    whole = len(chosen) == len(toolkit.sections)
    cited = _cited(toolkit, chosen)
    names = ", ".join(section.title for section in chosen)
    return {
        "paper": paper,
        "source": _title(about) if about else toolkit.head.name,
        "publisher": about.publisher if about else "",
        "edition": toolkit.head.edition,
        "cover-title": gettext(
            "Counter-trafficking programmes: what was learned, what to ask, what to measure"
        )
        if whole
        else names,
        "subtitle": _subtitle([] if whole else chosen),
        "document": gettext("Full edition of the ICAT toolkit")
        if whole
        else gettext("Full edition of the ICAT toolkit: {sections}", sections=names),
        "running": gettext("Full edition of the ICAT toolkit") if whole else names,
        "after": _after(toolkit, about),
        "wording": about.wording if about else "",
        **_front(toolkit if whole else None, about),
        "sections": [_section(toolkit, section) for section in chosen],
        "guides": [guide(item) for item in toolkit.guides if whole or item.id in cited],
        "evidence": [
            evidence(toolkit, item) for item in toolkit.evidence if whole or item.id in cited
        ],
        "topics": _topics(toolkit) if whole else [],
    }


def _subtitle(sections: list[Section]) -> str:
    """The kind of edition, and of which sections where it does not hold all."""
    if not sections:
        return gettext("A full edition of the ICAT toolkit")
    return ngettext(
        "A full edition of the ICAT toolkit: section {numbers}",
        "A full edition of the ICAT toolkit: sections {numbers}",
        len(sections),
        numbers=", ".join(str(section.number) for section in sections),
    )


def _after(toolkit: Toolkit, about: About | None) -> str:
    """The source that it is based on."""
    return gettext(
        "After {source}, {publisher}, {edition}.",
        source=_title(about) if about else toolkit.head.name,
        publisher=about.publisher if about else "",
        edition=toolkit.head.edition,
    )


def _title(about: About) -> str:
    return f"{about.title}: {about.subtitle}" if about.subtitle else about.title


def _front(toolkit: Toolkit | None, about: About | None) -> dict[str, Any]:
    """The authors of the source, why and for whom they wrote it, and how to use it.

    Notes are led to where there is a toolkit to take them from: an edition of some sections holds
    theirs alone.
    """
    if about is None:
        return {
            "agencies": (),
            "partners": (),
            "purpose": (),
            "quotations": (),
            "audience": (),
            "use": (),
            "consequences": (),
            "limits": (),
        }
    return {
        "agencies": about.members,
        "partners": about.partners,
        "purpose": [passage(toolkit, text) for text in about.purpose],
        "quotations": [quotation(toolkit, one) for one in about.quotations],
        "audience": [passage(toolkit, text) for text in about.audience],
        "use": [passage(toolkit, text) for text in about.use],
        "consequences": [
            {"label": one.label, "text": one.text + notes(toolkit, one.evidence)}
            for one in about.consequences
        ],
        "limits": about.limits,
    }


def _cited(toolkit: Toolkit, sections: list[Section]) -> set[str]:
    """Ids of the notes and guides that some sections lead to."""
    ids = {section.id for section in sections}
    items = [node.item for node in toolkit if node.section_id in ids]
    return {id for item in items for id in (*notes_of(item), *getattr(item, "guides", ()))}


def _section(toolkit: Toolkit, section: Section) -> dict[str, Any]:
    questions = enumerate(toolkit.questions(section.id), 1)
    return {
        "number": str(section.number),
        "title": section.title,
        "short": section.short,
        "rationale": section.rationale,
        "introduction": [passage(toolkit, text) for text in section.introduction],
        "quotations": [quotation(toolkit, one) for one in section.quotations],
        "goals": [goal.text for goal in section.goals],
        "examples": [
            f"({e.letter}) {e.text}{notes(toolkit, e.evidence)}" for e in section.examples
        ],
        "figures": [
            {"value": f.value, "statement": f.statement + notes(toolkit, f.evidence)}
            for f in section.figures
        ],
        "questions-note": notes(toolkit, section.questions_evidence),
        "lessons": [_lesson(toolkit, lesson) for lesson in toolkit.lessons(section.id)],
        "questions": [_question(toolkit, number, question) for number, question in questions],
        "categories": [category_data(toolkit, c) for c in toolkit.categories(section.id)],
    }


def _lesson(toolkit: Toolkit, lesson: Lesson) -> dict[str, Any]:
    return {
        "title": lesson.title,
        "ref": place(toolkit, lesson),
        "direction": label_with_origin(DIRECTION.label(lesson.direction), ours=True),
        "statement": lesson.statement + notes(toolkit, lesson.evidence),
        "points": _points(toolkit, lesson),
        "quotations": [quotation(toolkit, one) for one in lesson.quotations],
        "follows": lesson.follows,
        "uncertain": lesson.uncertain,
    }


def _question(toolkit: Toolkit, number: int, question: Question) -> dict[str, Any]:
    return {
        "number": str(number),
        "title": question.title,
        "ref": place(toolkit, question),
        "text": question.text + notes(toolkit, question.evidence),
        "points": _points(toolkit, question),
        "quotations": [quotation(toolkit, one) for one in question.quotations],
        "guides": guides(toolkit, question.guides),
        "why": question.why,
        "good": question.good_answer,
        "uncertain": question.uncertain,
        "responses": [
            {"answer": r.answer, "remedy": REMEDY.within(r.remedy), "step": r.step}
            for r in question.responses
        ],
    }


def _points(toolkit: Toolkit, item: Lesson | Question) -> list[str]:
    return [point.text + notes(toolkit, point.evidence) for point in item.points]


def _open_for(resource: Resource) -> str:
    """Our additions to a work: what to open it for, and where to find it today."""
    if not resource.today:
        return resource.use
    where = gettext("Today or archived: {address}", address=resource.today)
    return f"{resource.use} {where}"


def _topics(toolkit: Toolkit) -> list[dict[str, Any]]:
    return [
        {
            "title": topic.title,
            "works": [
                {"line": work_line(resource.work), "use": _open_for(resource)}
                for resource in toolkit.resources
                if topic.id == resource.topics[0]
            ],
        }
        for topic in toolkit.topics
    ]
