"""Livelihoods followed up once only.

Why: What became of a livelihood is looked at 12 and 24 months after it was started, above all
where people began a business with a loan or grant (4 E4).

Example: Shops are visited after a year; the loans run for two.

Resolve: Add the second follow-up, or say why the first is enough.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, ngettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.retention import retention_of


@rule(sort="said-badly", severity="note", remedy="add", refs=("4 E4", "4 E4.1"))
def livelihoods_followed_once(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    toolkit = context.toolkit
    for indicator in design.indicators:
        category = retention_of(design, toolkit, indicator)
        months = indicator.follow_up_months
        if category is not toolkit["livelihoods.retention"] or not months:
            continue
        toolkit_months = toolkit.follow_up("livelihoods.retention").at
        if min(toolkit_months) <= max(months) < max(toolkit_months):
            yield Observation(
                path=f"indicators[{indicator.id}].follow_up_months",
                message=ngettext(
                    "{indicator} is last measured after {count} month. The toolkit looks again"
                    " after {months}.",
                    "{indicator} is last measured after {count} months. The toolkit looks again"
                    " after {months}.",
                    max(months),
                    indicator=quoted(indicator.name),
                    months=max(toolkit_months),
                ),
                next_step=gettext(
                    "Plan the later visit with those who stay in the place, such as a"
                    " cooperative or the local office."
                ),
            )
