"""Prints what the toolkit holds in the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from trueline.cli.toolkit_facts import category_facts, indicator_facts
from trueline.language import gettext
from trueline.language.terms import DIRECTION, ENTRY, REMEDY
from trueline.toolkit import (
    Category,
    Evidence,
    Figure,
    Guide,
    Indicator,
    Lesson,
    Node,
    Point,
    Question,
    Quotation,
    Resource,
    Section,
    Term,
    Toolkit,
    Topic,
    Vocabulary,
)
from trueline.toolkit.notes import notes_of
from trueline.toolkit.packfile import About
from trueline.toolkit.texts import Passage
from trueline.toolkit.wording import quoted, quoted_from, title_of, work_line


def print_node(out: Console, toolkit: Toolkit, node: Node) -> None:
    """One thing with everything it says and links to."""
    place = [ENTRY.within(node.kind), node.id]
    if node.ref:
        place.append(
            gettext("own entry") if node.ref == "own" else gettext("ref {ref}", ref=node.ref)
        )
    if toolkit.is_own(node.id):
        place.append(next(pack.name for pack in toolkit.packs if pack.id == node.pack))
    out.print(Text(title_of(node), style="bold"))
    out.print(Text(" · ".join(place), style="dim"))
    out.print()
    out.print(Padding(Group(*_body(toolkit, node)), (0, 0, 0, 2), expand=False))
    for heading, ids in _links(toolkit, node):
        out.print(Text(heading, style="bold"))
        for id in ids:
            out.print(
                Padding(
                    Text(f"{id}  ").append(title_of(toolkit.node(id)), "dim"),
                    (0, 0, 0, 2),
                    expand=False,
                )
            )
    out.print()


def _body(toolkit: Toolkit, node: Node) -> Iterator[RenderableType]:
    item = node.item
    match item:
        case Section():
            yield from _section(toolkit, item)
        case Lesson():
            yield from _paragraphs(item.statement)
            yield from _points(item.points)
            yield from _fields(
                (gettext("It reports (ours)"), DIRECTION.label(item.direction)),
                (gettext("What follows (ours)"), item.follows),
            )
        case Question():
            yield from _question(item)
        case Category():
            yield from _fields(*category_facts(item))
            yield from _listed(gettext("Indicators"), (i.statement for i in item.indicators))
        case Indicator():
            yield from _paragraphs(item.statement)
            yield from _fields(*indicator_facts(toolkit, item, toolkit.category_of(item.id)))
        case About():
            yield from _paragraphs(item.subtitle)
            yield from _listed(gettext("Agencies and partners"), (*item.members, *item.partners))
            for passage in (*item.purpose, *item.audience, *item.use):
                yield from _passage(toolkit, passage)
            yield from _paragraphs(*item.limits)
            yield from _listed(
                gettext("Consequences"), (f"{c.label}: {c.text}" for c in item.consequences)
            )
        case Figure():
            yield from _paragraphs(f"{item.value}: {item.statement}")
        case Point() | Topic():
            yield from _paragraphs(getattr(item, "text", ""))
        case Evidence():
            yield from _paragraphs(item.note)
            yield from _listed(gettext("Works"), (work_line(work) for work in item.works))
        case Guide():
            yield from _paragraphs(item.text)
            yield from _points(item.points)
            yield from _listed(gettext("Works"), (work_line(work) for work in item.works))
        case Resource():
            yield from _paragraphs(work_line(item.work))
            yield from _fields(
                (gettext("Open it for (ours)"), item.use),
                (gettext("Today or archived (ours)"), item.today),
            )
        case Vocabulary():
            yield from _paragraphs(item.about)
            yield from _listed(
                gettext("Terms"), (f"{term.id}: {term.label}" for term in item.terms)
            )
        case Term():
            yield from _paragraphs(item.label, item.definition)
    for quotation in getattr(item, "quotations", ()):
        yield from _quotation(quotation)
    if note := getattr(item, "uncertain", None):
        yield from _fields((gettext("Uncertain in the source"), note))


def _section(toolkit: Toolkit, section: Section) -> Iterator[RenderableType]:
    yield from _paragraphs(section.rationale)
    for passage in section.introduction:
        yield from _passage(toolkit, passage)
    yield from _listed(gettext("Goals"), (goal.text for goal in section.goals))
    yield from _listed(gettext("Examples"), (f"({e.letter}) {e.text}" for e in section.examples))
    yield from _listed(gettext("Figures"), (f"{f.value}: {f.statement}" for f in section.figures))
    yield from _listed(gettext("Lessons"), _with_ids(toolkit.lessons(section.id)))
    yield from _listed(gettext("Questions"), _with_ids(toolkit.questions(section.id)))
    yield from _listed(gettext("Indicator categories"), _with_ids(toolkit.categories(section.id)))


def _with_ids(items: Iterable[Any]) -> Iterator[str]:
    return (f"{item.id}  {item.title}" for item in items)


def _question(question: Question) -> Iterator[RenderableType]:
    yield from _paragraphs(question.text)
    yield from _points(question.points)
    yield from _fields(
        (gettext("Why it matters (ours)"), question.why),
        (gettext("A good answer (ours)"), question.good_answer),
    )
    yield Text(gettext("If the answer is ... (ours)"), style="bold")
    for response in question.responses:
        line = Text(gettext("“{text}”", text=response.answer) + " ", style="italic")
        line.append(f"{REMEDY.label(response.remedy)}: ", style="bold not italic")
        line.append(response.step, style="not italic")
        yield Padding(line, (0, 0, 0, 2), expand=False)
    yield Text()


def _passage(toolkit: Toolkit, passage: Passage) -> Iterator[RenderableType]:
    """A passage with the places of its notes, and what we add to it."""
    places = [note.ref for note in toolkit.evidence if note.id in passage.evidence]
    notes = f" [{', '.join(places)}]" if places else ""
    added = f" ({gettext('Ours: {text}', text=passage.added)})" if passage.added else ""
    yield from _paragraphs(f"{passage.text}{notes}{added}")


def _quotation(quotation: Quotation) -> Iterator[RenderableType]:
    ours = f" ({gettext('quoted by us')})" if quotation.ours else ""
    yield from _paragraphs(f"{quoted(quotation)} {quoted_from(quotation)}{ours}")


def _paragraphs(*texts: str | None) -> Iterator[RenderableType]:
    for text in texts:
        if text:
            yield Text(text)
            yield Text()


def _points(points: tuple[Point, ...]) -> Iterator[RenderableType]:
    yield from _listed("", (f"{point.id}: {point.text}" for point in points))


def _listed(heading: str, texts: Iterable[str]) -> Iterator[RenderableType]:
    lines = list(texts)
    if not lines:
        return
    if heading:
        yield Text(heading, style="bold")
    grid = Table.grid(padding=(0, 1))
    for line in lines:
        grid.add_row("-", Text(line))
    yield grid
    yield Text()


def _fields(*pairs: tuple[str, str | None]) -> Iterator[RenderableType]:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="bold", max_width=24)
    grid.add_column()
    for name, value in pairs:
        if value:
            grid.add_row(name, Text(value))
    if grid.row_count:
        yield grid
        yield Text()


def _links(toolkit: Toolkit, node: Node) -> Iterator[tuple[str, tuple[str, ...]]]:
    item = node.item
    for heading, name in (
        (gettext("Lessons behind it"), "lessons"),
        (gettext("Questions that test it"), "questions"),
        (gettext("Indicators that would show it"), "indicators"),
        (gettext("Guides (ours)"), "guides"),
    ):
        ids = getattr(item, name, ())
        if ids and isinstance(ids[0], str):
            yield heading, ids
    if notes := notes_of(item):
        yield gettext("Evidence"), notes
    outgoing = set(getattr(item, "lessons", ())) | set(getattr(item, "questions", ()))
    incoming = tuple(n.id for n in toolkit.linked_from(node.id) if n.id not in outgoing)
    if incoming:
        yield gettext("Linked from"), incoming
