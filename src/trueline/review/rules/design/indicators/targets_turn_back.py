"""Targets that go back on the way.

Why: Indicators have to be clear and measurable (9 E5.1). Where higher is better and a later target
lies below an earlier one, the programme would plan to lose what it has reached.

Example: Better is up, 78 per cent by 2028, 62 per cent by 2029.

Resolve: Correct the targets or the direction; where each period counts for itself, say so.
"""

from collections.abc import Iterator
from itertools import pairwise

from trueline.design import Design
from trueline.language import day, gettext, number, quoted
from trueline.language.terms import BETTER
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="cannot-be", severity="error", remedy="modify", refs=("9 E5.1", "9 L4.4"))
def targets_turn_back(context: RuleContext[Design]) -> Iterator[Observation]:
    for indicator in context.document.indicators:
        if indicator.direction not in ("up", "down") or indicator.over_periods == "sum":
            continue
        goals = sorted((t.due, t.value) for t in indicator.targets if t.value is not None)
        for (before, high), (after, low) in pairwise(goals):
            if low < high if indicator.direction == "up" else low > high:
                yield Observation(
                    path=f"indicators[{indicator.id}].targets[{after}].value",
                    also_at=(f"indicators[{indicator.id}].targets[{before}].value",),
                    message=gettext(
                        "{indicator} should go {direction}, and its targets go from {first} by"
                        " {first_day} to {second} by {second_day}.",
                        indicator=quoted(indicator.name),
                        direction=BETTER.within(indicator.direction),
                        first=number(high),
                        first_day=day(before),
                        second=number(low),
                        second_day=day(after),
                    ),
                    next_step=gettext(
                        "Correct the targets or which way is better; where each period counts for"
                        " itself, say under “Over periods” that figures are added up."
                    ),
                )
                break
