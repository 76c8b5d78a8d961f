"""The text of a starting file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from trueline.design import ACTIVITY_KINDS, Answer, Design
from trueline.document.fields import Money, Part, extra
from trueline.files.validation import models_in
from trueline.language import gettext, gettext_noop
from trueline.reports.design.starting.help import (
    WIDTH,
    comment,
    field_help,
    question_heading,
    question_lines,
)
from trueline.reports.design.starting.skeleton import EXAMPLES, Values, skeleton
from trueline.toolkit import Question, Toolkit

FIRST = gettext_noop(
    "A programme design. Write what you know, in any order, and leave the rest empty: a draft always"
    " loads, and the review says what is missing."
)
COMMANDS = {
    "trueline review FILE": gettext_noop("what to look at again"),
    "trueline explain RULE": gettext_noop("what stands behind a note"),
    "trueline toolkit search WORDS": gettext_noop("what is known about something"),
}
HELP = gettext_noop(
    "Lines that begin with # are help; delete them as you like. A short text stands on the line of"
    " its name. After >- a text begins on the next line, two spaces further in than the name, and"
    " can be as long as you want. Copy a whole block, from its dash on, to add another of its sort,"
    " and give it an id of its own: the id is what other parts of the design call it by."
)


def starting_file(kinds: Iterable[str], toolkit: Toolkit, schema: str = "") -> str:
    """A design to fill in, as YAML: with activities of `kinds` and the toolkit's questions.

    `schema` is where an editor finds the JSON Schema: a path as seen from the file, or a URL.
    """
    chosen = list(dict.fromkeys(kinds))
    hint = [f"# yaml-language-server: $schema={schema}"] if schema else []
    lines = _Writer(toolkit, skeleton(chosen or ["other"], toolkit), chosen).lines()
    return "\n".join([*hint, *_head(), *lines]) + "\n"


def _head() -> Iterator[str]:
    yield from comment(gettext(FIRST), 0)
    yield "#"
    for command, use in COMMANDS.items():
        yield f"#     {command:<29}  {gettext(use)}"
    yield "#"
    yield from comment(gettext(HELP), 0)
    yield ""


class _Writer:
    """Remembers what has been explained already: the help stands above the first of each sort."""

    def __init__(self, toolkit: Toolkit, values: Values, kinds: list[str]) -> None:
        self.toolkit = toolkit
        self.values = values
        self.kinds = kinds
        self.explained: set[object] = set()

    def lines(self) -> Iterator[str]:
        in_block = False
        for name, info in Design.model_fields.items():
            is_block = any(model is not Money for model in models_in(info.annotation))
            if is_block:
                yield from ("", f"# {'-' * (WIDTH - 2)}")
            elif in_block:
                yield ""
            in_block = is_block
            yield from self.field(Design, name, self.values, 0)

    def field(self, model: type[Part], name: str, values: Values, indent: int) -> Iterator[str]:
        """A field with the help above it."""
        info = model.model_fields[name]
        yield from self.help(model, name, indent)
        inner = next(models_in(info.annotation), None)
        head = f"{' ' * indent}{name}:"
        if name == "answers" and model is Design:
            yield head
            yield from self.answers(indent + 2)
        elif name in EXAMPLES and inner and name not in values:
            yield head
            example = self.element(inner, EXAMPLES[name], indent + 2)
            yield from (f"{line[:indent]}# {line[indent:]}" for line in example)
        elif isinstance(value := values.get(name), list):
            yield head
            for item in value:
                yield from self.element(_branch(info.annotation, item), item, indent + 2)
        elif isinstance(value, dict) and inner and issubclass(inner, Part):
            yield head
            for inner_name in inner.model_fields:
                yield from self.field(inner, inner_name, value, indent + 2)
        else:
            yield head + _written(value, long=bool(extra(info, "long")))

    def help(self, model: type[Part], name: str, indent: int) -> Iterator[str]:
        """What a field is for, the first time that it is met."""
        info = model.model_fields[name]
        mark = (info.title, info.description)
        if mark in self.explained:
            return
        self.explained.add(mark)
        yield from comment(field_help(info), indent)
        question = extra(info, "asks")
        if question and question not in self.explained:
            self.explained.add(question)
            yield from comment(question_heading(self.toolkit, question), indent)

    def element(self, model: type[Any], values: Values, indent: int) -> Iterator[str]:
        """An element of a list: its fields, the first of them behind the dash."""
        first, *rest = model.model_fields
        yield from self.help(model, first, indent)
        yield f"{' ' * indent}- {first}:{_written(values.get(first))}"
        for name in rest:
            yield from self.field(model, name, values, indent + 2)

    def answers(self, indent: int) -> Iterator[str]:
        """An answer to fill in for each question that no field above asks."""
        for kind in ("programme", *self.kinds):
            activity = None if kind == "programme" else f"{kind}-1"
            for question in self.toolkit.questions(applies=kind):
                if question.id not in self.explained:
                    yield from self.answer(question, activity, indent)

    def answer(self, question: Question, activity: str | None, indent: int) -> Iterator[str]:
        yield ""
        yield from question_lines(question, indent)
        yield f"{' ' * indent}- question: {question.id}"
        shown = ("stance", "text") if activity is None else ("activity", "stance", "text")
        for name in shown:
            yield from self.field(Answer, name, {"activity": activity}, indent + 2)


def _branch(annotation: Any, item: Values) -> type[Any]:
    """The model of an element: of an activity, that of its kind."""
    models = list(models_in(annotation))
    return models[0] if len(models) == 1 else ACTIVITY_KINDS[item["kind"]]


def _written(value: Any, *, long: bool = False) -> str:
    if value is None:
        return " >-" if long else ""
    return f' "{value}"' if isinstance(value, str) and value.isdigit() else f" {value}"
