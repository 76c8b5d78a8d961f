"""The figures of a programme that a donor may see, and the words and cells that show them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from trueline.design import Design, Indicator, Result
from trueline.design.figure_wording import figure_in_words, rounded
from trueline.design.figures import in_unit
from trueline.design.tables import GroupRow
from trueline.document.targets import Target
from trueline.language import day, gettext
from trueline.measures.aggregates import ALL, Aggregate
from trueline.measures.aggregates import Cell as Group
from trueline.measures.periods import Period
from trueline.measures.readings import State
from trueline.reports.design.layouts.model import Cell
from trueline.reports.design.layouts.texts import Texts
from trueline.reports.measuring.results import Reported, ReportLine, Span, lines_to_share
from trueline.reports.printable import printable
from trueline.reports.values import Wording
from trueline.toolkit import Toolkit

PERCENT = "0.#%"
HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True)
class ProgrammeFigures:
    """A programme with those of its figures that may leave, for a range of days."""

    design: Design
    toolkit: Toolkit
    lines: Sequence[ReportLine]
    span: Span

    @classmethod
    def of(
        cls,
        design: Design,
        toolkit: Toolkit,
        reported: Sequence[Reported],
        span: Span,
        label: Callable[[Group], str],
    ) -> ProgrammeFigures:
        """Baselines and targets are those of the figures: a small baseline is held back."""
        lines = lines_to_share(reported, span, label)
        figures = {line.figure.indicator.id: _rounded(line.figure.indicator) for line in lines}
        indicators = tuple(figures.get(each.id, each) for each in design.indicators)
        clean = printable(design.model_copy(update={"indicators": indicators}))
        return cls(clean, toolkit, lines, span)

    @cached_property
    def texts(self) -> Texts:
        """The words of the design's own cells."""
        return Texts(self.design, Wording(self.design, self.toolkit), "report", numbers=False)

    @cached_property
    def by_indicator(self) -> dict[str, ReportLine]:
        return {line.figure.indicator.id: line for line in self.lines}

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """The head of the report: the programme, and the days that are reported on."""
        days = f"{day(self.span.first)} – {day(self.span.last)}"
        held_back = gettext(
            "Counts of fewer than 11 people are held back. Empty is missing, not 0."
        )
        return (
            *self.texts.facts(),
            (gettext("Reporting period"), days),
            (gettext("Figures"), held_back),
        )

    def sections(self) -> Iterator[tuple[Result | None, list[Indicator]]]:
        """Each result with its indicators; then those that name none."""
        for result in self.texts.results():
            yield result, self.texts.indicators(result)
        if loose := self.texts.loose():
            yield None, loose

    def heading(self, result: Result | None) -> str:
        """The heading over the indicators of a result."""
        if result is None:
            return gettext("Indicators that name no result yet")
        return self.texts.objective(result, before=f"{self.texts.label(result.id)}: ")


def _rounded(indicator: Indicator) -> Indicator:
    """A baseline that was measured has as many digits as a division leaves; a table has two."""
    baseline = indicator.baseline
    if baseline is None or baseline.value is None:
        return indicator
    short = baseline.model_copy(update={"value": rounded(Fraction(baseline.value), HUNDREDTH)})
    return indicator.model_copy(update={"baseline": short})


def is_known(figure: Aggregate | None) -> bool:
    """Whether there is a figure, or one that is held back: what is missing stays empty."""
    return figure is not None and figure.state in (State.REPORTED, State.SUPPRESSED)


def in_words(figure: Aggregate | None, unit: str) -> str:
    """A figure as the text of a cell; "" where it is missing."""
    return figure_in_words(figure, unit) if figure is not None and is_known(figure) else ""


def figure_cell(figure: Aggregate | None, unit: str = "") -> Cell:
    """A figure as a number where it is one that may leave, else in words; empty where it is missing."""
    value = in_unit(figure.reading) if figure else None
    return Cell(in_words(figure, unit)) if value is None else number_cell(value)


def number_cell(value: Fraction | Decimal | None) -> Cell:
    """A number to the hundredth."""
    if value is None:
        return Cell()
    number = rounded(Fraction(value), HUNDREDTH)
    return Cell(f"{number}", number=number)


def percent_cell(share: Fraction | None, formula: str) -> Cell:
    """A share as a formula with its value, empty where it has none."""
    text = "" if share is None else gettext("{number} %", number=rounded(share * 100))
    number = None if share is None else Decimal(share.numerator) / Decimal(share.denominator)
    return Cell(text, number=number, formula=formula, pattern=PERCENT)


def last_with_figure(line: ReportLine, until: date) -> Period | None:
    """The last period up to a day of which there is a figure, or one that is held back."""
    periods = [when for when, one in line.figure.by_period if when.end <= until and is_known(one)]
    return periods[-1] if periods else None


def groups_of(line: ReportLine) -> list[GroupRow]:
    """The groups of people that a figure is divided by."""
    return [row for row in line.table.rows if row.group != ALL]


def notes_in(line: ReportLine, periods: Sequence[Period]) -> str:
    """Notes on an indicator in these periods, a line each."""
    notes = [(when.label, line.one.notes.get(when.label, "")) for when in periods]
    return "\n".join(f"{label}: {text}" for label, text in notes if text)


def target_in(indicator: Indicator, period: Period) -> Target | None:
    """The target that falls due within a period."""
    due = (each for each in indicator.targets if period.start <= each.due <= period.end)
    return max(due, key=lambda target: target.due, default=None)
