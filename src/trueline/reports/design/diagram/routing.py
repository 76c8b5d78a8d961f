"""The way of each link from box to box, and a place on it for its number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from trueline.design import Design, Link
from trueline.reports.design.diagram.placing import WIDTH, Placed, Waypoint
from trueline.reports.layout.svg_text import short

Point = tuple[float, float]
_LOOP, _ROOM = 30.0, 2.0


@dataclass(frozen=True)
class Bend:
    """A cubic curve from its first to its last point."""

    points: tuple[Point, Point, Point, Point]

    def at(self, share: float) -> Point:
        """The point at a share of the way."""
        rest = 1 - share
        a, b, c, d = rest**3, 3 * rest**2 * share, 3 * rest * share**2, share**3
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = self.points
        return a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3


@dataclass(frozen=True)
class Route:
    """The curves of a link, one after the other; between them it runs level."""

    link: Link
    bends: tuple[Bend, ...]

    @property
    def path(self) -> str:
        """As the `d` of an SVG path, each point told from the one before it.

        Steps repeat from link to link where places do not, so that a picture of many links travels
        lighter. They are taken between rounded places, so that no error adds up.
        """
        here = self.bends[0].points[0]
        commands = f"M{_xy(here)}"
        for number, bend in enumerate(self.bends):
            if number:
                commands += f"l{_xy(_step(here, bend.points[0]))}"
                here = bend.points[0]
            commands += "c" + " ".join(_xy(_step(here, point)) for point in bend.points[1:])
            here = bend.points[3]
        return commands


def _step(start: Point, end: Point) -> Point:
    return round(end[0], 1) - round(start[0], 1), round(end[1], 1) - round(start[1], 1)


def _xy(point: Point) -> str:
    return f"{short(point[0])} {short(point[1])}"


def routes_of(design: Design, place: Placed) -> tuple[Route, ...]:
    """The routes of all links, those into or out of one box side by side."""
    links = design.theory.links
    leaving = _ports(links, place, out=True)
    entering = _ports(links, place, out=False)
    return tuple(_route(k, place, leaving[k.id], entering[k.id]) for k in links)


def _ports(links: tuple[Link, ...], place: Placed, *, out: bool) -> dict[str, float]:
    """The height at which each link leaves or enters its box, spread along its side."""
    by_box: dict[str, list[tuple[float, str]]] = {}
    for link in links:
        way = place.ways[link.id]
        mine, other = (link.cause, link.effect) if out else (link.effect, link.cause)
        near = (way[0] if out else way[-1]).y if way else place.boxes[other].middle
        by_box.setdefault(mine, []).append((near, link.id))
    ports: dict[str, float] = {}
    for name, ends in by_box.items():
        box = place.boxes[name]
        for number, (_, link_id) in enumerate(sorted(ends), 1):
            ports[link_id] = box.y + box.height * number / (len(ends) + 1)
    return ports


def _route(link: Link, place: Placed, leaves: float, enters: float) -> Route:
    start = (place.boxes[link.cause].x + WIDTH, leaves)
    end = (place.boxes[link.effect].x - _ROOM, enters)
    way = place.ways[link.id]
    back = (
        bool(way)
        and way[0].x >= place.boxes[link.effect].x
        and (place.boxes[link.effect].x <= place.boxes[link.cause].x)
    )
    return Route(link, tuple(_back(start, way, end) if back else _forth(start, way, end)))


def _forth(start: Point, way: tuple[Waypoint, ...], end: Point) -> Iterator[Bend]:
    here = start
    for point in way:
        yield _across(here, (point.x, point.y))
        here = (point.x + WIDTH, point.y)
    yield _across(here, end)


def _back(start: Point, way: tuple[Waypoint, ...], end: Point) -> Iterator[Bend]:
    """Out to the right, round into the first slot, level to the left, and round into the box."""
    first = (way[0].x + WIDTH, way[0].y)
    yield _around(start, first, _LOOP)
    here = (way[0].x, way[0].y)
    for point in way[1:]:
        yield _across(here, (point.x + WIDTH, point.y))
        here = (point.x, point.y)
    yield _around(here, end, -_LOOP)


def _across(start: Point, end: Point) -> Bend:
    half = (end[0] - start[0]) / 2
    return Bend((start, (start[0] + half, start[1]), (end[0] - half, end[1]), end))


def _around(start: Point, end: Point, out: float) -> Bend:
    return Bend((start, (start[0] + out, start[1]), (end[0] + out, end[1]), end))
