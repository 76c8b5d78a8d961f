"""Places each box of the theory of change: bands from left to right, few crossings.

Activities, outputs, outcomes and impact are bands. A band has as many columns as its longest chain
of links needs. A link that passes a column holds a slot of its own there, a `Waypoint`, so that no
link runs behind a box.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from trueline.design import Design
from trueline.language.terms import LEVELS
from trueline.reports.design.diagram.columns import BANDS, bands_of, columns_of
from trueline.reports.design.diagram.ordering import Chain, Item, Ordered, ordered
from trueline.reports.design.diagram.settling import settled
from trueline.reports.layout.svg_text import wrapped

WIDTH, LINE, PAD, TOP, SIZE = 168.0, 14.0, 9.0, 34.0, 11.5
GAP, GAP_PER_LINK, WIDEST_GAP, EDGE = 48.0, 5.0, 126.0, 26.0
GAP_Y, SLOT = 14.0, 9.0
MOST_LINES = 6


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

    @property
    def middle(self) -> float:
        """Halfway down."""
        return self.y + self.height / 2

    @property
    def is_cut(self) -> bool:
        """Whether its lines hold less than the whole text."""
        return "".join("".join(self.lines).split()) != "".join(self.text.split())


@dataclass(frozen=True)
class Waypoint:
    """The height at which a link passes a column, whose left edge is `x`."""

    x: float
    y: float


@dataclass(frozen=True)
class Band:
    """A level: its title and the columns it covers, in points."""

    title: str
    x: float
    width: float


@dataclass(frozen=True)
class Placed:
    """A theory of change with every place settled. `height` does not count the legend.

    `ways` holds, by the id of a link, the slots that it passes on its way, in its own direction.
    """

    boxes: dict[str, Box]
    bands: tuple[Band, ...]
    ways: dict[str, tuple[Waypoint, ...]]
    width: float
    height: float


def placed(design: Design) -> Placed:
    """Settle the place of every activity and result, and of every link that passes others."""
    bands = bands_of(design)
    columns = columns_of(design, bands)
    order = ordered(design, columns)
    texts = _texts(design)
    lines = {
        node: wrapped(text, WIDTH - 2 * PAD, SIZE, MOST_LINES) for node, (_, text) in texts.items()
    }
    heights = {node: 2 * PAD + LINE * len(lines[node]) for node in texts}
    tops = settled(order, heights, gap=GAP_Y, slot=SLOT)
    lefts = _lefts(order)
    boxes = {
        node: Box(
            node,
            texts[node][0],
            bands[node],
            lefts[column],
            tops[node] + TOP,
            heights[node],
            lines[node],
            texts[node][1],
        )
        for node, column in columns.items()
    }
    ways = {chain.link: _way(chain, order, tops, lefts) for chain in order.chains}
    lowest = [box.y + box.height for box in boxes.values()]
    lowest += [point.y + SLOT / 2 for way in ways.values() for point in way]
    width = lefts[-1] + WIDTH + EDGE if lefts else 0.0
    return Placed(
        boxes,
        _band_places(bands, columns, lefts, width),
        ways,
        width,
        max(lowest, default=TOP) + GAP_Y,
    )


def _texts(design: Design) -> dict[str, tuple[str, str]]:
    activities = {a.id: (f"activities[{a.id}]", a.name) for a in design.activities}
    return activities | {r.id: (f"results[{r.id}]", r.name) for r in design.results}


def _way(
    chain: Chain, order: Ordered, tops: dict[Item, float], lefts: list[float]
) -> tuple[Waypoint, ...]:
    slots = [Waypoint(lefts[order.columns[i]], tops[i] + TOP + SLOT / 2) for i in chain.items]
    return tuple(slots)


def _lefts(order: Ordered) -> list[float]:
    """The left edge of each column; a gap is the wider, the more links cross it."""
    crossing = Counter(gap for chain in order.chains for gap in chain.gaps)
    lefts: list[float] = []
    x = EDGE
    for column in range(len(order.stacks)):
        lefts.append(x)
        x += WIDTH + min(GAP + GAP_PER_LINK * crossing[column], WIDEST_GAP)
    return lefts


def _band_places(
    bands: dict[str, str], columns: dict[str, int], lefts: list[float], width: float
) -> tuple[Band, ...]:
    """Each band from halfway in the gap before its first column to the next band."""
    firsts: list[tuple[str, float]] = []
    for band in BANDS:
        used = [columns[node] for node in bands if bands[node] == band]
        if used:
            first = min(used)
            before = lefts[first - 1] + WIDTH if first else lefts[0] - 2 * EDGE
            firsts.append((band, (before + lefts[first]) / 2))
    ends = [*(x for _, x in firsts[1:]), width][: len(firsts)]
    return tuple(
        Band(LEVELS.label(band), x, end - x) for (band, x), end in zip(firsts, ends, strict=True)
    )
