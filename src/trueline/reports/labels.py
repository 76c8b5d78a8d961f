"""Places of a document in words: what a reader calls what a finding, comment or change is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from trueline.document import (
    Answer,
    Document,
    Element,
    Part,
    format_address,
    kind_of,
    parse_address,
)
from trueline.document.address import Step, position_of
from trueline.document.field_spec import field_specs
from trueline.language import gettext, quoted, shortened
from trueline.reports.values import name_of
from trueline.toolkit import Question, Toolkit

NEIGHBOUR = 50
"""Letters of the names of what a link leads from and to."""


@dataclass(frozen=True)
class FindingPlace:
    """The place of a finding.

    `group` is the address of the element that a reader would turn to, `title` its name in words,
    `inside` names what is meant within it, and `order` sorts groups as the document does.
    """

    group: str
    title: str
    inside: str
    order: tuple[int, int]


@dataclass(frozen=True)
class PlaceLabel:
    """A place in words. `exists`: whether the whole of its address leads somewhere."""

    text: str
    exists: bool


def place_of(document: Document, address: str, toolkit: Toolkit) -> FindingPlace:
    """The place in words of an address; of one that leads nowhere, as far as it leads."""
    steps = parse_address(address)
    labels = [label for label, exists in _labels(document, steps, toolkit)]
    if not labels:
        return FindingPlace("", whole(document), address, (-1, -1))
    return FindingPlace(
        format_address(steps[:1]), labels[0], ", ".join(labels[1:]), _order(document, steps)
    )


def place_label(document: Document, address: str, toolkit: Toolkit) -> PlaceLabel:
    """The reader's name of the place at an address; as far as it leads, where something is gone."""
    try:
        steps = parse_address(address)
    except ValueError:
        return PlaceLabel(gettext("Somewhere else"), False)
    places = list(_labels(document, steps, toolkit))
    text = ", ".join(label for label, exists in places) or whole(document)
    return PlaceLabel(text, len(places) == len(steps) and all(exists for _, exists in places))


def _labels(
    document: Document, steps: tuple[Step, ...], toolkit: Toolkit
) -> Iterator[tuple[str, bool]]:
    """The label of what each step leads to, and whether it is there, until one that is not."""
    part: Any = document
    for step in steps:
        name = step if isinstance(step, str) else step[0]
        if not isinstance(part, Part) or name not in type(part).model_fields:
            return
        title = field_specs(type(part))[name].label
        holder, part = part, getattr(part, name)
        if isinstance(step, tuple):
            position = position_of(holder, name, step[1])
            if position is None:
                yield title, False
                return
            part = part[position]
            title = element_label(document, part, toolkit)
        yield title, True


def _order(document: Document, steps: tuple[Step, ...]) -> tuple[int, int]:
    step = steps[0]
    name = step if isinstance(step, str) else step[0]
    at = position_of(document, name, step[1]) if isinstance(step, tuple) else None
    return list(type(document).model_fields).index(name), -1 if at is None else at


def whole(document: Document) -> str:
    """The name of the document where no place in it is meant."""
    return gettext(kind_of(document).labels.whole)


def element_label(document: Document, element: Element, toolkit: Toolkit) -> str:
    """The sort of an element, and its name."""
    if element.joins:
        cause, effect = (_neighbour(document, element, name) for name in element.joins)
        return gettext("Link from “{cause}” to “{effect}”", cause=cause, effect=effect)
    if isinstance(element, Answer):
        question = toolkit.get(element.question)
        title = question.title if isinstance(question, Question) else element.question
        return gettext("Answer on “{question}”", question=shortened(title))
    if not element.is_named:
        return element.name
    name = shortened(name_of(element, toolkit))
    return gettext("{noun} “{name}”", noun=element.sort, name=name)


def element_name(document: Document, element: Element, toolkit: Toolkit) -> str:
    """The label of an element by itself; that of a link names what it leads from and to."""
    if not element.joins:
        return name_of(element, toolkit)
    cause, effect = (quoted(_neighbour(document, element, name)) for name in element.joins)
    return gettext("{cause} leads to {effect}", cause=cause, effect=effect)


def _neighbour(document: Document, element: Element, field: str) -> str:
    """A field's reference in a few words; or that it is gone."""
    id = str(getattr(element, field))
    for name in field_specs(type(element))[field].refers:
        if other := document.elements_by_key.get((name, id)):
            return shortened(other.name, NEIGHBOUR)
    return gettext("no longer there")
