"""Whether a design says something, in a field or in an answer to the toolkit's question."""

from __future__ import annotations

from collections.abc import Iterator

from trueline.design.activity import ActivityBase
from trueline.design.design import Design
from trueline.document.fields import Element, Part, extra

EMPTY: tuple[object, ...] = ("", None, ())
SETTLED = frozenset(["addressed", "partly", "not-relevant"])


def is_missing(design: Design, element: Element, field: str) -> bool:
    """True where a field of an element is empty and its question is not answered either.

    The question is the one that the field declares with `asks`. An answer of “not relevant” counts
    as given: whether it gives a reason is for another rule.
    """
    if getattr(element, field) not in EMPTY:
        return False
    question = extra(type(element).model_fields[field], "asks")
    activity = element.id if isinstance(element, ActivityBase) else None
    return not (question and answered(design, question, activity))


def answered(design: Design, question: str, activity: str | None = None) -> bool:
    """Whether a question has an answer that settles it: addressed, partly, or not relevant."""
    answer = design.answer(question, activity)
    return answer is not None and answer.stance in SETTLED


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
        getattr(part, name) not in EMPTY
        for name, field in type(part).model_fields.items()
        if extra(field, "asks") == question
    )
