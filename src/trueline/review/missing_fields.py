"""Whether a document says something, in a field or in an answer to the toolkit's question."""

from __future__ import annotations

from functools import cache

from trueline.document import Document, Element, Part
from trueline.document.field_spec import field_specs
from trueline.document.fields import extra, is_empty

SETTLED = frozenset(["addressed", "partly", "not-relevant"])


def is_missing(document: Document, element: Part, field: str) -> bool:
    """True where a field of an element is empty and its question is not answered either.

    The question is the one that the field declares with `asks`. An answer of “not relevant” counts
    as given: whether it gives a reason is for another rule.
    """
    if not is_empty(getattr(element, field)):
        return False
    question = field_specs(type(element))[field].asks
    item = element.key_value if isinstance(element, Element) and element.is_asked else None
    return not (question and answered(document, question, item))


def answered(document: Document, question: str, item: str | None = None) -> bool:
    """Whether a question has an answer that settles it: addressed, partly, or not relevant."""
    answer = document.answer(question, item)
    return answer is not None and answer.stance in SETTLED


def fills(part: Part, question: str) -> bool:
    """Whether a field of a part says what a question asks."""
    return any(not is_empty(getattr(part, name)) for name in asking(type(part), question))


@cache
def asking(model: type[Part], question: str) -> tuple[str, ...]:
    """The fields of a model that a question asks for."""
    fields = model.model_fields.items()
    return tuple(name for name, field in fields if extra(field, "asks") == question)
