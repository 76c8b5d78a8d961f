"""How many of what each section holds; the tests compare it with the source."""

from __future__ import annotations

from dataclasses import dataclass

from trueline.toolkit.toolkit import Toolkit


@dataclass(frozen=True)
class Count:
    """What one section holds. `points` are the bullets under its lessons and questions."""

    number: int
    section: str
    lessons: int
    questions: int
    points: int
    categories: int
    indicators: int


def counts(toolkit: Toolkit) -> tuple[Count, ...]:
    """A count for each section, in the order of their numbers."""
    return tuple(
        Count(
            number=section.number,
            section=section.id,
            lessons=len(toolkit.lessons(section.id)),
            questions=len(toolkit.questions(section.id)),
            points=sum(n.kind == "point" and n.section_id == section.id for n in toolkit),
            categories=len(toolkit.categories(section.id)),
            indicators=len(toolkit.indicators(section.id)),
        )
        for section in toolkit.sections
    )
