"""Whether a design has said something, in a field or in an answer to the toolkit's question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from trueline.design.activity import ActivityBase
from trueline.design.design import Design
from trueline.document.fields import Element, Part, extra

SAID = frozenset(["addressed", "partly", "not-relevant"])

A = TypeVar("A", bound=ActivityBase)


def unsaid(design: Design, activity: ActivityBase, field: str) -> bool:
    """True where a field of an activity is empty and its question is not answered either.

    The question is the one that the field declares with `asks`. An answer of “not relevant” counts
    as said: whether it gives a reason is for another rule.
    """
    if getattr(activity, field) not in ("", None, ()):
        return False
    question = extra(type(activity).model_fields[field], "asks")
    return not (question and answered(design, question, activity.id))


def said_by_none(design: Design, activities: Iterable[A], field: str) -> Iterator[A]:
    """The first of several activities, where none of them says what a field asks.

    For what holds for a country or a team as a whole, such as the law or the standards of care: it
    needs saying once, and a finding on each activity would repeat itself.
    """
    silent = list(activities)
    if silent and all(unsaid(design, activity, field) for activity in silent):
        yield silent[0]


def answered(design: Design, question: str, activity: str | None = None) -> bool:
    """Whether a question has an answer that settles it: addressed, partly, or not relevant."""
    answer = design.answer(question, activity)
    return answer is not None and answer.stance in SAID


def programme_parts(design: Design) -> Iterator[Part]:
    """The parts whose fields answer questions that are asked of the programme as a whole."""
    yield design
    yield design.evaluation
    lists: tuple[tuple[Element, ...], ...] = (
        design.patterns,
        design.factors,
        design.behaviours,
        design.displacement,
    )
    for elements in lists:
        yield from elements


def fills(part: Part, question: str) -> bool:
    """Whether a field of a part says what a question asks."""
    return any(
        getattr(part, name) not in ("", None, ())
        for name, field in type(part).model_fields.items()
        if extra(field, "asks") == question
    )
