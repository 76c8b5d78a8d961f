"""Behaviour stands in for impact without a verified link.

Why: Change in behaviour may be used as a proxy only if the link from the action to less
trafficking is sufficiently robust, for example based on verified assumptions (3 E5, 6 E5).

Example: “Valid hotline calls” are put forward as proof of less trafficking, and the link is an
arrow.

Resolve: Verify the assumption on the link, or claim no more than the behaviour.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="said-badly", severity="error", remedy="generate", refs=("3 E5", "6 E5"))
def proxy_without_verified_link(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    toolkit = context.toolkit
    allowed = {c.measures for c in toolkit.categories() if c.stands_in == "if-verified"}
    results = {result.id: result for result in design.results}
    for indicator in design.indicators:
        claimed = results.get(indicator.stands_in_for or "")
        if not claimed or indicator.measures not in allowed:
            continue
        steps = [link for link in design.theory.into[claimed.id] if link.cause == indicator.result]
        if not any(assumption.is_backed for link in steps for assumption in link.assumptions):
            yield Observation(
                path=f"indicators[{indicator.id}].stands_in_for",
                message=gettext(
                    "{indicator} is to stand in for {claimed}, but nothing verified links the two.",
                    indicator=quoted(indicator.name),
                    claimed=quoted(claimed.name),
                ),
                next_step=gettext(
                    "Verify the assumption on the link between them and note how, or let the"
                    " indicator show behaviour only."
                ),
            )
