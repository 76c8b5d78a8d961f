"""Drawing the route: a line with stops, a figure at each end, and the parts of the pattern under them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from trueline.design import Pattern
from trueline.language import gettext
from trueline.reports.design.route.stops import (
    PatternPart,
    Stop,
    in_words,
    parts_of,
    stage_label,
    stops,
)
from trueline.reports.layout.palette import ACCENT, FAINT, INK, RULE
from trueline.reports.layout.svg_text import (
    FONT,
    about_language,
    begins_at_end,
    facing,
    in_language,
    svg_text,
    wrapped,
)

LINE_Y, LINE, GAP, EDGE, SIZE = 62, 15, 20, 12, 12.5


@dataclass(frozen=True)
class Sheet:
    """The sheet that a picture is drawn on. More stops than `per_row` go on to a second line."""

    width: int
    side: int
    per_row: int
    most_lines: int

    @property
    def box(self) -> int:
        """The width of one of three columns."""
        return (self.width - 2 * EDGE - 2 * GAP) // 3


PRINTED = Sheet(width=760, side=110, per_row=5, most_lines=9)
COLUMN = Sheet(width=560, side=78, per_row=4, most_lines=14)
"""A column of a page that has others beside it: letters keep their size."""


def route_svg(
    pattern: Pattern,
    countries: Mapping[str, str],
    language: str | None = None,
    *,
    sheet: Sheet = PRINTED,
) -> str:
    """The picture of one pattern, written in `language`. `countries` gives names by code."""
    written = in_language(language)
    places = stops(pattern, countries)
    rows = [places[at : at + sheet.per_row] for at in range(0, len(places), sheet.per_row)]
    body = [
        part
        for number, row in enumerate(rows)
        for part in _row(row, number, len(rows), written, sheet)
    ]
    top = LINE_Y + 130 * (len(rows) - 1) + 74
    boxes, bottom = _parts(pattern, top, written, sheet)
    words = escape(in_words(pattern, countries))
    title = escape(pattern.title or gettext("The pattern"))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {sheet.width} {bottom}" width="{sheet.width}"'
        f' height="{bottom}" role="img"{about_language()} font-family="{FONT}" font-size="{SIZE}"'
        f' fill="{INK}">'
        f"<title{written if pattern.title else ''}>{title}</title><desc>{words}</desc>"
        f'<rect width="{sheet.width}" height="{bottom}" fill="#fff"/>'
        f"{facing(''.join([*body, *boxes]), sheet.width)}</svg>"
    )


def _row(places: list[Stop], number: int, of: int, written: str, sheet: Sheet) -> Iterator[str]:
    y = LINE_Y + 130 * number
    step = (sheet.width - 2 * sheet.side) / max(len(places) - 1, 1)
    xs = [sheet.side + step * place for place in range(len(places))]
    if len(places) == 1:
        xs = [sheet.width / 2]
    for left, right in pairwise(xs):
        yield _arrow(left + 12, right - 12, y)
    if number < of - 1:
        yield _arrow(xs[-1] + 12, sheet.width - 8, y)
    for place, (x, stop) in enumerate(zip(xs, places, strict=True)):
        yield from _stop(x, y, stop, written, 1.2 * sheet.side)
        if (number == 0 and place == 0) or stop.stage == "destination":
            yield _person(x, y - 46)


def _arrow(x1: float, x2: float, y: float) -> str:
    return (
        f'<path d="M{x1:.0f} {y}H{x2:.0f}m-7 -4l7 4l-7 4" fill="none" stroke="{INK}"'
        ' stroke-width="1.3"/>'
    )


def _stop(x: float, y: float, stop: Stop, written: str, room: float) -> Iterator[str]:
    dashes = "" if stop.is_named else ' stroke-dasharray="3 3"'
    fill = INK if stop.stage == "destination" else "#fff"
    yield f'<circle cx="{x:.0f}" cy="{y}" r="7" fill="{fill}" stroke="{INK}" stroke-width="1.5"{dashes}/>'
    below = y + 24
    stage = stage_label(stop.stage)
    for line in wrapped(stop.title, room, SIZE, 2):
        yield svg_text(x, below, line, fill=INK, weight="bold", anchor="middle", language=written)
        below += LINE
    if stop.country:
        yield svg_text(x, below, stop.country, fill=FAINT, anchor="middle")
        below += LINE
    if stage:
        yield svg_text(x, below, stage, fill=FAINT, anchor="middle")


def _person(x: float, y: float) -> str:
    """A figure: a head and shoulders, nothing more."""
    return (
        f'<g fill="none" stroke="{ACCENT}" stroke-width="1.4"><circle cx="{x:.0f}" cy="{y}" r="6"/>'
        f'<path d="M{x - 12:.0f} {y + 24}a12 14 0 0 1 24 0"/></g>'
    )


def _parts(pattern: Pattern, top: int, written: str, sheet: Sheet) -> tuple[list[str], int]:
    """The three columns of parts, and where they end."""
    drawn: list[str] = []
    bottom = top
    for column, parts in enumerate(parts_of(pattern)):
        y = top
        x = EDGE + column * (sheet.box + GAP)
        for part in parts:
            lines = _lines(part, sheet)
            drawn += _part_box(x, y, part, lines, written, sheet.box)
            y += LINE * (len(lines) + 1) + 22
        bottom = max(bottom, y)
    return drawn, bottom + 4


def _lines(part: PatternPart, sheet: Sheet) -> tuple[str, ...]:
    return wrapped(
        part.text.strip() or gettext("Not said yet."), sheet.box - 18, SIZE, sheet.most_lines
    )


def _part_box(
    x: float, y: float, part: PatternPart, lines: tuple[str, ...], written: str, box: int
) -> Iterator[str]:
    dashes = "" if part.text else ' stroke-dasharray="3 3"'
    height = LINE * (len(lines) + 1) + 12
    yield (
        f'<rect x="{x}" y="{y}" width="{box}" height="{height}" fill="#fff" stroke="{RULE}"{dashes}/>'
    )
    at, anchor = (x + box - 9, "end") if begins_at_end(part.text) else (x + 9, "start")
    yield svg_text(x + 9, y + 17, part.title, fill=INK, weight="bold")
    for number, line in enumerate(lines, 1):
        fill = INK if part.text else FAINT
        language = written if part.text else ""
        yield svg_text(
            at, y + 17 + LINE * number, line, fill=fill, anchor=anchor, language=language
        )
