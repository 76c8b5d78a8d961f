"""Sums in several currencies.

Why: What each activity costs (9 E2.1) can't be added up, or compared with the money there is (9 Q5),
where sums stand in different currencies.

Example: A programme in euros with one activity in dinars.

Resolve: Put all sums into the currency of the whole, and say at which rate.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, joined, money, quoted
from trueline.review.finding import Observation, shared_address
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.costs import all_sums


@rule(sort="cannot-be", severity="warning", remedy="modify", refs=("9 E2.1", "9 Q5"))
def currencies_mixed(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    parts = list(all_sums(design))
    used = sorted(amount.currency for _, _, amount in parts)
    usual = design.budget.currency if design.budget else max(used, key=used.count, default="")
    others = [part for part in parts if part[2].currency != usual]
    if others:
        path, also_at = shared_address([path for path, _, _ in others], "budget")
        listed = joined(
            [
                gettext(
                    "{name} is in {money}",
                    name=quoted(name),
                    money=money(amount.amount, amount.currency),
                )
                for _, name, amount in others
            ]
        )
        if len(others) * 2 < len(parts):
            message = gettext(
                "Most sums are in {currency}; {others}. They can’t be added up.",
                currency=usual,
                others=listed,
            )
        else:
            message = gettext(
                "Some sums are in {currency}; {others}. They can’t be added up.",
                currency=usual,
                others=listed,
            )
        yield Observation(
            path=path,
            also_at=also_at,
            message=message,
            next_step=gettext("Put all sums into {currency}, and note the rate.", currency=usual),
        )
