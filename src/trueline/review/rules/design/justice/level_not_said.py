"""Which part of the chain cases should reach is not said.

Why: Many investigations reach people at a low level, and not organisers or networks (6 L2.1, 6 L2.4).
Work that does not say whom it is after gets those who are easiest to catch.

Example: “Special police units in six towns”, and no word on whose cases they will build.

Resolve: Say which part of the chain cases should reach, and what that takes.
"""

from collections.abc import Iterator

from trueline.design import Design, Justice
from trueline.language import gettext
from trueline.review.finding import Observation, shared_address
from trueline.review.missing_fields import is_missing
from trueline.review.reading import Reading
from trueline.review.rule import RuleContext, rule
from trueline.review.wording import names_of


@rule(sort="not-said", severity="note", remedy="generate", refs=("6 L2.1", "6 L2.4", "6 E5.2"))
def level_not_said(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    activities = [
        activity
        for activity in design.of_kind(Justice)
        if not context.reading.words(activity.title).names("coordination")
    ]
    silent = [
        activity
        for activity in activities
        if is_missing(design, activity, "aims_at") and not _says_so(context.reading, activity)
    ]
    if not silent:
        return
    fields = [f"activities[{activity.id}].aims_at" for activity in silent]
    path, also_at = shared_address(fields, "activities")
    yield Observation(
        path=path,
        also_at=also_at,
        message=gettext(
            "Not said of {names}: whether cases should reach those at the bottom, organisers or"
            " whole networks.",
            names=names_of(silent),
        ),
        next_step=gettext(
            "Say which part of the chain cases should reach, and what that takes beyond arrests."
        ),
    )


def _says_so(reading: Reading[Design], activity: Justice) -> bool:
    """Whether an activity says in words whom it is after."""
    texts = (activity.title, activity.description, activity.skills)
    return any(reading.words(text).names("chain-level") for text in texts)
