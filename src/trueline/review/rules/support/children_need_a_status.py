"""Children’s help depends on a status.

Why: All children have rights under the Convention; their access to services must not be
contingent on being designated as victims of trafficking (8 L8.2).

Example: A street child gets a place only after the police confirm trafficking.

Resolve: Open the service to every child in need of it, within child protection.
"""

from collections.abc import Iterator

from trueline.design import Design, Support
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="error", remedy="modify", refs=("8 L8", "8 L8.2"))
def children_need_a_status(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Support):
        if activity.children_status_required is True:
            yield Found(
                path=f"activities[{activity.id}].children_status_required",
                message=f"In {quoted(activity.name)} a child must count as a victim of trafficking"
                " to be helped. This is a question of children’s rights.",
                next_step="Open it to every child who needs it, together with the child protection"
                " authority.",
            )
