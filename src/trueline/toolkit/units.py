"""The units that the pack is read by: each says one thing, and is the source's, quoted, or ours.

A unit of the source can be compared with it at its `ref`. What is ours stands in units of its own, so
that nobody looks for it in the source.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from trueline.language.terms import DIRECTION
from trueline.toolkit.entries import (
    Evidence,
    Figure,
    Guide,
    Lesson,
    Question,
    Resource,
    Section,
    Term,
    Topic,
)
from trueline.toolkit.measuring import Category, Indicator
from trueline.toolkit.packfile import About
from trueline.toolkit.texts import Passage, Point, Quotation
from trueline.toolkit.toolkit import Node, Toolkit
from trueline.toolkit.wording import (
    beside_line,
    follow_up,
    proxy_is_ours,
    proxy_of,
    quoted,
    quoted_from,
    work_line,
)

Origin = Literal["source", "quotation", "ours"]


@dataclass(frozen=True)
class Unit:
    """One statement of the pack. `section` is the id of its section, "" outside of them.

    `exception` says where and why it departs from the letter of the source, if it does.
    """

    id: str
    section: str
    ref: str
    kind: str
    origin: Origin
    text: str
    exception: str = ""

    @property
    def digest(self) -> str:
        """Changes with every letter of the text, so that a reading of it is known to be stale."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:12]


def units(toolkit: Toolkit) -> tuple[Unit, ...]:
    """Every unit of the source's own pack, in the order of the source."""
    return tuple(
        unit
        for node in toolkit
        if not toolkit.is_own(node.id)
        for unit in _units(node)
        if unit.text
    )


def _units(node: Node) -> Iterator[Unit]:
    item = node.item
    source, ours = _texts_of(item)
    if source:
        exception = getattr(item, "uncertain", None) or ""
        yield _unit(node, node.id, "source", source, exception)
    for name, text in ours:
        yield _unit(node, f"{node.id}:{name}", "ours", text)
    for name, part in _parts(item):
        yield from _part_units(node, f"{node.id}:{name}", part)


def _unit(node: Node, id: str, origin: Origin, text: str, exception: str = "") -> Unit:
    return Unit(id, node.section_id or "", node.ref or "", node.kind, origin, text, exception)


def _part_units(node: Node, id: str, part: Any) -> Iterator[Unit]:
    match part:
        case Quotation():
            origin: Origin = "ours" if part.ours else "quotation"
            yield _unit(node, id, origin, f"{quoted(part)} {quoted_from(part)}")
        case Passage():
            yield _unit(node, id, "source", part.text)
            yield _unit(node, f"{id}:added", "ours", part.added or "")
        case str():
            yield _unit(node, id, "source", part)
        case _:
            yield _unit(node, id, "source", part.text)


def _parts(item: Any) -> Iterator[tuple[str, Any]]:
    """Texts inside an item that are units of their own, by name and number."""
    names: tuple[str, ...] = ("quotations",)
    if isinstance(item, About):
        names += ("members", "partners", "purpose", "audience", "use", "consequences", "limits")
    if isinstance(item, Section):
        names += ("introduction", "goals", "examples")
    for name in names:
        for number, part in enumerate(getattr(item, name, ()), 1):
            yield f"{name}-{number}", part


def _texts_of(item: Any) -> tuple[str, list[tuple[str, str]]]:
    """The source's words in an item as one text, and our own, text by text."""
    match item:
        case About():
            return _joined(item.title, item.subtitle, item.publisher), [
                ("wording", item.wording or "")
            ]
        case Section():
            return _joined(item.title, item.rationale), [("short", item.short)]
        case Lesson():
            label = f"{item.title} ({DIRECTION.label(item.direction)})"
            return item.statement, [("title", label), ("follows", item.follows)]
        case Question():
            return item.text, list(_around(item))
        case Point():
            return _joined(item.text, *item.examples), []
        case Category():
            return _category(item)
        case Indicator():
            return _indicator(item)
        case Figure():
            return f"{item.value}: {item.statement}", []
        case Evidence():
            return _joined(item.note, *(work_line(work) for work in item.works)), []
        case Topic():
            return item.title, []
        case Resource():
            return _joined(work_line(item.work), *item.topics), [
                ("use", item.use),
                ("address", item.address or ""),
            ]
        case Guide():
            points = [(point.id, point.text) for point in item.points]
            return "", [("text", item.text), *points]
        case Term() if item.definition and not item.ref:
            return "", [("definition", item.definition)]
    return "", []


def _around(question: Question) -> Iterator[tuple[str, str]]:
    yield "title", question.title
    yield "why", question.why
    yield "good-answer", question.good_answer
    for number, one in enumerate(question.responses, 1):
        yield f"response-{number}", f"{one.answer} {one.remedy}: {one.step}"


def _category(item: Category) -> tuple[str, list[tuple[str, str]]]:
    texts = {
        "shows": item.shows,
        "does_not_show": item.does_not_show,
        "follow_up": follow_up(item.follow_up) or "",
        "timing": item.timing or "",
    }
    proxy = ("proxy", proxy_of(item))
    own = [texts[name] for name in texts if name in item.source_gives]
    ours = [(name, text) for name, text in texts.items() if name not in item.source_gives]
    (ours.append(proxy) if proxy_is_ours(item) else own.append(proxy[1]))
    ours.append(("stands_in_note", item.stands_in_note or ""))
    return _joined(item.title, *own), ours


def _indicator(item: Indicator) -> tuple[str, list[tuple[str, str]]]:
    texts = {
        "numerator": item.numerator or "",
        "denominator": item.denominator or "",
        "target": item.target.text if item.target else "",
        "methods": "; ".join(item.methods),
        "follow_up": follow_up(item.follow_up) or "",
        "timing": item.timing or "",
        "caution": item.caution or "",
    }
    own = [text for name, text in texts.items() if name in item.source_gives]
    ours = [(name, text) for name, text in texts.items() if name not in item.source_gives]
    ours += [(one.id, beside_line(one)) for one in item.beside]
    ours += [("caution_added", item.caution_added or ""), ("in_practice", item.in_practice or "")]
    ours.append(("survey", item.survey.text if item.survey else ""))
    return _joined(item.statement, item.name, *own), ours


def _joined(*texts: str | None) -> str:
    return " / ".join(text for text in texts if text)


def places(toolkit: Toolkit) -> tuple[tuple[str, str], ...]:
    """Id and title of each part of the pack that units are counted by: front, sections, notes."""
    sections = ((section.id, f"{section.number} {section.short}") for section in toolkit.sections)
    return (("front", "Front matter"), *sections, ("notes", "Notes and further reading"))


def place_of(unit: Unit) -> str:
    """The part that a unit is counted in; "" for what is ours and stands outside of them."""
    if unit.section:
        return unit.section
    if unit.kind == "about":
        return "front"
    return "notes" if unit.kind in ("evidence", "resource", "topic") else ""
