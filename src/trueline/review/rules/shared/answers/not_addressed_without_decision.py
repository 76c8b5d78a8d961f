"""“Not addressed”, and nothing decided.

Why: An answer leads to one of four consequences: modify, add, generate, or reconsider (0 I).

Example: Three questions not addressed, and the plan as before.

Resolve: Decide, and write the step down; or give the reason.
"""

from collections.abc import Iterator

from trueline.document import Document
from trueline.document.address import element_address
from trueline.language import gettext
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.shared.answers._questions import question_label


@rule(sort="not-said", severity="warning", remedy="modify", refs=("0 I",))
def not_addressed_without_decision(context: RuleContext[Document]) -> Iterator[Observation]:
    document = context.document
    toolkit = context.toolkit
    about = {step.about for step in document.next_steps}
    for answer in document.answers:
        covered = {
            answer.key_value,
            answer.question,
            element_address("", "answers", answer),
        } & about
        if answer.stance == "not-addressed" and not covered and not answer.text:
            yield Observation(
                path=element_address("", "answers", answer),
                message=gettext(
                    "{question} is not addressed, and nothing is decided about it.",
                    question=question_label(toolkit, answer),
                ),
                next_step=gettext(
                    "Decide whether to modify, add, find out or reconsider, and note the step;"
                    " or write why it is left."
                ),
            )
