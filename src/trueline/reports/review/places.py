"""Addresses in words: what a reader calls the place that a finding speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from trueline.document import Answer, Document, Element, Part, format_address, parse_address
from trueline.document.address import Step, position_in
from trueline.document.fields import extra
from trueline.language import gettext
from trueline.toolkit import Question, Term, Toolkit

SHORT = 90


@dataclass(frozen=True)
class Place:
    """Where a finding stands.

    `group` is the address of the element that a reader would turn to, `title` its name in words,
    `inside` names what is meant within it, and `order` sorts groups as the document does.
    """

    group: str
    title: str
    inside: str
    order: tuple[int, int]


def place_of(document: Document, address: str, toolkit: Toolkit) -> Place:
    """The place in words of an address; of one that leads nowhere, as far as it leads."""
    steps = parse_address(address) if address else ()
    if not steps:
        return Place("", whole(), "", (-1, -1))
    names: list[str] = []
    part: Any = document
    order = (-1, -1)
    for number, step in enumerate(steps):
        name = step if isinstance(step, str) else step[0]
        if not isinstance(part, Part) or name not in type(part).model_fields:
            break
        title = part.field_title(name)
        position = list(type(part).model_fields).index(name)
        part = getattr(part, name)
        found = position_in(part, step[1]) if isinstance(step, tuple) else None
        if found is not None:
            part = part[found]
            title = element_name(document, part, toolkit)
        if number == 0:
            order = (position, -1 if found is None else found)
        names.append(title)
    if not names:
        return Place("", whole(), address, order)
    return Place(_first(steps), names[0], ", ".join(names[1:]), order)


def whole() -> str:
    """What stands for the document where no place in it is meant."""
    return gettext("The design as a whole")


def _first(steps: tuple[Step, ...]) -> str:
    return format_address(steps[:1])


def element_name(document: Document, element: Element, toolkit: Toolkit) -> str:
    """What sort of thing it is, and what it is called."""
    if element.joins:
        cause, effect = (called(document, element, name) for name in element.joins)
        return gettext("Link from “{cause}” to “{effect}”", cause=cause, effect=effect)
    if isinstance(element, Answer):
        question = toolkit.get(element.question)
        known = question.title if isinstance(question, Question) else element.question
        return gettext("Answer on “{question}”", question=shortened(known))
    name = shortened(_in_words(element, toolkit))
    return gettext("{noun} “{name}”", noun=element.sort, name=name)


def _in_words(element: Element, toolkit: Toolkit) -> str:
    """Its name; where that is a word from a list of the toolkit, the list's label for it."""
    info = type(element).model_fields.get(element.named)
    words = extra(info, "words") if info else None
    term = toolkit.get(f"{words}.{element.name}") if words else None
    return gettext(term.label) if isinstance(term, Term) else element.name


def called(document: Document, element: Element, field: str) -> str:
    """What a field of an element refers to, in a few words; its id where that is gone."""
    id = str(getattr(element, field))
    lists = str(extra(type(element).model_fields[field], "refers") or "").split()
    for other in (each for name in lists for each in getattr(document, name, ())):
        if other.key_value == id:
            return shortened(other.name, 50)
    return id


def shortened(text: str, length: int = SHORT) -> str:
    """The text on one line, cut at a word where it is long."""
    flat = " ".join(text.split())
    return flat if len(flat) <= length else flat[: length - 1].rsplit(" ", 1)[0] + " …"
