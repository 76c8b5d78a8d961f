"""Which questions a design is asked, and which it has settled."""

from __future__ import annotations

from collections.abc import Iterator

from trueline.design import Activity, Answer, Design
from trueline.design.fields import Element, Part, extra
from trueline.review.wording import quoted
from trueline.toolkit import Question, Toolkit


def asked(toolkit: Toolkit, answer: Answer) -> str:
    """How a message names the question of an answer."""
    question = toolkit.get(answer.question)
    if isinstance(question, Question):
        return f"{quoted(question.title)} ({question.ref})"
    return f"{quoted(answer.question)}"


def generating_step(toolkit: Toolkit, answer: Answer) -> str:
    """The toolkit's own step for finding out, where the question has one."""
    question = toolkit.get(answer.question)
    responses = question.responses if isinstance(question, Question) else ()
    return next(
        (response.step for response in responses if response.remedy == "generate"),
        "Plan who finds out, how and by when, and add it to the next steps.",
    )


def asked_of(design: Design) -> Iterator[tuple[str, str, Activity | None]]:
    """What is asked: of the programme once there are activities, and of each activity by kind."""
    if design.activities:
        yield "programme", "the programme are", None
    for activity in design.activities:
        if activity.kind != "other":
            yield activity.kind, f"{quoted(activity.name)} are", activity


def is_settled(design: Design, question: Question, activity: Activity | None) -> bool:
    """Whether a question has an answer that says something, or a field that asks it is filled."""
    answer = design.answer(question.id, activity.id if activity else None)
    if answer and (answer.stance or answer.text):
        return True
    parts: list[Part] = [activity] if activity else [*_programme_parts(design)]
    return any(_fills(part, question.id) for part in parts)


def said_in_field(design: Design, answer: Answer) -> bool:
    """Whether a field of the design says what an answer speaks of."""
    parts: list[Part] = [a for a in design.activities if a.id == answer.activity]
    return any(_fills(part, answer.question) for part in parts or _programme_parts(design))


def _programme_parts(design: Design) -> Iterator[Part]:
    yield design
    yield design.evaluation
    lists: tuple[tuple[Element, ...], ...] = (
        design.patterns, design.factors, design.behaviours, design.displacement, design.capacities,
    )  # fmt: skip
    for elements in lists:
        yield from elements


def _fills(part: Part, question: str) -> bool:
    return any(
        getattr(part, name) not in ("", None, ())
        for name, field in type(part).model_fields.items()
        if extra(field, "asks") == question
    )
