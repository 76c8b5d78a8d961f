"""No follow-up at 6, 12 and 24 months.

Why: Monitoring of reintegration is limited and short-term (8 L6). The toolkit looks at 6, 12 and
24 months (8 E6).

Example: Clients are called once, three months after leaving.

Resolve: Plan follow-up at these times, with consent and with staff to do it.
"""

from collections.abc import Iterator

from trueline.design import Design, Support
from trueline.language import gettext, joined, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="not-said", severity="warning", remedy="add", refs=("8 L6", "8 E6"))
def no_long_follow_up(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    toolkit = context.toolkit
    months = toolkit.follow_up("support.reintegration").at
    for activity in design.of_kind(Support):
        planned = set(activity.follow_up_months).union(
            month
            for indicator in design.indicators
            if indicator.measures == "reintegration"
            for month in indicator.follow_up_months
        )
        missing = [str(month) for month in months if month not in planned]
        if missing:
            yield Observation(
                path=f"activities[{activity.id}].follow_up_months",
                message=gettext(
                    "{activity} does not ask how people fare after {months} months.",
                    activity=quoted(activity.name),
                    months=joined(missing),
                ),
                next_step=gettext(
                    "Ask for consent to be called then, and put the staff for it into the plan."
                ),
            )
