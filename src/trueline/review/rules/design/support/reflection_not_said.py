"""Whether people get time to decide is not said.

Why: A reflection period, with help that does not depend on it, can benefit both the victim and the
criminal case (8 L4). Where nothing is said, the police tend to decide.

Example: A shelter refers its clients to the police; no word on when, or on their decision.

Resolve: Say how much time people get, and who advises them meanwhile.
"""

from collections.abc import Iterator

from trueline.design import Design, Support
from trueline.language import gettext
from trueline.review.finding import Found, shared_address
from trueline.review.rule import RuleContext, rule
from trueline.review.wording import names_of


@rule(sort="not-said", severity="note", remedy="generate", refs=("8 L4", "8 Q1.6"))
def reflection_not_said(context: RuleContext[Design]) -> Iterator[Found]:
    silent = [
        activity
        for activity in context.document.of_kind(Support)
        if activity.reflection_period is None
    ]
    if not silent:
        return
    fields = [f"activities[{activity.id}].reflection_period" for activity in silent]
    path, also_at = shared_address(fields, "activities")
    yield Found(
        path=path,
        also_at=also_at,
        message=gettext(
            "Not said of {names}: whether people get time to decide, before anybody asks them for a"
            " statement.",
            names=names_of(silent),
        ),
        next_step=gettext("Agree with the police on a time, and say who advises people meanwhile."),
    )
