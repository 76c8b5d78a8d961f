"""Where each box of the theory of change stands: bands from left to right, few crossings.

Activities, outputs, outcomes and impact are bands. A band has as many columns as its longest chain
of links needs. The order within a column comes from igraph's layered layout.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

from trueline.design import Design

BANDS = ("activity", "output", "outcome", "impact")
BAND_TITLES = {"activity": "Activities", "output": "Outputs", "outcome": "Outcomes",
               "impact": "Impact"}  # fmt: skip
WIDTH, GAP_X, GAP_Y, LINE, PAD = 168, 64, 16, 14, 9
TOP = 34
LETTERS, MOST_LINES = 27, 6


@dataclass(frozen=True)
class Box:
    """An activity or result: its place in points, its text in lines, and the whole text."""

    id: str
    address: str
    band: str
    x: float
    y: float
    height: float
    lines: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class Band:
    """A level: its title and the columns it covers, in points."""

    title: str
    x: float
    width: float


@dataclass(frozen=True)
class Placed:
    """A theory of change with every place settled. `height` does not count the legend."""

    boxes: dict[str, Box]
    bands: tuple[Band, ...]
    width: float
    height: float


def placed(design: Design) -> Placed:
    """Settle the place of every activity and result."""
    bands = _bands(design)
    columns = _columns(design, bands)
    order = _order(design, columns)
    boxes: dict[str, Box] = {}
    count = max(columns.values(), default=0) + 1
    stacks = [[node for node in order if columns[node] == column] for column in range(count)]
    texts = _texts(design)
    heights = {node: 2 * PAD + LINE * len(_lines(text)) for node, (_, text) in texts.items()}
    tallest = max((sum(heights[n] + GAP_Y for n in stack) - GAP_Y for stack in stacks if stack),
                  default=0)  # fmt: skip
    for column, stack in enumerate(stacks):
        free = tallest - sum(heights[node] for node in stack)
        gap = free / (len(stack) + 1)
        y = TOP + (gap if len(stack) < 4 else 0)
        step = gap if len(stack) < 4 else free / max(len(stack) - 1, 1)
        for node in stack:
            address, text = texts[node]
            x = column * (WIDTH + GAP_X) + GAP_X / 2
            boxes[node] = Box(node, address, bands[node], x, y, heights[node], _lines(text), text)
            y += heights[node] + max(step, GAP_Y)
    height = max((box.y + box.height for box in boxes.values()), default=TOP) + GAP_Y
    return Placed(boxes, _band_places(bands, columns), count * (WIDTH + GAP_X), height)


def _texts(design: Design) -> dict[str, tuple[str, str]]:
    activities = {a.id: (f"activities[{a.id}]", a.name) for a in design.activities}
    return activities | {r.id: (f"results[{r.id}]", r.name) for r in design.results}


def _lines(text: str) -> tuple[str, ...]:
    lines = textwrap.wrap(text, LETTERS) or [""]
    if len(lines) > MOST_LINES:
        lines = [*lines[: MOST_LINES - 1], lines[MOST_LINES - 1][: LETTERS - 2] + " …"]
    return tuple(lines)


def _bands(design: Design) -> dict[str, str]:
    """The band of each node; a result without a level stands among the outcomes."""
    levels = {result.id: result.level or "outcome" for result in design.results}
    outputs = {node: "output" if level == "activity" else level for node, level in levels.items()}
    return {activity.id: "activity" for activity in design.activities} | outputs


def _columns(design: Design, bands: dict[str, str]) -> dict[str, int]:
    depth = dict.fromkeys(bands, 0)
    inside = [(k.cause, k.effect) for k in design.theory.links if bands[k.cause] == bands[k.effect]]
    for _ in range(len(bands)):  # a circle stops here instead of going on for ever
        changed = False
        for cause, effect in inside:
            if depth[effect] < depth[cause] + 1 <= len(inside) and cause != effect:
                depth[effect], changed = depth[cause] + 1, True
        if not changed:
            break
    first = 0
    columns: dict[str, int] = {}
    for band in BANDS:
        members = [node for node in bands if bands[node] == band]
        used = sorted({depth[node] for node in members})
        columns |= {node: first + used.index(depth[node]) for node in members}
        first += len(used)
    return columns


def _order(design: Design, columns: dict[str, int]) -> list[str]:
    """Nodes from top to bottom within each column."""
    nodes = list(columns)
    if not design.theory.links:
        return nodes
    import igraph

    number = {node: place for place, node in enumerate(nodes)}
    edges = [
        (number[link.cause], number[link.effect])
        for link in design.theory.links
        if columns[link.cause] < columns[link.effect]
    ]
    graph = igraph.Graph(len(nodes), edges, directed=True)
    layout = graph.layout_sugiyama(layers=[columns[node] for node in nodes])
    return sorted(nodes, key=lambda node: (columns[node], layout[number[node]][0]))


def _band_places(bands: dict[str, str], columns: dict[str, int]) -> tuple[Band, ...]:
    found = []
    for band in BANDS:
        used = [columns[node] for node in bands if bands[node] == band]
        if used:
            x = min(used) * (WIDTH + GAP_X)
            width = (max(used) - min(used) + 1) * (WIDTH + GAP_X)
            found.append(Band(BAND_TITLES[band], x, width))
    return tuple(found)
