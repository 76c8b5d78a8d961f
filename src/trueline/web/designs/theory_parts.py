"""A large theory of change as a page shows it: by level, by words, and around the box that is chosen."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.http import QueryDict

from trueline.design import Activity, Design, Result
from trueline.reports.design.diagram import levels
from trueline.reports.design.diagram.columns import bands_of
from trueline.reports.design.diagram.parts import LevelSummary

ON_A_PAGE = 50


@dataclass(frozen=True)
class Box:
    """An activity or result in the list: its address, and how many links lead to it and from it."""

    id: str
    address: str
    name: str
    level: str
    causes: int
    effects: int

    @property
    def is_result(self) -> bool:
        """Whether something can lead to it."""
        return self.address.startswith("results[")


@dataclass(frozen=True)
class BoxList:
    """A page of the boxes that somebody looks for, by level and words of their names.

    `others` is what stands in the address of another page before its number.
    """

    level: str
    words: str
    levels: tuple[LevelSummary, ...]
    page: Page[Box]
    others: str


def box_list(design: Design, query: QueryDict) -> BoxList:
    """The boxes that the address asks for; without a question those of the first level."""
    design_levels = levels(design)
    names = [level.name for level in design_levels]
    words = query.get("q", "").strip()[:200]
    level = query.get("level", "")
    if level not in names:
        joins = "from" in query  # only results can be led to
        level = "" if words else next((n for n in names if n != "activity" or not joins), "")
    bands = bands_of(design)
    boxes = [
        each
        for each in (*design.activities, *design.results)
        if (not level or bands[each.id] == level) and _holds(each.name, words)
    ]
    page = Paginator(boxes, ON_A_PAGE).get_page(query.get("page"))
    titles = {each.name: each.title for each in design_levels}
    page.object_list = [_box(design, each, titles[bands[each.id]]) for each in page.object_list]
    filters = {"level": level, "q": words, "from": query.get("from", "")}
    others = urlencode({name: value for name, value in filters.items() if value})
    return BoxList(level, words, design_levels, page, f"{others}&page=")


def _holds(name: str, words: str) -> bool:
    return all(word in name.casefold() for word in words.casefold().split())


def _box(design: Design, node: Activity | Result, level: str) -> Box:
    theory = design.theory
    sort = "results" if isinstance(node, Result) else "activities"
    return Box(
        node.id,
        f"{sort}[{node.id}]",
        node.name,
        level,
        len(theory.into[node.id]),
        len(theory.out_of[node.id]),
    )
