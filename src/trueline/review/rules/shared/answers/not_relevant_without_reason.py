"""“Not relevant” without a reason.

Why: Only some questions may be relevant (0 I); which are not is itself a judgement that others
need to follow.

Example: Twelve questions marked as not relevant in a row.

Resolve: Add a sentence on why.
"""

from collections.abc import Iterator

from trueline.document import Document
from trueline.document.address import element_address
from trueline.language import gettext
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.shared.answers._questions import question_label


@rule(sort="not-said", severity="warning", remedy="modify", refs=("0 I",))
def not_relevant_without_reason(context: RuleContext[Document]) -> Iterator[Observation]:
    document = context.document
    toolkit = context.toolkit
    for answer in document.answers:
        if answer.stance == "not-relevant" and not answer.text:
            yield Observation(
                path=f"{element_address('', 'answers', answer)}.text",
                message=gettext(
                    "{question} is marked as not relevant, without a reason.",
                    question=question_label(toolkit, answer),
                ),
                next_step=gettext("Write one sentence on why it does not matter here."),
            )
