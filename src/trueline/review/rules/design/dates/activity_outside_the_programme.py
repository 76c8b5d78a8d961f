"""An activity outside the time of the programme.

Why: An activity has nobody to carry it out and no money before the programme begins or after it
ends. Activities and objectives have to be clearly linked (9 E4.2).

Example: The programme ends in December 2028, and a course runs until June 2029.

Resolve: Move the activity, or correct the dates of the programme.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import dates, gettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="cannot-be", severity="error", remedy="modify", refs=("9 E4.2",))
def activity_outside_the_programme(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    bounds = [day for day in (design.start, design.end) if day]
    for activity in design.activities:
        early = design.start and activity.start and activity.start < min(bounds)
        late = design.end and activity.end and activity.end > max(bounds)
        if early or late:
            field = "start" if early else "end"
            yield Observation(
                path=f"activities[{activity.id}].{field}",
                also_at=(field,),
                message=gettext(
                    "{activity} is planned for {dates}; the programme is for {whole}.",
                    activity=quoted(activity.name),
                    dates=dates(activity.start, activity.end),
                    whole=dates(design.start, design.end),
                ),
                next_step=gettext("Move the activity, or correct the dates of the programme."),
            )
