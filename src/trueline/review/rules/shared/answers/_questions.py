"""Names a question in messages, and tells whether a field says what an answer speaks of."""

from __future__ import annotations

from trueline.document import Answer, Document, elements_of
from trueline.language import gettext, quoted
from trueline.review.missing_fields import fills
from trueline.toolkit import Question, Toolkit


def question_label(toolkit: Toolkit, answer: Answer) -> str:
    """The name of an answer's question in messages."""
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
        gettext("Plan who finds out, how and by when, and add it to the next steps."),
    )


def has_field_text(document: Document, answer: Answer) -> bool:
    """Whether a field of the document says what an answer speaks of."""
    asked_of = next(
        (e for _, e in elements_of(document) if e.is_asked and e.key_value == answer.item), None
    )
    parts = [asked_of] if asked_of else document.parts_with_questions()
    return any(fills(part, answer.question) for part in parts)
