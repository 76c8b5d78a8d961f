"""Measured again too early.

Why: Retention is measured 6 to 12 months after awareness work, at least 12 after training, and at
12 and 24 months for livelihoods (3 E4, 6 E4, 4 E4).

Example: “Follow-up after three months” for a training of judges.

Resolve: Move the follow-up to the months that the toolkit names.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit

KINDS = {
    "awareness": "awareness.retention",
    "justice": "justice.retention",
    "livelihoods": "livelihoods.retention",
}


@rule(severity="warning", remedy="modify", refs=("3 E4", "6 E4", "4 E4"))
def retention_too_early(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    kinds = {activity.kind for activity in design.activities}
    wanted = [
        min(toolkit[name].months_after)  # type: ignore[union-attr]
        for kind, name in KINDS.items()
        if kind in kinds
    ]
    for indicator in design.indicators:
        if indicator.measures not in ("learning", "livelihoods", "retention") or not wanted:
            continue
        months = indicator.follow_up_months
        if months and max(months) < min(wanted):
            yield Found(
                path=f"indicators[{indicator.id}].follow_up_months",
                message=f"{quoted(indicator.name)} is measured again after {max(months)} months;"
                " too early to show that a change lasts.",
                next_step=f"Measure it again at least {min(wanted)} months after the activity.",
            )
