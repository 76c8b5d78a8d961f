"""“Addressed” with nothing that shows it.

Why: The toolkit recommends assessing planned activities with its questions (0 I); others have to be
able to see the answer.

Example: “Mentoring: addressed”, and no text, point or source.

Resolve: Say how, or change the answer.
"""

from collections.abc import Iterator

from trueline.document import Document
from trueline.document.address import element_address
from trueline.language import gettext
from trueline.language.terms import STANCE
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.shared.answers._questions import has_field_text, question_label


@rule(sort="not-said", severity="warning", remedy="modify", refs=("0 I",))
def addressed_with_nothing_to_show(context: RuleContext[Document]) -> Iterator[Observation]:
    document = context.document
    toolkit = context.toolkit
    for answer in document.answers:
        proof = answer.text or answer.points or answer.sources
        if (
            answer.stance in ("addressed", "partly")
            and not proof
            and not has_field_text(document, answer)
        ):
            yield Observation(
                path=f"{element_address('', 'answers', answer)}.text",
                message=gettext(
                    "{question} is marked as {stance}, and nothing shows how.",
                    question=question_label(toolkit, answer),
                    stance=STANCE.within(answer.stance),
                ),
                next_step=gettext(
                    "Write two sentences, name the points covered or a source, or change the"
                    " answer."
                ),
            )
