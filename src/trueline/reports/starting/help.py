"""The comment above a field in a starting file, read off the field's declaration."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from datetime import date

from trueline.document.field_spec import FieldSpec
from trueline.document.fields import Money
from trueline.language import gettext, joined
from trueline.toolkit import Question, Toolkit

WIDTH = 78


def comment(text: str, indent: int, hang: int = 0) -> list[str]:
    """A text as lines of a YAML comment."""
    head = " " * indent + "# "
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=head,
        subsequent_indent=head + " " * hang,
        break_long_words=False,
        break_on_hyphens=False,
    )


def field_help(spec: FieldSpec) -> str:
    """The field's title and help, and what can stand in it."""
    lead = f"{gettext(spec.title)}: {gettext(spec.help)}"
    return " ".join([lead, *_form(spec)])


def _form(spec: FieldSpec) -> Iterator[str]:
    if len(spec.choices) > 1:
        yield gettext("One of: {words}.", words=", ".join(spec.choices))
    if spec.base is bool:
        yield gettext("Write true or false.")
    if spec.base is date:
        yield gettext("Such as 2027-03-31.")
    if spec.base is Money:
        yield gettext("Such as {amount: 120000, currency: EUR}.")
    if spec.refers:
        lists = joined([name.replace("_", " ") for name in spec.refers], "or")
        yield (
            gettext("By id, from {lists}: [one, another].", lists=lists)
            if spec.many
            else gettext("By id, from {lists}.", lists=lists)
        )
    elif spec.many and not spec.is_list:
        is_number = issubclass(spec.base, int)
        yield gettext("A list: [6, 12].") if is_number else gettext("A list: [one, another].")
    if spec.words:
        yield gettext("`trueline toolkit show {name}` explains the words.", name=spec.words)


def question_heading(toolkit: Toolkit, id: str) -> str:
    """The place and the title of a question, for a field that answers it."""
    question = toolkit.get(id)
    if not isinstance(question, Question):
        return ""
    return f"{question.ref} {question.title}"


def question_lines(question: Question, indent: int) -> list[str]:
    """A question with its points, as the comment above its answer."""
    lines = comment(f"{question.ref}  {question.title}", indent)
    if question.text.strip() != question.title.strip():
        lines += comment(question.text, indent, hang=2)
    for point in question.points:
        lines += comment(f"- {point.id}: {point.text}", indent, hang=2)
    return lines
