"""“Not addressed”, and nothing decided.

Why: An answer leads to one of four consequences: modify, add, generate, or reconsider (0 I).

Example: Three questions not addressed, and the plan as before.

Resolve: Decide, and write the step down; or give the reason.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.document.address import element_address
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.rules.answers._questions import asked
from trueline.toolkit import Toolkit


@rule(severity="warning", remedy="modify", refs=("0 I",))
def not_addressed_without_decision(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    about = {step.about for step in design.next_steps}
    for answer in design.answers:
        covered = {
            answer.key_value,
            answer.question,
            element_address("", "answers", answer),
        } & about
        if answer.stance == "not-addressed" and not covered and not answer.text:
            yield Found(
                path=element_address("", "answers", answer),
                message=f"{asked(toolkit, answer)} is not addressed, and nothing is decided about"
                " it.",
                next_step="Decide whether to modify, add, find out or reconsider, and note the"
                " step; or write why it is left.",
            )
