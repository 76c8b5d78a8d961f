"""A follow-up is due before so much time can have passed.

Why: How people live is asked some time after help ended or training was over (8 E3.6, 6 E4). Who began
in June can’t have been back for twelve months by January.

Example: “Safe after twelve months”, by January 2028, from a house that opens in June 2027.

Resolve: Set the target so many months after the first people can have left, or ask earlier.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import day, gettext, number, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.follow_up_times import months_in
from trueline.review.rules.design.schedule import leading_to

LASTING = ("retention", "reintegration")
DAYS_A_MONTH = 30


@rule(sort="cannot-be", severity="error", remedy="modify", refs=("8 E3.6", "6 E4"))
def too_soon_to_have_lasted(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    for indicator in design.indicators:
        months = months_in(indicator.statement)
        behind = leading_to(design, indicator)
        starts = {activity.start: activity for activity in behind if activity.start}
        due = min((target.due for target in indicator.targets), default=None)
        if indicator.measures not in LASTING or not months or not starts or not due:
            continue
        if indicator.measures == "retention" and any(a.end and due < a.end for a in behind):
            continue  # Said already, as asked before the course is over.
        first = min(starts)
        if (due - first).days < months * DAYS_A_MONTH:
            yield Observation(
                path=f"indicators[{indicator.id}].targets[{due}]",
                also_at=(f"activities[{starts[first].id}].start",),
                message=gettext(
                    "{indicator} is asked after {months} months, and is due on {due}. {activity}"
                    " begins only on {start}.",
                    indicator=quoted(indicator.name),
                    months=number(months),
                    due=day(due),
                    activity=quoted(starts[first].name),
                    start=day(first),
                ),
                next_step=gettext(
                    "Set the target so many months after the first people can have left, or ask"
                    " earlier."
                ),
            )
