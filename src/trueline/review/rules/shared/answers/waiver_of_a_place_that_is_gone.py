"""A finding set aside at a place that is not there.

Why: A decision on an answer holds for the element that it is about (0 I). Where that was
removed or renamed, it sets nothing aside, and a new finding at the new place would be missed by
those who think it is settled.

Example: The activity was called training-1, and is now called course.

Resolve: Name the present place, as the finding does, or remove the entry.
"""

from collections.abc import Iterator

from trueline.document import Document, resolve
from trueline.document.address import element_address
from trueline.language import gettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="cannot-be", severity="note", remedy="modify", refs=("0 I",))
def waiver_of_a_place_that_is_gone(context: RuleContext[Document]) -> Iterator[Observation]:
    document = context.document
    for waiver in document.waivers:
        if not _stands(document, waiver.element):
            yield Observation(
                path=f"{element_address('', 'waivers', waiver)}.element",
                message=gettext(
                    "{rule} is set aside at {element}, which is not in the document.",
                    rule=quoted(waiver.rule),
                    element=quoted(waiver.element),
                ),
                next_step=gettext(
                    "Run the review, and copy the place from the finding, or remove this entry."
                ),
            )


def _stands(document: Document, address: str) -> bool:
    try:
        resolve(document, address)
    except (KeyError, ValueError):
        return False
    return True
