"""How messages name a question, and whether a field says what an answer speaks of."""

from __future__ import annotations

from trueline.design import Answer, Design
from trueline.document.fields import Part
from trueline.review.missing_fields import fills, programme_parts
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


def said_in_field(design: Design, answer: Answer) -> bool:
    """Whether a field of the design says what an answer speaks of."""
    parts: list[Part] = [a for a in design.activities if a.id == answer.activity]
    return any(fills(part, answer.question) for part in parts or programme_parts(design))
