"""Party to a treaty, and none of its key provisions looked at.

Why: Ratification is one thing, and having the key provisions in national law another (5 E2).

Example: Party to the convention on domestic workers, and no word on the labour code.

Resolve: Fill in the key provisions, and look for each in national law.
"""

from collections.abc import Iterator

from trueline.language import gettext
from trueline.legal import LegalReview
from trueline.review.finding import Observation, address_of_all
from trueline.review.rule import RuleContext, rule
from trueline.review.wording import names_of


@rule(sort="not-said", severity="note", remedy="generate", refs=("5 E2", "5 E2.1"))
def none_of_a_treaty(context: RuleContext[LegalReview]) -> Iterator[Observation]:
    review = context.document
    looked_at = {provision.treaty for provision in review.incorporation}
    bound = [treaty for treaty in review.treaties if treaty.status == "party"]
    if open_ := [treaty for treaty in bound if treaty.item not in looked_at]:
        path, also_at = address_of_all("treaties", open_)
        yield Observation(
            path=path,
            also_at=also_at,
            message=gettext(
                "The country is party to {names}, and no key provision was looked for in its law.",
                names=names_of(open_),
            ),
            next_step=gettext("Fill in the checklist, and look for each article in national law."),
        )
