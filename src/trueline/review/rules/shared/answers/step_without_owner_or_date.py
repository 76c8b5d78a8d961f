"""A next step that nobody will take.

Why: An answer may call for a change, an addition, a search for information or another approach (0
I). A step without an owner and a date leads to none of them.

Example: “Explore mentoring options.”

Resolve: Put a name and a date on it.
"""

from collections.abc import Iterator

from trueline.document import Document
from trueline.language import gettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="not-said", severity="note", remedy="modify", refs=("0 I",))
def step_without_owner_or_date(context: RuleContext[Document]) -> Iterator[Observation]:
    document = context.document
    for step in document.next_steps:
        if not step.done and not (step.owner and step.due):
            if step.owner:
                message = gettext("{step} does not say when.", step=quoted(step.name))
            elif step.due:
                message = gettext("{step} does not say who.", step=quoted(step.name))
            else:
                message = gettext("{step} does not say who and when.", step=quoted(step.name))
            yield Observation(
                path=f"next_steps[{step.id}].{'due' if step.owner else 'owner'}",
                message=message,
                next_step=gettext("Put a name and a date on it, or take it out."),
            )
