"""Lines of a budget: what is spent in which year, and with whose money."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from trueline.document.address import parts_of
from trueline.document.fields import (
    Element,
    ElementId,
    Line,
    Money,
    Part,
    Whole,
    field,
    required_id,
)


class BudgetLine(Element):
    """A part of what something costs."""

    id: ElementId = required_id()
    title: Line = field("For what", "What is bought or paid, such as salaries or rent.", "")
    year: Whole | None = field("Year", "The year in which it is spent.")
    amount: Money | None = field("Amount", "What it costs.")
    funder: Line = field("Source of money", "Who pays for it, or where it is still sought.", "")


def totals(sums: Iterable[Money | None]) -> dict[str, Decimal]:
    """Adds up sums for each currency apart: they can't be added across."""
    by_currency: dict[str, Decimal] = defaultdict(Decimal)
    for money in sums:
        if money:
            by_currency[money.currency] += money.amount
    return dict(by_currency)


def currencies_in(document: Part) -> tuple[str, ...]:
    """The currencies that sums of a document are in, that of its own budget first."""
    sums = (part for _address, part in parts_of(document) if isinstance(part, Money))
    return tuple(dict.fromkeys(each.currency for each in sums))
