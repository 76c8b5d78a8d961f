"""Seasons not taken into account.

Why: Timing should take account of seasonal migration patterns (fn 28, 4 E5).

Example: Baseline in the harvest, endline in the dry season.

Resolve: Compare the same months, and say which.
"""

from collections.abc import Iterator

from trueline.design import Design, Livelihoods
from trueline.language import gettext
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="not-said", severity="note", remedy="modify", refs=("fn 28", "4 E5"))
def seasonal_migration_ignored(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    counts_migration = any(
        indicator.measures == "behaviour" and "migra" in indicator.statement.lower()
        for indicator in design.indicators
    )
    for activity in design.of_kind(Livelihoods):
        if counts_migration and not activity.seasonal_migration:
            yield Observation(
                path=f"activities[{activity.id}].seasonal_migration",
                message=gettext(
                    "Migration is to be measured, and nothing says how seasons are taken into"
                    " account."
                ),
                next_step=gettext(
                    "Measure in the same months each year, and write them into the plan."
                ),
            )
