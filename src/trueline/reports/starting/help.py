"""What stands above a field in a starting file, read off the field's declaration."""

from __future__ import annotations

import textwrap
import typing
from collections.abc import Iterator
from datetime import date
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from trueline.document.fields import Element, Money, extra
from trueline.files.validation import models_in
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


def field_help(info: FieldInfo) -> str:
    """The field's title and help, and what can stand in it."""
    lead = f"{gettext(info.title or '')}: {gettext(info.description or '')}"
    return " ".join([lead, *_form(info)])


def _form(info: FieldInfo) -> Iterator[str]:
    words = words_of(info)
    if len(words) > 1:
        yield gettext("One of: {words}.", words=", ".join(words))
    inner = set(_types(info.annotation))
    if bool in inner:
        yield gettext("Write true or false.")
    if date in inner and not any(issubclass(m, Element) for m in models_in(info.annotation)):
        yield gettext("Such as 2027-03-31.")
    if Money in inner:
        yield gettext("Such as {amount: 120000, currency: EUR}.")
    if lists := extra(info, "refers"):
        named = joined([name.replace("_", " ") for name in str(lists).split()], "or")
        yield (
            gettext("By id, from {lists}: [one, another].", lists=named)
            if is_list(info)
            else gettext("By id, from {lists}.", lists=named)
        )
    elif is_list(info) and not any(models_in(info.annotation)):
        yield gettext("A list: [6, 12].") if int in inner else gettext("A list: [one, another].")
    if name := extra(info, "words"):
        yield gettext("`trueline toolkit show {name}` explains the words.", name=name)


def words_of(info: FieldInfo) -> tuple[str, ...]:
    """The words that a field chooses from, or nothing where it takes any text."""
    return tuple(word for word in _words(info.annotation) if isinstance(word, str))


def _words(annotation: Any) -> Iterator[Any]:
    if typing.get_origin(annotation) is typing.Literal:
        yield from typing.get_args(annotation)
        return
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return
    for inner in typing.get_args(annotation):
        yield from _words(inner)


def _types(annotation: Any) -> Iterator[type]:
    if isinstance(annotation, type):
        yield annotation
    for inner in typing.get_args(annotation):
        yield from _types(inner)


def is_list(info: FieldInfo) -> bool:
    """Whether the field holds several values."""
    return typing.get_origin(info.annotation) is tuple


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
