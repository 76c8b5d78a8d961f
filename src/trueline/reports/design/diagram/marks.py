"""Numbers of assumptions: each on its link, none on top of another, clear of other links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from trueline.design import Assumption
from trueline.reports.design.diagram.routing import Point, Route
from trueline.reports.layout.svg_text import width_of

HEIGHT, SIZE = 15.0, 9.0
_SHARES = (0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78, 0.14)
_CELL, _SPACING = 9.0, 2.0
_STEPS = 10
_BLOCK = 64.0


@dataclass(frozen=True)
class Mark:
    """The numbers of one link: what is written, what they say, and the middle of the mark."""

    link: str
    label: str
    text: str
    x: float
    y: float
    width: float


def marks_of(
    routes: tuple[Route, ...], numbers: Mapping[str, list[tuple[int, Assumption]]]
) -> dict[str, Mark]:
    """A mark for each link that carries assumptions, by the id of the link."""
    crowd = _crowd(routes)
    placed: dict[str, Mark] = {}
    by_block: dict[tuple[int, int], list[Mark]] = {}
    for route in routes:
        if assumptions := numbers.get(route.link.id):
            mark = _best(route, assumptions, crowd, by_block)
            placed[route.link.id] = mark
            by_block.setdefault(_block(mark), []).append(mark)
    return placed


def _block(mark: Mark) -> tuple[int, int]:
    """A piece of the picture so large that marks which touch stand in it or beside it."""
    return int(mark.x // _BLOCK), int(mark.y // _BLOCK)


def _near(mark: Mark, by_block: dict[tuple[int, int], list[Mark]]) -> Iterator[Mark]:
    column, row = _block(mark)
    for x in (column - 1, column, column + 1):
        for y in (row - 1, row, row + 1):
            yield from by_block.get((x, y), ())


def _crowd(routes: tuple[Route, ...]) -> dict[tuple[int, int], set[str]]:
    """The links that pass each small square of the picture."""
    cells: dict[tuple[int, int], set[str]] = {}
    for route in routes:
        for bend in route.bends:
            for step in range(_STEPS + 1):
                cell = _cell(bend.at(step / _STEPS))
                cells.setdefault(cell, set()).add(route.link.id)
    return cells


def _cell(point: Point) -> tuple[int, int]:
    return int(point[0] // _CELL), int(point[1] // _CELL)


def _best(
    route: Route,
    assumptions: list[tuple[int, Assumption]],
    crowd: dict[tuple[int, int], set[str]],
    others: dict[tuple[int, int], list[Mark]],
) -> Mark:
    first, last = assumptions[0][0], assumptions[-1][0]
    label = str(first) if first == last else f"{first}–{last}"
    lines = "\n".join(f"{number}. {assumption.name}" for number, assumption in assumptions)
    width = max(HEIGHT, width_of(label, SIZE) + 8)
    points = [bend.at(share) for share in _SHARES for bend in reversed(route.bends)]
    marks = [Mark(route.link.id, label, lines, x, y, width) for x, y in points]
    return min(marks, key=lambda mark: _cost(mark, _near(mark, others), crowd))


def _cost(mark: Mark, others: Iterable[Mark], crowd: dict[tuple[int, int], set[str]]) -> float:
    """Marks on top of one another are far worse than a mark on a foreign link."""
    return 100 * sum(_overlap(mark, other) for other in others) + _passing(mark, crowd)


def _overlap(one: Mark, other: Mark) -> float:
    """How much two marks cover one another, from 0 to 1."""
    x = (one.width + other.width) / 2 + _SPACING - abs(one.x - other.x)
    if x <= 0:
        return 0.0
    y = HEIGHT + _SPACING - abs(one.y - other.y)
    return x * y / (one.width * HEIGHT) if y > 0 else 0.0


def _passing(mark: Mark, crowd: dict[tuple[int, int], set[str]]) -> int:
    """How many other links pass where the mark would stand."""
    left, top = _cell((mark.x - mark.width / 2, mark.y - HEIGHT / 2))
    right, bottom = _cell((mark.x + mark.width / 2, mark.y + HEIGHT / 2))
    boxes: set[str] = set()
    for column in range(left, right + 1):
        for row in range(top, bottom + 1):
            boxes |= crowd.get((column, row), set())
    return len(boxes - {mark.link})
