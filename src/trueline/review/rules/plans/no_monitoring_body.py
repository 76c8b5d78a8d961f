"""Nobody oversees the plan.

Why: The toolkit asks which entity oversees implementation, coordination, monitoring and
reporting, and whether it can (9 Q3).

Example: A committee meets when needed.

Resolve: Name one body with staff, money and a mandate.
"""

from collections.abc import Iterator

from trueline.design import Design, Plans
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import unsaid
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="warning", remedy="add", refs=("9 Q3", "9 E1.1", "9 E1.3", "9 L4.5"))
def no_monitoring_body(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Plans):
        if unsaid(design, activity, "oversight"):
            yield Found(
                path=f"activities[{activity.id}].oversight",
                message=f"{quoted(activity.name)} does not say who oversees, monitors and reports"
                " on it.",
                next_step="Propose one body with a secretariat, quarterly meetings and a yearly"
                " public report.",
            )
