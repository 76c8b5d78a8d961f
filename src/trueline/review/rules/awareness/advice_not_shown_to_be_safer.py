"""Regular migration promoted without showing that it is safer.

Why: Regular migration is not always safer in practice: it may bring significant debt, and legal
migrants may still be arrested, deported or left without redress (fn 19, 3 Q4).

Example: “Migrate legally”, where the legal way costs a year’s wages in fees.

Resolve: Compare those who went legally and those who did not, before the advice is given.
"""

from collections.abc import Iterator

from trueline.design import Awareness, Design
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import unsaid
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="warning", remedy="generate", refs=("fn 19", "3 Q4"))
def advice_not_shown_to_be_safer(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Awareness):
        if activity.promotes_regular_migration and unsaid(design, activity, "safer_evidence"):
            yield Found(
                path=f"activities[{activity.id}].safer_evidence",
                message=f"{quoted(activity.name)} recommends regular migration. Nothing shows that"
                " it is safer from here.",
                next_step="Compare fees, debt and complaints of people who went each way, before"
                " the advice is printed.",
            )
