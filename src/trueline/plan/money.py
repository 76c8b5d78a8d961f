"""The costs of a plan by year and by who pays, and what fits into the money that there is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from trueline.document.budget import currencies_in
from trueline.document.fields import Money
from trueline.plan.activity import Activity
from trueline.plan.plan import Plan

PAYERS = ("government", "donor", "private", "none-yet", None)
"""Who pays; None where nothing says who."""
STANDINGS = ("adopted", "promised", "hoped-for")
"""Certainties of money, from the surest on."""
RANKS = ("first", "second", "third", None)
ZERO = Decimal(0)


@dataclass(frozen=True)
class Costs:
    """The costs for one kind of funder, in each year, beside the money that there is from it.

    `gap` is what the money falls short of the costs, None where the costs are covered.
    """

    payer: str | None
    by_year: tuple[Decimal, ...]
    total: Decimal
    there_is: Decimal

    @property
    def gap(self) -> Decimal | None:
        return self.total - self.there_is if self.total > self.there_is else None


@dataclass(frozen=True)
class Budget:
    """The costs of activities in one currency. `years`: the last is None where lines name no year."""

    currency: str
    years: tuple[int | None, ...]
    rows: tuple[Costs, ...]
    together: Costs
    without: tuple[Activity, ...]


def budgets(plan: Plan) -> tuple[Budget, ...]:
    """One for each currency: sums of several can't be added up. `without` are lines that cost nothing yet."""
    without = tuple(
        each for each in plan.activities if not each.budget and each.work != "business-as-usual"
    )
    return tuple(_budget(plan, currency, without) for currency in currencies_in(plan))


def _budget(plan: Plan, currency: str, without: tuple[Activity, ...]) -> Budget:
    spent = [
        (activity.payer, year, amount)
        for activity in plan.activities
        for year, amount in _by_year(activity, currency)
    ]
    dated = {year for _, year, _ in spent}
    years: tuple[int | None, ...] = (*sorted(y for y in dated if y is not None),)
    years = (*years, None) if None in dated else years
    rows = []
    for payer in PAYERS:
        own = [(year, amount) for each, year, amount in spent if each == payer]
        there_is = sum(
            (_in(each.amount, currency) for each in plan.funding if each.payer == payer), ZERO
        )
        if own or there_is:
            rows.append(_costs(payer, own, years, there_is))
    everything = [(year, amount) for _, year, amount in spent]
    there_is = sum((_in(each.amount, currency) for each in plan.funding), ZERO)
    return Budget(currency, years, tuple(rows), _costs(None, everything, years, there_is), without)


def _costs(
    payer: str | None,
    spent: list[tuple[int | None, Decimal]],
    years: tuple[int | None, ...],
    there_is: Decimal,
) -> Costs:
    by_year = tuple(sum((a for y, a in spent if y == year), ZERO) for year in years)
    return Costs(payer, by_year, sum(by_year, ZERO), there_is)


def _by_year(activity: Activity, currency: str) -> Iterable[tuple[int | None, Decimal]]:
    """The lines of an activity's budget, and what of it stands in no line. Nothing is spread by guess."""
    lines = [(line.year, _in(line.amount, currency)) for line in activity.budget_lines]
    yield from ((year, amount) for year, amount in lines if amount)
    rest = _in(activity.budget, currency) - sum((amount for _, amount in lines), ZERO)
    if rest > 0:
        yield None, rest


def _in(money: Money | None, currency: str) -> Decimal:
    return money.amount if money and money.currency == currency else ZERO


@dataclass(frozen=True)
class Choice:
    """An activity in the order of priority; `left` is what is left of the money after it.

    `fits` is None where its cost is not known.
    """

    activity: Activity
    fits: bool | None
    left: Decimal


@dataclass(frozen=True)
class Choices:
    """The activities that the money pays for. `money` is all there is of the standings that were counted."""

    currency: str
    money: Decimal
    choices: tuple[Choice, ...]

    @property
    def falls_out(self) -> tuple[Activity, ...]:
        """The activities that there is no money for."""
        return tuple(each.activity for each in self.choices if each.fits is False)


def choose(plan: Plan, currency: str, least: str = "promised") -> Choices:
    """Go down the activities by priority and take each that what is left still pays for.

    Within a priority they keep the order of the plan. `least` is how sure money has to be to be
    counted: one of `STANDINGS`. Business as usual is paid for in any case and left aside.
    """
    counted = STANDINGS[: STANDINGS.index(least) + 1]
    money = sum(
        (_in(each.amount, currency) for each in plan.funding if each.standing in counted), ZERO
    )
    left, choices = money, []
    new = [each for each in plan.activities if each.work != "business-as-usual"]
    for activity in sorted(new, key=lambda each: RANKS.index(each.priority)):
        if activity.budget and activity.budget.currency != currency:
            continue
        cost = activity.budget.amount if activity.budget else None
        fits = None if cost is None else cost <= left
        left -= cost if fits and cost is not None else ZERO
        choices.append(Choice(activity, fits, left))
    return Choices(currency, money, tuple(choices))
