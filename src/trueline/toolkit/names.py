"""Every name that a pack file gives, where it stands, and what it links to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from trueline.toolkit.entries import Category, Entry, Indicator, Lesson, Point, Question
from trueline.toolkit.packfile import PackFile

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
    if content.section:
        section = content.section
        links = _links("evidence", ("evidence",), section.evidence)
        yield Name("section", section.id, ("section",), links=links)
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
    for number, question in enumerate(content.questions):
        yield _question(question, ("questions", number))
        yield from _points(question.id, question.points, ("questions", number))
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
    for number, indicator in enumerate(category.indicators):
        yield _indicator(indicator, (*path, "indicators", number))


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


def _cited(entry: Entry) -> tuple[Link, ...]:
    return _links("evidence", ("evidence",), entry.evidence)


def _links(name: str, kinds: tuple[str, ...], targets: Iterable[str]) -> tuple[Link, ...]:
    return tuple((name, kinds, number, target) for number, target in enumerate(targets))
