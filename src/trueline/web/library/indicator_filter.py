"""Choosing among the indicators of the toolkit. A choice is a query string, so it can be shared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from trueline.toolkit import Category, Indicator, Section, Toolkit, search

NAMES = ("section", "level", "measures", "measure", "category", "words")
LONGEST = 200


@dataclass(frozen=True)
class Chosen:
    """A visitor's choices; "" stands for anything."""

    section: str = ""
    level: str = ""
    measures: str = ""
    measure: str = ""
    category: str = ""
    words: str = ""

    @property
    def query(self) -> str:
        """The query string that leads here again."""
        return urlencode({name: value for name in NAMES if (value := getattr(self, name))})

    def __bool__(self) -> bool:
        return any(getattr(self, name) for name in NAMES)


@dataclass(frozen=True)
class CategoryMatch:
    """A category and those of its indicators that were found."""

    section: Section
    category: Category
    indicators: tuple[Indicator, ...]


def chosen_from(values: Mapping[str, str]) -> Chosen:
    """A choice from a query string."""
    return Chosen(**{name: values.get(name, "").strip()[:LONGEST] for name in NAMES})


def matching_groups(toolkit: Toolkit, chosen: Chosen) -> list[CategoryMatch]:
    """The indicators that fit a choice, by category, in the order of the toolkit."""
    wanted = _speaking_of(toolkit, chosen.words)
    groups = (
        _group(toolkit, category, chosen, wanted) for category in _categories(toolkit, chosen)
    )
    return [group for group in groups if group.indicators]


def _categories(toolkit: Toolkit, chosen: Chosen) -> Iterator[Category]:
    for category in toolkit.categories(chosen.section or None):
        fits = (
            chosen.level in ("", category.level)
            and chosen.measures in ("", category.measures)
            and chosen.category in ("", category.id)
        )
        if fits:
            yield category


def _group(
    toolkit: Toolkit, category: Category, chosen: Chosen, wanted: frozenset[str] | None
) -> CategoryMatch:
    return CategoryMatch(
        section=toolkit.section(toolkit.node(category.id).section_id or ""),
        category=category,
        indicators=tuple(
            indicator
            for indicator in toolkit.indicators(category=category.id)
            if chosen.measure in ("", indicator.measure)
            and (wanted is None or indicator.id in wanted)
        ),
    )


def _speaking_of(toolkit: Toolkit, words: str) -> frozenset[str] | None:
    """Ids of the indicators in which the words are found; None where none are asked for."""
    if not words:
        return None
    hits = search(toolkit, words, kind="indicator", limit=1000)
    return frozenset(hit.node.id for hit in hits)
