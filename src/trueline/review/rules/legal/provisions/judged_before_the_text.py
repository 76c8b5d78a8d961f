"""Judged before the text that was read was there.

Why: A judgement (5 E2) can't rest on a text of a later day.

Example: Judged in March, by the text of May.

Resolve: Correct one of the two days.
"""

from collections.abc import Iterator

from trueline.language import day, gettext, quoted
from trueline.legal import LegalReview
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="cannot-be", severity="error", remedy="modify", refs=("5 E2",))
def judged_before_the_text(context: RuleContext[LegalReview]) -> Iterator[Observation]:
    for holder, provision in context.document.provisions():
        judged, text = provision.judged_on, provision.dated
        if judged and text and judged < text:
            address = f"{holder}[{provision.key_value}]"
            yield Observation(
                path=f"{address}.judged_on",
                also_at=(f"{address}.dated",),
                message=gettext(
                    "{name} was judged on {judged}, by a text of {text}.",
                    name=quoted(provision.name),
                    judged=day(judged),
                    text=day(text),
                ),
                next_step=gettext("Correct one of the two days."),
            )
