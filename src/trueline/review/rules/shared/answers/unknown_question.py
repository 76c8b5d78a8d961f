"""An answer to no question of the toolkit.

Why: Answers belong to the questions of the toolkit (0 I); a mistyped one is read by nobody.

Example: “justice.mentorship”.

Resolve: Correct the id.
"""

import difflib
from collections.abc import Iterator

from trueline.document import Document
from trueline.document.address import element_address
from trueline.language import gettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="cannot-be", severity="error", remedy="modify", refs=("0 I",))
def unknown_question(context: RuleContext[Document]) -> Iterator[Observation]:
    document = context.document
    toolkit = context.toolkit
    titles = {question.id: question.title for question in toolkit.questions()}
    for answer in document.answers:
        if answer.question not in titles:
            near = difflib.get_close_matches(answer.question, titles)
            yield Observation(
                path=element_address("", "answers", answer),
                message=gettext(
                    "The toolkit has no question {question}.", question=quoted(answer.question)
                ),
                next_step=(
                    gettext("Did you mean `{name}`?", name=near[0])
                    if near
                    else gettext("Look it up with `trueline toolkit search`.")
                ),
            )
