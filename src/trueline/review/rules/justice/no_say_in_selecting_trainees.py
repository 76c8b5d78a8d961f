"""No say in who is trained.

Why: The toolkit asks what influence the provider has on selection, and how suitable candidates
can be made more likely (6 Q6, fn 37).

Example: The ministry sends whoever is free that week.

Resolve: Agree on criteria in writing, or train in two levels.
"""

from collections.abc import Iterator

from trueline.design import Design, Justice
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import unsaid
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="warning", remedy="modify", refs=("6 Q6", "fn 37"))
def no_say_in_selecting_trainees(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Justice):
        if activity.training and unsaid(design, activity, "selection"):
            yield Found(
                path=f"activities[{activity.id}].selection",
                message=f"{quoted(activity.name)} does not say how trainees are chosen, or what"
                " say you have in it.",
                next_step="Agree with the sending agency on criteria that can be checked, and on a"
                " check of records.",
            )
