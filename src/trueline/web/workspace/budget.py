"""The budget by what it is for, year and source of money, with sums that are compared.

What each part says that it costs stands beside what its lines add up to. Currencies can't be added
across, so each has tables of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from trueline.document import Document, Element, Money, Part
from trueline.document.address import parts_of
from trueline.document.budget import BudgetLine, totals
from trueline.document.field_spec import field_specs
from trueline.language import money, number
from trueline.reports.values import name_of
from trueline.toolkit import Toolkit


@dataclass(frozen=True)
class Line:
    """A row: its sum in each year, all together, what is budgeted, and what the two say together."""

    name: str
    lines_at: str
    by_year: tuple[str, ...]
    total: str
    budget: str = ""
    check: str = ""
    adds_up: bool = True


@dataclass(frozen=True)
class Table:
    """The tables of one currency. `years` head the columns; the last may stand for lines without one."""

    currency: str
    years: tuple[str, ...]
    parts: list[Line]
    parts_total: Line
    whole: Line
    sources: list[Line]
    sources_total: Line


@dataclass(frozen=True)
class _Holder:
    """A part with a budget, lines, or both."""

    address: str
    name: str
    budget: Money | None
    lines: tuple[BudgetLine, ...]
    lines_at: str


def has_budget(model: type[Part]) -> bool:
    """Whether documents of this sort hold budget lines."""
    return bool(_list_of_lines(model))


def budget_tables(document: Document, toolkit: Toolkit) -> list[Table]:
    """A table for each currency in which something is budgeted; the one of the whole first."""
    whole = _holder("", document, _("The whole programme"))
    parts = [
        _holder(address, part, _name(part, toolkit))
        for address, part in parts_of(document)
        if address and (_list_of_lines(type(part)) or _budget(part))
    ]
    sums = [m for holder in (whole, *parts) for m in (holder.budget, *_amounts(holder))]
    currencies = totals(sums)
    if whole.budget:
        currencies = {whole.budget.currency: Decimal(0), **currencies}
    return [_Maker(currency, whole, parts).table() for currency in currencies]


def _name(part: Part, toolkit: Toolkit) -> str:
    if isinstance(part, Element):
        return name_of(part, toolkit)
    return type(part).field_title("budget") if "budget" in type(part).model_fields else ""


def _holder(address: str, part: Part, name: str) -> _Holder:
    in_list = _list_of_lines(type(part))
    lines = getattr(part, in_list) if in_list else ()
    lines_at = f"{address}.{in_list}" if address and in_list else in_list
    return _Holder(address, name, _budget(part), lines, lines_at)


def _budget(part: Part) -> Money | None:
    value = getattr(part, "budget", None)
    return value if isinstance(value, Money) else None


def _list_of_lines(model: type[Part]) -> str:
    specs = field_specs(model).items()
    return next((n for n, s in specs if s.is_list and issubclass(s.base, BudgetLine)), "")


def _amounts(holder: _Holder) -> Iterator[Money | None]:
    return (line.amount for line in holder.lines)


def _is_inside(inner: _Holder, outer: _Holder) -> bool:
    return inner.address.startswith((f"{outer.address}.", f"{outer.address}["))


class _Maker:
    """Adds up what is in one currency."""

    def __init__(self, currency: str, whole: _Holder, parts: list[_Holder]) -> None:
        self.currency, self.whole, self.parts = currency, whole, parts
        every = [line for holder in (whole, *parts) for line in self._mine(holder.lines)]
        years = {line.year for line in every}
        self.years: list[int | None] = [*sorted(year for year in years if year is not None)]
        if None in years:
            self.years.append(None)

    def table(self) -> Table:
        own = [line for part in self.parts for line in self._mine(part.lines)]
        of_sources = self._mine(self.whole.lines) or own
        parts = [part for part in self.parts if self._mine(part.lines) or self._of(part.budget)]
        costs = [
            self._of(part.budget) or self._sum(self._mine(part.lines))
            for part in parts
            if self._paying(part) is None
        ]
        return Table(
            self.currency,
            tuple(_("No year") if year is None else str(year) for year in self.years),
            [self._line(part) for part in parts],
            self._row(_("All of these"), "", own, budget=sum(costs, Decimal(0))),
            self._whole(sum(costs, Decimal(0))),
            self._sources(of_sources),
            self._row(_("All sources"), "", of_sources),
        )

    def _paying(self, inner: _Holder) -> _Holder | None:
        """The part with a budget of its own that another stands in, if it does in one."""
        payers = (part for part in self.parts if self._of(part.budget))
        return next((part for part in payers if _is_inside(inner, part)), None)

    def _mine(self, lines: Iterable[BudgetLine]) -> list[BudgetLine]:
        return [line for line in lines if line.amount and line.amount.currency == self.currency]

    def _of(self, budget: Money | None) -> Decimal:
        return budget.amount if budget and budget.currency == self.currency else Decimal(0)

    def _sum(self, lines: Iterable[BudgetLine]) -> Decimal:
        return sum((line.amount.amount for line in lines if line.amount), Decimal(0))

    def _words(self, amount: Decimal) -> str:
        return str(number(amount)) if amount else ""

    def _line(self, holder: _Holder) -> Line:
        lines, budget = self._mine(holder.lines), self._of(holder.budget)
        check, adds_up = self._check(self._sum(lines), budget) if lines and budget else ("", True)
        if not check and (outer := self._paying(holder)):
            check = _("Part of “%(name)s”.") % {"name": outer.name}
        return self._row(
            holder.name, holder.lines_at, lines, budget=budget, check=check, adds_up=adds_up
        )

    def _whole(self, parts: Decimal) -> Line:
        """The programme itself: its own lines make up the whole, and so must its parts fit into it."""
        lines, budget = self._mine(self.whole.lines), self._of(self.whole.budget)
        check, adds_up = self._check(self._sum(lines), budget) if lines and budget else ("", True)
        if budget and parts > budget:
            check, adds_up = (
                _("The parts cost %(sum)s more than the whole.")
                % {"sum": money(parts - budget, self.currency)},
                False,
            )
        return self._row(
            self.whole.name, self.whole.lines_at, lines, budget=budget, check=check, adds_up=adds_up
        )

    def _check(self, lines: Decimal, budget: Decimal) -> tuple[str, bool]:
        if lines == budget:
            return _("Adds up."), True
        values = {"sum": money(abs(lines - budget), self.currency)}
        if lines > budget:
            return _("The lines are %(sum)s over it.") % values, False
        return _("%(sum)s of it stands in no line.") % values, False

    def _sources(self, lines: list[BudgetLine]) -> list[Line]:
        names = list(dict.fromkeys(line.funder for line in lines))
        return [
            self._row(
                name or _("No source said"), "", [line for line in lines if line.funder == name]
            )
            for name in names
        ]

    def _row(
        self,
        name: str,
        lines_at: str,
        lines: list[BudgetLine],
        *,
        budget: Decimal = Decimal(0),
        **more: Any,
    ) -> Line:
        by_year = (
            self._words(self._sum(line for line in lines if line.year == year))
            for year in self.years
        )
        return Line(
            name,
            lines_at,
            tuple(by_year),
            self._words(self._sum(lines)),
            self._words(budget),
            **more,
        )
