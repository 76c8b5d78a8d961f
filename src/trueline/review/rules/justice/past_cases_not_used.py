"""Past cases are not used.

Why: The toolkit asks whether cases have been prosecuted here, what they have in common, and which
could raise the standard (6 Q3). Many practitioners want to know how others handled theirs
(6 L2.3).

Example: The exercises come from another continent, and two local judgments stay unread.

Resolve: Name the cases that the work learns from, from here or from a place like it.
"""

from collections.abc import Iterator

from trueline.design import Design, Justice
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import said_by_none
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="note", remedy="generate", refs=("6 Q3", "6 L2.3"))
def past_cases_not_used(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    trainings = [activity for activity in design.of_kind(Justice) if activity.training]
    for activity in said_by_none(design, trainings, "past_cases"):
        yield Found(
            path=f"activities[{activity.id}].past_cases",
            message=f"{quoted(activity.name)} does not say what was learned from cases that were"
            " prosecuted here.",
            next_step="Ask the court registry for closed cases, and use two judgments, without"
            " names, as material.",
        )
