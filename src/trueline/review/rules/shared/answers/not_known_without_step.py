"""“Not known” without a step to find out.

Why: Where there is not enough information to answer, an activity to generate it may be added
(0 I).

Example: “How long do officers stay in post? Not known.”

Resolve: Add the step or activity that finds out.
"""

from collections.abc import Iterator

from trueline.document import Document
from trueline.document.address import element_address
from trueline.language import gettext
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.shared.answers._questions import generating_step, question_label


@rule(sort="not-said", severity="warning", remedy="generate", refs=("0 I",))
def not_known_without_step(context: RuleContext[Document]) -> Iterator[Observation]:
    document = context.document
    toolkit = context.toolkit
    about = {step.about for step in document.next_steps}
    for answer in document.answers:
        covered = {
            answer.key_value,
            answer.question,
            element_address("", "answers", answer),
        } & about
        if answer.stance == "not-known" and not covered:
            yield Observation(
                path=element_address("", "answers", answer),
                message=gettext(
                    "{question} is not known, and no step is planned to find out.",
                    question=question_label(toolkit, answer),
                ),
                next_step=generating_step(toolkit, answer),
            )
