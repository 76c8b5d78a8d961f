"""Objectives without a measurable indicator and target.

Why: The toolkit looks for clear, relevant and measurable indicators (9 E5.1); of 11 plans reviewed
five had some (fn 53).

Example: “Stronger cooperation”, and nothing to know it by.

Resolve: Set one indicator of what people do, with a target.
"""

from collections.abc import Iterator

from trueline.language import gettext
from trueline.plan import Plan
from trueline.plan.counting import is_measured
from trueline.review.finding import Observation, address_of_all
from trueline.review.rule import RuleContext, rule
from trueline.review.wording import names_of


@rule(sort="not-said", severity="warning", remedy="add", refs=("9 E5.1", "fn 53", "9 L4.4"))
def objective_unmeasured(context: RuleContext[Plan]) -> Iterator[Observation]:
    plan = context.document
    unmeasured = [objective for objective in plan.objectives if not is_measured(plan, objective.id)]
    if unmeasured:
        path, also_at = address_of_all("objectives", unmeasured)
        yield Observation(
            path=path,
            also_at=also_at,
            message=gettext(
                "No indicator with a target measures {names}.", names=names_of(unmeasured)
            ),
            next_step=gettext("Set one of what people do differently, with a target and a date."),
        )
