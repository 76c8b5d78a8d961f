"""A version was read that is older than the last change of the law.

Why: Laws are revised (5 I); what stood in an older version may no longer be so.

Example: The text of 2019 of a law that was amended in 2024.

Resolve: Read the text as amended.
"""

from collections.abc import Iterator

from trueline.language import day, gettext, quoted
from trueline.legal import LegalReview
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="cannot-be", severity="warning", remedy="modify", refs=("5 I", "5 E2"))
def text_older_than_the_law(context: RuleContext[LegalReview]) -> Iterator[Observation]:
    review = context.document
    amended = {law.id: law.amended for law in review.laws}
    names = {law.id: quoted(law.name) for law in review.laws}
    for holder, provision in review.provisions():
        for id in provision.laws:
            changed = amended.get(id)
            if provision.dated and changed and provision.dated < changed:
                yield Observation(
                    path=f"{holder}[{provision.key_value}].dated",
                    message=gettext(
                        "For {name} the text of {dated} was read, and {law} was amended on {amended}.",
                        name=quoted(provision.name),
                        dated=day(provision.dated),
                        law=names[id],
                        amended=day(changed),
                    ),
                    next_step=gettext("Read the article as amended, and judge it anew."),
                )
                break
