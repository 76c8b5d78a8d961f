"""Whom the law leaves out is not asked.

Why: In some countries identification is limited because the law does not cover all forms or all
possible victims (7 L2).

Example: Men on fishing boats are not victims under the law, and are not looked for.

Resolve: Say whom the law leaves out, and how they get help.
"""

from collections.abc import Iterator

from trueline.design import Design, Identification
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import said_by_none
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="note", remedy="generate", refs=("7 L2", "7 Q3.1"))
def law_leaves_people_out(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in said_by_none(design, design.of_kind(Identification), "law_coverage"):
        yield Found(
            path=f"activities[{activity.id}].law_coverage",
            message=f"{quoted(activity.name)} does not say whom the law leaves out.",
            next_step="Ask a lawyer which forms and people are not covered, and plan for help to"
            " them by other ways.",
        )
