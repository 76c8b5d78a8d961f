"""Follow-up after the end, with nobody to do it.

Why: Retention and reintegration are measured months or years after an activity (3 E4, 8 E6);
short programmes end before.

Example: A two-year programme, follow-up at 24 months, and the team leaves at 24.

Resolve: Say who measures after the end, and with what money.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.wording import counted, quoted
from trueline.toolkit import Toolkit


@rule(severity="warning", remedy="add", refs=("3 E4", "8 E6", "8 L6"))
def follow_up_after_the_end(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    if not design.end or design.evaluation.after_the_end:
        return
    ends = [activity.end for activity in design.activities if activity.end]
    last = min(ends) if ends else design.end
    left = (design.end.year - last.year) * 12 + design.end.month - last.month
    for indicator in design.indicators:
        late = [month for month in indicator.follow_up_months if month > left]
        if late:
            yield Found(
                path="evaluation.after_the_end",
                message=f"{quoted(indicator.name)} is to be measured {counted(max(late), 'month')}"
                " after the activity, when the programme has ended.",
                next_step="Name who does it then, and set the money aside now.",
            )
            return
