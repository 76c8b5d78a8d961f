"""A baseline measured after the last target.

Why: A baseline is where one stands before the work (3 E1, 4 E1). Measured after the last target is
due, it can't be what that target is compared with.

Example: Baseline in January 2031, last target in September 2029.

Resolve: Correct one of the two dates.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import day, gettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.schedule import latest_target


@rule(sort="cannot-be", severity="error", remedy="modify", refs=("3 E1", "4 E1"))
def baseline_after_its_target(context: RuleContext[Design]) -> Iterator[Observation]:
    for indicator in context.document.indicators:
        measured = indicator.baseline.measured if indicator.baseline else None
        due = latest_target(indicator)
        if measured and due and measured > due:
            yield Observation(
                path=f"indicators[{indicator.id}].baseline.measured",
                also_at=(f"indicators[{indicator.id}].targets[{due}]",),
                message=gettext(
                    "{indicator} has its baseline on {measured}, after its last target ({due}).",
                    indicator=quoted(indicator.name),
                    measured=day(measured),
                    due=day(due),
                ),
                next_step=gettext("Correct one of the two dates."),
            )
