"""Treaties whose status nobody has looked up.

Why: The toolkit names fifteen agreements (5 E1), of which the two on refugees are two treaties.

Example: A review that knows of six.

Resolve: Fill them in from the register, and look up the rest.
"""

from collections.abc import Iterator
from typing import get_args

from trueline.document.legal_items import TreatyItem
from trueline.language import gettext, joined, quoted
from trueline.language.terms import TREATY
from trueline.legal import LegalReview
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="not-said", severity="warning", remedy="generate", refs=("5 E1",))
def not_looked_up(context: RuleContext[LegalReview]) -> Iterator[Observation]:
    status = {treaty.item: treaty.status for treaty in context.document.treaties}
    open_ = [item for item in get_args(TreatyItem) if status.get(item) is None]
    if open_:
        yield Observation(
            path="treaties",
            also_at=tuple(f"treaties[{item}].status" for item in open_ if item in status),
            message=gettext(
                "Nothing says how the country stands to {treaties}.",
                treaties=joined([quoted(TREATY.label(item)) for item in open_]),
            ),
            next_step=gettext(
                "Fill them in from the register, which says of which day each fact is known."
            ),
        )
