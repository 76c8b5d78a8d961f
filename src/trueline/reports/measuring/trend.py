"""Figures of one indicator from period to period, drawn as a line beside the target.

What was not reported leaves a gap in the line: it is neither 0 nor between its neighbours.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from html import escape
from math import ceil

from trueline.design.figure_wording import rounded
from trueline.language import number
from trueline.reports.layout.palette import ACCENT, FAINT, INK, RULE
from trueline.reports.layout.svg_text import facing, svg_text

WIDTH, HEIGHT = 560, 170
LEFT, RIGHT, TOP, BOTTOM = 40.0, 40.0, 24.0, 26.0
MOST_LABELS = 5
NEAR = 14.0


@dataclass(frozen=True)
class Point:
    """The figure of a period; None if nothing was reported."""

    label: str
    value: Fraction | None


def trend(points: Sequence[Point], *, title: str, target: Decimal | None, target_label: str) -> str:
    """The picture as SVG, or "" where fewer than two periods have a figure."""
    values = [float(point.value) for point in points if point.value is not None]
    if len(values) < 2:
        return ""
    aim = None if target is None else Fraction(target)
    heights = [*values, 0.0, *([] if aim is None else [float(aim)])]
    plot = _Plot(len(points), min(heights), max(heights))
    body = "".join(
        [*plot.ground(), *plot.aim(aim, target_label, last=values[-1]), *plot.line(points, aim)]
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {WIDTH} {HEIGHT}"'
        f' width="{WIDTH}" height="{HEIGHT}"><title>{escape(title)}</title>{facing(body, WIDTH)}</svg>'
    )


class _Plot:
    """Places of periods and values on the picture."""

    def __init__(self, count: int, low: float, high: float) -> None:
        self.count, self.low = count, low
        self.span = high - low or 1.0

    def x(self, position: int) -> float:
        room = WIDTH - LEFT - RIGHT
        return LEFT + (room * position / (self.count - 1) if self.count > 1 else 0)

    def y(self, value: Fraction) -> float:
        share = (float(value) - self.low) / self.span  # of a picture: no digit of it is read
        return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)

    def ground(self) -> Iterator[str]:
        y = self.y(Fraction())
        yield (
            f'<path d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}" stroke="{RULE}" stroke-width="1"'
            ' fill="none"/>'
        )

    def aim(self, target: Fraction | None, label: str, *, last: float) -> Iterator[str]:
        """The line of the target. Its name stands at its end, on the side on which no figure ends."""
        if target is None:
            return
        y = self.y(target)
        yield (
            f'<path d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}" stroke="{ACCENT}" stroke-width="1.4"'
            ' stroke-dasharray="6 4" fill="none"/>'
        )
        text = f"{label} {_number_text(target)}"
        at = y + 18 if last >= target else y - 7
        yield svg_text(WIDTH - RIGHT, at, text, fill=ACCENT, anchor="end")

    def line(self, points: Sequence[Point], aim: Fraction | None) -> Iterator[str]:
        yield from self._strokes(points)
        aimed = None if aim is None else self.y(aim)
        step = ceil(self.count / MOST_LABELS)
        measured = [n for n, point in enumerate(points) if point.value is not None]
        for number_, point in enumerate(points):
            x = self.x(number_)
            if number_ % step == 0:
                yield svg_text(x, HEIGHT - 8, point.label, fill=FAINT, anchor="middle")
            if point.value is not None:
                y = self.y(point.value)
                yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{INK}"/>'
                if number_ in (measured[0], measured[-1]):
                    near = aimed is not None and abs(y - 8 - aimed) < NEAR
                    at = y + 16 if near else y - 8  # not on the line of the target
                    yield svg_text(x, at, _number_text(point.value), fill=INK, anchor="middle")

    def _strokes(self, points: Sequence[Point]) -> Iterator[str]:
        stroke: list[str] = []
        for position, point in enumerate([*points, Point("", None)]):
            if point.value is not None:
                stroke.append(f"{self.x(position):.1f} {self.y(point.value):.1f}")
                continue
            if len(stroke) > 1:
                yield (
                    f'<path d="M{"L".join(stroke)}" fill="none" stroke="{INK}" stroke-width="1.6"/>'
                )
            stroke = []


def _number_text(value: Fraction) -> str:
    return number(rounded(value))
