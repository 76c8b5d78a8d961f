"""Nobody asks whether it lasted.

Why: Retention shows how far changes have been retained (3 E4, 6 E4, 4 E4). Effects of trainings
and meetings might diminish over time.

Example: A test on the last day of the course, and none later.

Resolve: Measure again, at the months that the toolkit names.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit

KINDS = {
    "awareness": ("learning", "awareness.retention"),
    "justice": ("learning", "justice.retention"),
    "livelihoods": ("livelihoods", "livelihoods.retention"),
}


@rule(severity="warning", remedy="add", refs=("3 E4", "6 E4", "4 E4"))
def retention_not_measured(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    kinds = {activity.kind for activity in design.activities}
    again = any(i.measures == "retention" or i.follow_up_months for i in design.indicators)
    for kind, (measures, category) in KINDS.items():
        first = next((i for i in design.indicators if i.measures == measures), None)
        if kind in kinds and first and not again:
            months = toolkit[category].months_after  # type: ignore[union-attr]
            yield Found(
                path=f"indicators[{first.id}].follow_up_months",
                message=f"{quoted(first.name)} is measured once. Whether the change lasts is not asked.",
                next_step=f"Measure it again {' and '.join(map(str, months))} months after, and"
                " say who does it.",
            )
            return
