"""A pattern that no activity works against.

Why: The toolkit asks whether the plan is structured by the patterns of trafficking in the country
(9 Q7); different patterns need different answers.

Example: Forced begging is named, and all 57 activities are on agencies.

Resolve: Add an activity, or say why the pattern waits.
"""

from collections.abc import Iterator

from trueline.language import gettext
from trueline.plan import Plan
from trueline.review.finding import Observation, address_of_all
from trueline.review.rule import RuleContext, rule
from trueline.review.wording import names_of


@rule(sort="not-said", severity="warning", remedy="add", refs=("9 Q7",))
def pattern_unanswered(context: RuleContext[Plan]) -> Iterator[Observation]:
    plan = context.document
    answered = {id for activity in plan.activities for id in activity.patterns}
    idle = [pattern for pattern in plan.patterns if pattern.id not in answered]
    if plan.activities and idle:
        path, also_at = address_of_all("patterns", idle)
        yield Observation(
            path=path,
            also_at=also_at,
            message=gettext("No activity works against {names}.", names=names_of(idle)),
            next_step=gettext("Say for each which activities of all four Ps answer it."),
        )
