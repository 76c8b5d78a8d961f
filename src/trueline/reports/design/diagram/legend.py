"""The legend under the picture: how to read it, and the numbered assumptions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from trueline.design import Assumption
from trueline.language import gettext
from trueline.reports.design.diagram.described import standing
from trueline.reports.layout.palette import FAINT, INK
from trueline.reports.layout.svg_text import svg_text, wrapped

_LINE, _HEAD, _COLUMN, _SIZE, _MARGIN, _INDENT = 14.0, 40.0, 430.0, 11.5, 8.0, 26.0
_LONGEST = 12

LegendNote = tuple[int, tuple[str, ...]]


@dataclass(frozen=True)
class Legend:
    """The legend for a picture of some width: its columns of notes, and its height."""

    columns: tuple[tuple[LegendNote, ...], ...]
    width: float

    @property
    def height(self) -> float:
        """How much room it takes."""
        longest = max((_length(column) for column in self.columns), default=0)
        return _HEAD + _LINE * longest + _MARGIN

    def drawn(self, top: float) -> Iterator[str]:
        """The legend as SVG, beginning at `top`."""
        y = top + 16
        yield f'<path d="M8 {y - 4:.1f}h34" stroke="{INK}" stroke-width="1.9"/>'
        yield svg_text(48, y, gettext("verified, or resting on named evidence"), fill=FAINT)
        yield f'<path d="M272 {y - 4:.1f}h34" stroke="{INK}" stroke-dasharray="5 4"/>'
        yield svg_text(312, y, gettext("not verified"), fill=FAINT)
        for place, column in enumerate(self.columns):
            x = _MARGIN + place * self.width / len(self.columns)
            yield from _column(column, x, top + _HEAD)


def legend_for(numbers: Mapping[str, list[tuple[int, Assumption]]], width: float) -> Legend:
    """The legend of all assumptions, in as many columns as there is room for."""
    count = max(1, int(width // _COLUMN))
    letters = width / count - _INDENT - 2 * _MARGIN
    notes = [
        (number, wrapped(_assumption_line(assumption), letters, _SIZE, _LONGEST))
        for marks in numbers.values()
        for number, assumption in marks
    ]
    return Legend(tuple(_columns_of(notes, count)), width)


def _assumption_line(assumption: Assumption) -> str:
    return f"{assumption.name.rstrip('.')} ({standing(assumption)})."


def _columns_of(notes: list[LegendNote], count: int) -> Iterator[tuple[LegendNote, ...]]:
    """The notes in columns of about the same length, in their order."""
    left, columns = _length(notes), count
    column: list[LegendNote] = []
    for note in notes:
        share = -(-left // columns)
        if column and columns > 1 and _length(column) + len(note[1]) / 2 > share:
            left -= _length(column)
            columns -= 1
            yield tuple(column)
            column = []
        column.append(note)
    if column:
        yield tuple(column)


def _length(notes: list[LegendNote] | tuple[LegendNote, ...]) -> int:
    return sum(len(lines) for _, lines in notes)


def _column(notes: tuple[LegendNote, ...], x: float, top: float) -> Iterator[str]:
    y = top
    for number, lines in notes:
        yield svg_text(x + _INDENT - 8, y, str(number), fill=INK, anchor="end")
        for line in lines:
            yield svg_text(x + _INDENT, y, line, fill=INK)
            y += _LINE
