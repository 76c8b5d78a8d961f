"""Every name that a pack file gives, where it stands, and what it links to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pydantic import BaseModel

from trueline.toolkit.entries import Lesson, Question
from trueline.toolkit.measuring import Category, Indicator
from trueline.toolkit.notes import supported_parts
from trueline.toolkit.packfile import PackFile
from trueline.toolkit.texts import Entry, Point

Link = tuple[str, tuple[str, ...], int | None, str]
"""Field, kinds that it may lead to, place in the list, and the name that is linked to."""


@dataclass(frozen=True)
class Name:
    """A named thing. `full`: its id is a dotted one that must be unique in the whole toolkit."""

    kind: str
    id: str
    path: tuple[str | int, ...]
    full: bool = False
    links: tuple[Link, ...] = field(default=())


def names_in(content: PackFile) -> Iterator[Name]:
    """All names of one file, in its order."""
    if content.pack and content.pack.about:
        yield from _parts(content.pack.id, content.pack.about, ("pack", "about"))
    if content.section:
        section = content.section
        links = _links("questions_evidence", ("evidence",), section.questions_evidence)
        yield Name("section", section.id, ("section",), links=links)
        yield from _parts(section.id, section, ("section",))
        for number, figure in enumerate(section.figures):
            yield Name(
                "figure",
                f"{section.id}.{figure.id}",
                ("section", "figures", number),
                links=_links("evidence", ("evidence",), figure.evidence),
            )
    for number, lesson in enumerate(content.lessons):
        yield _lesson(lesson, ("lessons", number))
        yield from _points(lesson.id, lesson.points, ("lessons", number))
        yield from _parts(lesson.id, lesson, ("lessons", number))
    for number, question in enumerate(content.questions):
        yield _question(question, ("questions", number))
        yield from _points(question.id, question.points, ("questions", number))
        yield from _parts(question.id, question, ("questions", number))
    for number, category in enumerate(content.categories):
        yield from _category(category, ("categories", number))
    for number, added in enumerate(content.indicators):
        path = ("indicators", number, "indicator")
        yield _indicator(added.indicator, path)
        yield Name(
            "addition",
            added.indicator.id,
            ("indicators", number),
            links=(("category", ("category",), None, added.category),),
        )
    yield from _lists(content)


def _lists(content: PackFile) -> Iterator[Name]:
    for number, item in enumerate(content.evidence):
        yield Name("evidence", item.id, ("evidence", number))
        yield from _parts(item.id, item, ("evidence", number))
    for number, guide in enumerate(content.guides):
        yield Name("guide", guide.id, ("guides", number))
    for number, topic in enumerate(content.topics):
        yield Name("topic", topic.id, ("topics", number))
    for number, resource in enumerate(content.resources):
        links = _links("topics", ("topic",), resource.topics)
        yield Name("resource", resource.id, ("resources", number), links=links)
    for number, words in enumerate(content.vocabulary):
        yield Name("vocabulary", words.id, ("vocabulary", number))
        for at, term in enumerate(words.terms):
            yield Name("term", f"{words.id}.{term.id}", ("vocabulary", number, "terms", at))


def _lesson(lesson: Lesson, path: tuple[str | int, ...]) -> Name:
    links = (
        *_cited(lesson),
        *_links("questions", ("question",), lesson.questions),
        *_links("indicators", ("indicator", "category"), lesson.indicators),
    )
    return Name("lesson", lesson.id, path, True, links)


def _question(question: Question, path: tuple[str | int, ...]) -> Name:
    links = (
        *_cited(question),
        *_links("lessons", ("lesson",), question.lessons),
        *_links("indicators", ("indicator", "category"), question.indicators),
    )
    return Name("question", question.id, path, True, links)


def _category(category: Category, path: tuple[str | int, ...]) -> Iterator[Name]:
    yield Name("category", category.id, path, True, tuple(_cited(category)))
    yield from _parts(category.id, category, path)
    for number, indicator in enumerate(category.indicators):
        yield _indicator(indicator, (*path, "indicators", number))
        yield from _parts(indicator.id, indicator, (*path, "indicators", number))


def _indicator(indicator: Indicator, path: tuple[str | int, ...]) -> Name:
    lists = _links("disaggregation", ("vocabulary",), indicator.disaggregation)
    return Name("indicator", indicator.id, path, True, (*_cited(indicator), *lists))


def _points(parent: str, points: Iterable[Point], path: tuple[str | int, ...]) -> Iterator[Name]:
    for number, point in enumerate(points):
        yield Name(
            "point",
            f"{parent}.{point.id}",
            (*path, "points", number),
            True,
            _links("evidence", ("evidence",), point.evidence),
        )


def _parts(holder: str, item: BaseModel, path: tuple[str | int, ...]) -> Iterator[Name]:
    """Passages, quotations and the like that carry notes of their own."""
    for inner, part in supported_parts(item):
        name = getattr(part, "id", None) or inner[-1]
        yield Name(
            "part",
            f"{holder} {inner[0]} {name}",
            (*path, *inner),
            links=_links("evidence", ("evidence",), part.evidence),
        )


def _cited(entry: Entry) -> tuple[Link, ...]:
    return (
        *_links("evidence", ("evidence",), entry.evidence),
        *_links("guides", ("guide",), entry.guides),
    )


def _links(name: str, kinds: tuple[str, ...], targets: Iterable[str]) -> tuple[Link, ...]:
    return tuple((name, kinds, number, target) for number, target in enumerate(targets))
