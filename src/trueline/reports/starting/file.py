"""The text of a starting file."""

from __future__ import annotations

import json
import re
from collections.abc import Container, Iterable, Iterator
from typing import Any

from trueline.document import Kind
from trueline.document.field_spec import field_specs
from trueline.document.fields import Element, Money, Part, extra
from trueline.files.annotations import models_in
from trueline.files.yaml_text import plain_value
from trueline.language import gettext, gettext_noop
from trueline.reports.starting.beginning import Values, beginning_of
from trueline.reports.starting.help import (
    WIDTH,
    comment,
    field_help,
    question_heading,
    question_lines,
)
from trueline.toolkit import Question, Toolkit

COMMANDS = {
    "trueline review FILE": gettext_noop("what to look at again"),
    "trueline explain RULE": gettext_noop("what stands behind a note"),
    "trueline toolkit search WORDS": gettext_noop("what is known about something"),
}
_SIGNS = re.compile(r"^[^\w]|: |:$| #|\n")
"""Signs that mean something to YAML in a text that stands without quotes."""
HELP = gettext_noop(
    "Lines that begin with # are help; delete them as you like. A short text stands on the line of"
    " its name. After >- a text begins on the next line, two spaces further in than the name, and"
    " can be as long as you want. Copy a whole block, from its dash on, to add another of its sort,"
    " and give it an id of its own: the id is what other parts of the design call it by."
)


def starting_file(
    kind: Kind[Any],
    toolkit: Toolkit,
    *,
    items: Iterable[str] = (),
    schema: str = "",
    values: Values | None = None,
) -> str:
    """A document to fill in, as YAML, with the toolkit's questions.

    `items` are the kinds of what its questions are asked of, such as the activities of a design.
    `values` are what it holds, where that is not what the kind begins with. `schema` is where an editor finds the JSON Schema: a path as seen from the file, or a URL.
    """
    chosen = list(dict.fromkeys(items))
    hint = [f"# yaml-language-server: $schema={schema}"] if schema else []
    lines = _Writer(kind, toolkit, chosen, values).lines()
    return "\n".join([*hint, *_head(beginning_of(kind).first), *lines]) + "\n"


def _head(first: str) -> Iterator[str]:
    yield from comment(gettext(first), 0)
    yield "#"
    for command, use in COMMANDS.items():
        yield f"#     {command:<29}  {gettext(use)}"
    yield "#"
    yield from comment(gettext(HELP), 0)
    yield ""


class _Writer:
    """Remembers what has been explained already: the help stands above the first of each sort."""

    def __init__(
        self, kind: Kind[Any], toolkit: Toolkit, items: list[str], values: Values | None
    ) -> None:
        beginning = beginning_of(kind)
        self.kind, self.model = kind, kind.model
        self.toolkit = toolkit
        self.values = beginning.values(items, toolkit) if values is None else values
        self.examples, self.brief = beginning.examples, beginning.brief
        self.items = items
        self.explained: set[object] = set()

    def lines(self) -> Iterator[str]:
        in_block = False
        if self.model.tells_kind:
            yield f"kind: {self.kind.name}"
        for name, info in self.model.model_fields.items():
            is_block = any(model is not Money for model in models_in(info.annotation))
            if is_block:
                yield from ("", f"# {'-' * (WIDTH - 2)}")
            elif in_block:
                yield ""
            in_block = is_block
            yield from self.field(self.model, name, self.values, 0)

    def field(self, model: type[Part], name: str, values: Values, indent: int) -> Iterator[str]:
        """A field with the help above it."""
        info = model.model_fields[name]
        yield from self.help(model, name, indent)
        inner = next(models_in(info.annotation), None)
        head = f"{' ' * indent}{name}:"
        if name == "answers" and model is self.model:
            yield head
            yield from self.answers(indent + 2)
        elif name in self.examples and inner and name not in values:
            yield head
            example = self.element(inner, self.examples[name], indent + 2)
            yield from (f"{line[:indent]}# {line[indent:]}" for line in example)
        elif isinstance(value := values.get(name), list) and inner and issubclass(inner, Part):
            yield head
            brief = self.brief.get(name)
            for number, item in enumerate(value):
                only = {*brief, *item} if brief and number else None
                yield from self.element(_branch(model, name, item), item, indent + 2, only)
        elif isinstance(value, dict) and inner and issubclass(inner, Part):
            yield head
            for inner_name in inner.model_fields:
                yield from self.field(inner, inner_name, value, indent + 2)
        else:
            yield head + _scalar(value, long=bool(extra(info, "long")))

    def help(self, model: type[Part], name: str, indent: int) -> Iterator[str]:
        """The help of a field, at its first occurrence only."""
        spec = field_specs(model)[name]
        mark = (spec.title, spec.help)
        if mark in self.explained:
            return
        self.explained.add(mark)
        yield from comment(field_help(spec), indent)
        if spec.asks and spec.asks not in self.explained:
            self.explained.add(spec.asks)
            yield from comment(question_heading(self.toolkit, spec.asks), indent)

    def element(
        self, model: type[Any], values: Values, indent: int, only: Container[str] | None = None
    ) -> Iterator[str]:
        """An element of a list: its fields, or `only` some, the first of them behind the dash."""
        first, *rest = (name for name in model.model_fields if only is None or name in only)
        yield from self.help(model, first, indent)
        yield f"{' ' * indent}- {first}:{_scalar(values.get(first))}"
        for name in rest:
            yield from self.field(model, name, values, indent + 2)

    def answers(self, indent: int) -> Iterator[str]:
        """An answer to fill in for each question that no field above asks."""
        for sort in (self.kind.asks, *self.items):
            item = None if sort == self.kind.asks else f"{sort}-1"
            for question in self.toolkit.questions(applies=sort):
                if question.id not in self.explained:
                    yield from self.answer(question, item, indent)

    def answer(self, question: Question, item: str | None, indent: int) -> Iterator[str]:
        yield ""
        yield from question_lines(question, indent)
        yield f"{' ' * indent}- question: {question.id}"
        document: type[Part] = self.model
        model: type[Element] = field_specs(document)["answers"].base
        within = (model.key_within,) if item is not None else ()
        for name in (*within, "stance", "text"):
            yield from self.field(model, name, dict.fromkeys(within, item), indent + 2)


def _branch(holder: type[Part], name: str, item: Values) -> type[Any]:
    """The model of an element: in a list of several kinds, that of its own."""
    spec = field_specs(holder)[name]
    return spec.kinds[item["kind"]] if spec.kinds else spec.base


def _scalar(value: Any, *, long: bool = False) -> str:
    if value is None:
        return " >-" if long else ""
    if isinstance(value, list):
        return f" [{', '.join(map(str, value))}]"
    if isinstance(value, bool):
        return f" {str(value).lower()}"
    return f" {json.dumps(value, ensure_ascii=False)}" if _needs_quotes(value) else f" {value}"


def _needs_quotes(value: Any) -> bool:
    """Whether YAML would read a text otherwise than it is meant."""
    if not isinstance(value, str):
        return False
    return value != plain_value(value) or bool(_SIGNS.search(value))
