"""A part that costs more than the whole.

Why: A budget tells what each activity costs (9 E2.1) and whether there is money for it (9 Q5). Where
one activity, or measurement, costs more than the whole programme, one of the two sums is wrong.

Example: A programme of 7.9 million with a course of 20 million.

Resolve: Correct one of the two sums.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, money, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.costs import costs


@rule(sort="cannot-be", severity="error", remedy="modify", refs=("9 E2.1", "9 Q5"))
def part_costs_more_than_the_whole(context: RuleContext[Design]) -> Iterator[Observation]:
    whole = context.document.budget
    for path, name, part in costs(context.document):
        if (
            whole
            and whole.amount
            and part.currency == whole.currency
            and part.amount > whole.amount
        ):
            yield Observation(
                path=path,
                also_at=("budget",),
                message=gettext(
                    "{name} costs {part}, more than the whole programme with {whole}.",
                    name=quoted(name),
                    part=money(part.amount, part.currency),
                    whole=money(whole.amount, whole.currency),
                ),
                next_step=gettext("Look for a digit too many, and correct one of the two sums."),
            )
