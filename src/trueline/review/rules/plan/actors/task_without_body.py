"""A task that no body has.

Why: The toolkit looks for one body each to oversee and coordinate (9 E1.1), to report on (9 E1.2)
and to monitor (9 E1.3) how the plan is carried out.

Example: A committee oversees the plan, and nobody reports on it.

Resolve: Give each task to one body.
"""

from collections.abc import Iterator

from trueline.language import gettext, joined
from trueline.language.terms import TASK
from trueline.plan import Plan
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(
    sort="not-said", severity="warning", remedy="add", refs=("9 Q3", "9 E1.1", "9 E1.2", "9 E1.3")
)
def task_without_body(context: RuleContext[Plan]) -> Iterator[Observation]:
    plan = context.document
    assigned = {task for body in plan.bodies for task in body.tasks}
    unassigned = [task for task in TASK.labels if task not in assigned]
    if plan.bodies and unassigned:
        yield Observation(
            path="bodies",
            message=gettext(
                "No body is in charge of {tasks}.",
                tasks=joined([TASK.within(task) for task in unassigned]),
            ),
            next_step=gettext("Give each task to one body, and write it into its mandate."),
        )
