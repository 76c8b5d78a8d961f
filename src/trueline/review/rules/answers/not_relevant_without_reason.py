"""“Not relevant” without a reason.

Why: Only some questions may be relevant (0 I); which are not is itself a judgement that others
need to follow.

Example: Twelve questions marked as not relevant in a row.

Resolve: Add a sentence on why.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.document.address import element_address
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.rules.answers._questions import asked
from trueline.toolkit import Toolkit


@rule(severity="warning", remedy="modify", refs=("0 I",))
def not_relevant_without_reason(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for answer in design.answers:
        if answer.stance == "not-relevant" and not answer.text:
            yield Found(
                path=f"{element_address('', 'answers', answer)}.text",
                message=f"{asked(toolkit, answer)} is marked as not relevant, without a reason.",
                next_step="Write one sentence on why it does not matter here.",
            )
