"""Whether it lasted is asked before it is over.

Why: Retention is measured some time after people were reached or trained (3 E4, 6 E4): a target
that is due while the course still runs can't show it.

Example: Trainees still in post after twelve months, by the end of a year in which the course runs.

Resolve: Set the target by the end of the activity and the months that follow.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import day, gettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.schedule import leading_to

COURSES = ("awareness", "justice")


@rule(sort="cannot-be", severity="error", remedy="modify", refs=("3 E4", "6 E4"))
def retention_before_the_end(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    for indicator in design.indicators:
        behind = leading_to(design, indicator)
        courses = [a for a in behind if a.kind in COURSES] or behind
        ends = {activity.end: activity for activity in courses if activity.end}
        due = min((target.due for target in indicator.targets), default=None)
        if indicator.measures == "retention" and ends and due and due < min(ends):
            course = ends[min(ends)]
            yield Observation(
                path=f"indicators[{indicator.id}].targets[{due}]",
                also_at=(f"activities[{course.id}].end",),
                message=gettext(
                    "{indicator} has a target due on {due}, while {activity} runs until {end}."
                    " What lasts can be seen only afterwards.",
                    indicator=quoted(indicator.name),
                    due=day(due),
                    activity=quoted(course.name),
                    end=day(min(ends)),
                ),
                next_step=gettext(
                    "Set the target after the end of the activity, and the months that follow."
                ),
            )
