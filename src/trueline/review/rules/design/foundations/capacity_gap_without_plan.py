"""A gap in expertise or resources with no plan to close it.

Why: The toolkit asks whether there is enough expertise and resource, and how what is missing is
brought into planning and work (1 Q4).

Example: “Behaviour change expertise: not available”, and nothing else.

Resolve: Say who closes the gap, how and by when; or change what depends on it.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="not-said", severity="warning", remedy="add", refs=("1 Q4",))
def capacity_gap_without_plan(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    for capacity in design.capacities:
        if capacity.available in ("no", "partly") and not capacity.gap_closed_by:
            yield Observation(
                path=f"capacities[{capacity.id}].gap_closed_by",
                message=gettext(
                    "{capacity} is needed and is not there. Nothing says how the gap is closed.",
                    capacity=quoted(capacity.name),
                )
                if capacity.available == "no"
                else gettext(
                    "{capacity} is needed and is there only in part. Nothing says how the gap is"
                    " closed.",
                    capacity=quoted(capacity.name),
                ),
                next_step=gettext(
                    "Name the partner, person or purchase that closes it, and the date before"
                    " which it has to be there."
                ),
            )
