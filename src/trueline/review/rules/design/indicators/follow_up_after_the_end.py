"""Follow-up after the end, with nobody to do it.

Why: Retention and reintegration are measured months or years after an activity (3 E4, 8 E6);
short programmes end before.

Example: A two-year programme, follow-up at 24 months, and the team leaves at 24.

Resolve: Say who measures after the end, and with what money.
"""

from collections.abc import Iterator
from datetime import date

from trueline.design import Design
from trueline.language import gettext, ngettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.retention import follow_up_of


@rule(sort="cannot-be", severity="warning", remedy="add", refs=("3 E4", "8 E6", "8 L6"))
def follow_up_after_the_end(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    toolkit = context.toolkit
    end = design.end
    if not end or design.evaluation.after_the_end:
        return
    for indicator in design.indicators:
        follow_up = follow_up_of(design, toolkit, indicator)
        months_left = _months_left(
            design, end, from_start=bool(follow_up and follow_up.anchor == "start")
        )
        late = [month for month in indicator.follow_up_months if month > months_left]
        if late:
            yield Observation(
                path="evaluation.after_the_end",
                message=ngettext(
                    "{indicator} is to be measured {count} month after the activity, when the"
                    " programme has ended.",
                    "{indicator} is to be measured {count} months after the activity, when the"
                    " programme has ended.",
                    max(late),
                    indicator=quoted(indicator.name),
                ),
                next_step=gettext("Name who does it then, and set the money aside now."),
            )
            return


def _months_left(design: Design, end: date, *, from_start: bool) -> int:
    """Months from the first activity to end, or to start, until the programme's end."""
    starts = [a.start for a in design.activities if a.start and from_start]
    ends = [a.end for a in design.activities if a.end]
    first = min(starts or ends, default=end)
    return (end.year - first.year) * 12 + end.month - first.month
