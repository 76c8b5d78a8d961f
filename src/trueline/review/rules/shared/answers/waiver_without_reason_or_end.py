"""A finding set aside without a reason or an end.

Why: What a design does in answer to a question is one of a few consequences (0 I). Setting advice
aside is a decision too, and others have to see why it was taken and when it is looked at again.

Example: “Not applicable”, for ever.

Resolve: Give the reason and the date until which it holds. Until then the finding stands.
"""

from collections.abc import Iterator

from trueline.document import Document
from trueline.document.address import element_address
from trueline.language import gettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="not-said", severity="warning", remedy="modify", refs=("0 I",))
def waiver_without_reason_or_end(context: RuleContext[Document]) -> Iterator[Observation]:
    document = context.document
    for waiver in document.waivers:
        if not waiver.why or waiver.until is None:
            field = "until" if waiver.why else "why"
            yield Observation(
                path=f"{element_address('', 'waivers', waiver)}.{field}",
                message=gettext(
                    "The finding {rule} is set aside without an end date, so it still stands.",
                    rule=quoted(waiver.rule),
                )
                if waiver.why
                else gettext(
                    "The finding {rule} is set aside without a reason, so it still stands.",
                    rule=quoted(waiver.rule),
                ),
                next_step=gettext(
                    "Write why, for somebody who reads it in a year, and until when it holds."
                ),
            )
