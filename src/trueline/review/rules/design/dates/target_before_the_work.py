"""A target due before any work that leads to it begins.

Why: Activities and objectives have to be clearly linked (9 E4.2); what is due before the first
activity that leads to it is not the work of this programme.

Example: Inspectors are trained from September, and refer half of their cases by February.

Resolve: Correct the date of the target, or name the activity that leads to it earlier.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import day, gettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.schedule import leading_to


@rule(sort="cannot-be", severity="error", remedy="modify", refs=("9 E4.2", "9 E5.1"))
def target_before_the_work(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    for indicator in design.indicators:
        behind = leading_to(design, indicator)
        begins = {activity.start: activity for activity in behind if activity.start}
        early = [target.due for target in indicator.targets if begins and target.due < min(begins)]
        if early and all(activity.start for activity in behind):
            earliest, first = min(early), begins[min(begins)]
            yield Observation(
                path=f"indicators[{indicator.id}].targets[{earliest}]",
                also_at=(f"activities[{first.id}].start",),
                message=gettext(
                    "{indicator} has a target due on {due}. The first activity that leads to it,"
                    " {activity}, begins on {start}.",
                    indicator=quoted(indicator.name),
                    due=day(earliest),
                    activity=quoted(first.name),
                    start=day(min(begins)),
                ),
                next_step=gettext(
                    "Correct the date, or link the activity that brings it about earlier."
                ),
            )
