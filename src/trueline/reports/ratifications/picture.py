"""A treaty on a schematic map: a square for each state, about where it lies.

No state is larger than another, and none is coloured by what it lacks: what stands out is what is
known. `places.txt` holds the squares, ours, row by row from north to south; “..” is left free.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from html import escape
from importlib.resources import files

from trueline.language import gettext
from trueline.language.terms import RATIFICATION
from trueline.reports.layout.palette import ACCENT, FAINT, INK
from trueline.reports.layout.svg_text import FONT, about_language, facing, in_language, svg_text
from trueline.toolkit.ratifications import Ratification, Status

STEP, SIDE, EDGE, SIZE = 26, 23, 8, 12.5
_LINE = 30
_LOOKS = {
    Status.PARTY: f'fill="{ACCENT}" stroke="{ACCENT}"',
    Status.SIGNED: f'fill="#fff" stroke="{ACCENT}" stroke-width="3"',
    Status.NOT_PARTY: f'fill="#fff" stroke="{FAINT}"',
    Status.UNKNOWN: f'fill="#fff" stroke="{FAINT}" stroke-dasharray="2 3"',
}


@cache
def squares() -> Mapping[str, tuple[int, int]]:
    """Column and row of each state, by its code."""
    text = files("trueline.reports.ratifications").joinpath("places.txt").read_text("utf-8")
    return {
        code: (column, row)
        for row, line in enumerate(text.splitlines())
        for column, code in enumerate(line.split())
        if code != ".."
    }


def treaty_svg(title: str, facts: Iterable[tuple[str, Ratification]]) -> str:
    """The picture of one treaty. Each fact comes with the name of its state."""
    places = squares()
    columns = 1 + max(column for column, _row in places.values())
    rows = 1 + max(row for _column, row in places.values())
    width, below = 2 * EDGE + columns * STEP, 2 * EDGE + rows * STEP
    drawn = "".join(
        _square(name, fact, *places[fact.state]) for name, fact in facts if fact.state in places
    )
    legend = facing("".join(_legend(below)), width)
    height = below + _LINE * len(Status) + EDGE
    words = gettext(
        "A square for each state, about where it lies. The list names the day of which each fact is known."
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}"'
        f' height="{height}" role="img"{about_language()} font-family="{FONT}" font-size="{SIZE}"'
        f' fill="{INK}"><title{in_language("en")}>{escape(title)}</title><desc>{escape(words)}</desc>'
        f'<rect width="{width}" height="{height}" fill="#fff"/>{drawn}{legend}</svg>'
    )


def _square(name: str, fact: Ratification, column: int, row: int) -> str:
    x, y = EDGE + column * STEP, EDGE + row * STEP
    says = escape(f"{name}: {RATIFICATION.label(fact.status)}")
    inked = ' fill="#fff"' if fact.status == Status.PARTY else ""
    return (
        f"<g><title>{says}</title>{_box(x, y, fact.status)}"
        f'<text x="{x + SIDE / 2}" y="{y + 16}" text-anchor="middle"{inked}>{fact.state}</text></g>'
    )


def _box(x: float, y: float, status: Status) -> str:
    return f'<rect x="{x}" y="{y}" width="{SIDE}" height="{SIDE}" {_LOOKS[status]}/>'


def _legend(top: float) -> Iterator[str]:
    for line, status in enumerate(Status):
        y = top + line * _LINE
        yield _box(EDGE, y, status)
        yield svg_text(EDGE + SIDE + 10, y + 16, RATIFICATION.label(status), fill=INK)
