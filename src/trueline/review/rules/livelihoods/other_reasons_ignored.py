"""Only income is thought of as a reason to leave.

Why: Income is only one of many considerations (4 L2.3), the link between poverty and risky
migration lacks strong evidence (4 L3), and some leave for adventure (4 Q3).

Example: A livelihood plan for young people who leave because of a quarrel at home.

Resolve: Ask people for their reasons, and say which of them you answer.
"""

from collections.abc import Iterator

from trueline.design import Design, Livelihoods
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import unsaid
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="warning", remedy="generate", refs=("4 Q3", "4 L2.3", "4 L3"))
def other_reasons_ignored(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Livelihoods):
        if unsaid(design, activity, "other_reasons"):
            yield Found(
                path=f"activities[{activity.id}].other_reasons",
                message=f"{quoted(activity.name)} takes income as the reason to leave, and asks"
                " for no other.",
                next_step="Ask returnees and those about to leave for their reasons, by age and"
                " sex, and add what is not about income.",
            )
