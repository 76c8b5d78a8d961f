"""The costs of the parts of a design, and their currencies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from trueline.design import Design
from trueline.document import Money
from trueline.document.budget import totals


def costs(design: Design) -> Iterator[tuple[str, str, Money]]:
    """The address, name and sum of what the whole pays for: activities, and measuring or studies.

    A sum of nothing is none.
    """
    for activity in design.activities:
        if activity.budget and activity.budget.amount:
            yield f"activities[{activity.id}].budget", activity.name, activity.budget
    evaluation = design.evaluation
    if evaluation.budget and evaluation.budget.amount:
        title = type(evaluation).field_title("budget")
        yield "evaluation.budget", title, evaluation.budget
    else:
        for study in evaluation.studies:
            if study.budget and study.budget.amount:
                yield f"evaluation.studies[{study.id}].budget", study.name, study.budget


def all_sums(design: Design) -> Iterator[tuple[str, str, Money]]:
    """Every sum below the whole: of activities, measuring and studies, and of budget lines."""
    for activity in design.activities:
        holder = f"activities[{activity.id}]"
        yield from _sum(f"{holder}.budget", activity.name, activity.budget)
        for line in activity.budget_lines:
            yield from _sum(f"{holder}.budget_lines[{line.id}].amount", line.name, line.amount)
    for line in design.budget_lines:
        yield from _sum(f"budget_lines[{line.id}].amount", line.name, line.amount)
    evaluation = design.evaluation
    title = type(evaluation).field_title("budget")
    yield from _sum("evaluation.budget", title, evaluation.budget)
    for study in evaluation.studies:
        yield from _sum(f"evaluation.studies[{study.id}].budget", study.name, study.budget)


def _sum(address: str, name: str, money: Money | None) -> Iterator[tuple[str, str, Money]]:
    if money and money.amount:
        yield address, name, money


def added(sums: Iterable[Money | None], currency: str) -> Decimal:
    """The sum of amounts in one currency."""
    return totals(sums).get(currency, Decimal(0))


def spent(design: Design, currency: str) -> Decimal:
    """The sum of the parts of a design in one currency."""
    return added((money for _, _, money in costs(design)), currency)
