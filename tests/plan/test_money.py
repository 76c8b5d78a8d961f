"""What a plan costs by year and payer, and what fits into the money there is."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trueline.plan import Plan
from trueline.plan.money import RANKS, budgets, choose


def eur(amount: int) -> dict[str, Any]:
    return {"amount": amount, "currency": "EUR"}


PLAN = Plan.model_validate(
    {
        "activities": [
            {
                "id": "a",
                "title": "A",
                "budget": eur(100),
                "payer": "donor",
                "priority": "second",
                "budget_lines": [
                    {"id": "1", "year": 2027, "amount": eur(40)},
                    {"id": "2", "year": 2028, "amount": eur(50)},
                ],
            },
            {"id": "b", "title": "B", "budget": eur(70), "payer": "none-yet", "priority": "first"},
            {"id": "c", "title": "C", "priority": "first"},
            {"id": "d", "title": "D", "budget": eur(20), "priority": "third"},
            {"id": "e", "title": "E", "work": "business-as-usual"},
            {"id": "f", "title": "F", "budget": {"amount": 5, "currency": "USD"}},
        ],
        "funding": [
            {"id": "s", "payer": "government", "amount": eur(60), "standing": "adopted"},
            {"id": "t", "payer": "donor", "amount": eur(50), "standing": "promised"},
            {"id": "u", "payer": "donor", "amount": eur(90), "standing": "hoped-for"},
        ],
    }
)


def test_costs_stand_by_year_and_by_who_pays_with_their_gap() -> None:
    euros, dollars = budgets(PLAN)
    assert (euros.currency, euros.years) == ("EUR", (2027, 2028, None))
    assert [(r.payer, [*map(int, r.by_year)], int(r.there_is), r.gap) for r in euros.rows] == [
        ("government", [0, 0, 0], 60, None),
        ("donor", [40, 50, 10], 140, None),
        ("none-yet", [0, 0, 70], 0, Decimal(70)),
        (None, [0, 0, 20], 0, Decimal(20)),
    ]
    assert [*map(int, euros.together.by_year)] == [40, 50, 100]
    assert (euros.together.total, euros.together.there_is, euros.together.gap) == (190, 200, None)
    assert [each.id for each in euros.without] == ["c"]
    assert (dollars.currency, dollars.together.total, dollars.together.gap) == ("USD", 5, 5)


@pytest.mark.parametrize(
    ("least", "money", "fits"),
    [
        ("adopted", 60, {"c": None, "b": False, "a": False, "d": True, "e": ...}),
        ("promised", 110, {"c": None, "b": True, "a": False, "d": True, "e": ...}),
        ("hoped-for", 200, {"c": None, "b": True, "a": True, "d": True, "e": ...}),
    ],
)
def test_what_fits_is_chosen_by_priority(least: str, money: int, fits: dict[str, Any]) -> None:
    made = choose(PLAN, "EUR", least)
    assert made.money == money
    chosen = {choice.activity.id: choice.fits for choice in made.choices}
    assert chosen == {id: fit for id, fit in fits.items() if fit is not ...}
    assert [each.id for each in made.falls_out] == [id for id, fit in fits.items() if fit is False]


@given(
    st.lists(st.tuples(st.integers(1, 500), st.sampled_from(RANKS)), max_size=12),
    st.integers(0, 1500),
)
def test_never_more_is_spent_than_there_is_and_ranks_come_in_order(
    costs: list[tuple[int, str | None]], money: int
) -> None:
    activities = [
        {"id": f"a{n}", "budget": eur(cost), "priority": rank}
        for n, (cost, rank) in enumerate(costs)
    ]
    funding = [{"id": "f", "amount": eur(money), "standing": "adopted"}]
    plan = Plan.model_validate({"activities": activities, "funding": funding})
    made = choose(plan, "EUR", "adopted")
    spent = sum(c.activity.budget.amount for c in made.choices if c.fits and c.activity.budget)
    assert spent <= money
    ranks = [RANKS.index(choice.activity.priority) for choice in made.choices]
    assert ranks == sorted(ranks)
    for choice in made.choices:
        if choice.fits is False and choice.activity.budget:
            assert choice.activity.budget.amount > choice.left
