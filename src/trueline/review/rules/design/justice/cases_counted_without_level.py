"""Cases are counted without their level in the chain.

Why: Numbers of investigations and prosecutions without the level reached say little about
networks (6 L2.1); the toolkit’s own indicator asks for cases that reach more than one link
(6 E5.2).

Example: “Number of prosecutions” is the only indicator of the outcome.

Resolve: Break cases down by part in the chain, or add the share with more than one link.
"""

from collections.abc import Iterator

from trueline.design import Design, Justice
from trueline.language import gettext
from trueline.review.finding import Observation, shared_address
from trueline.review.rule import RuleContext, rule
from trueline.review.wording import names_of

COVERED = ("justice.chain-links",)


@rule(sort="said-badly", severity="warning", remedy="modify", refs=("6 L2.1", "6 E5.2"))
def cases_counted_without_level(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    words = {each.id: context.reading.words(each.statement) for each in design.indicators}
    counted = [
        each
        for each in design.indicators
        if words[each.id].names("cases-counted") and each.direction != "down"
    ]
    told = any(
        indicator.toolkit_id in COVERED or "chain-role" in indicator.disaggregation
        for indicator in design.indicators
    ) or any(words[indicator.id].names("chain-level") for indicator in counted)
    if design.of_kind(Justice) and counted and not told:
        fields = [f"indicators[{indicator.id}].disaggregation" for indicator in counted]
        path, also_at = shared_address(fields, "indicators")
        yield Observation(
            path=path,
            also_at=also_at,
            message=gettext(
                "{names} would rise with any case, however minor the role of those caught.",
                names=names_of(counted),
            ),
            next_step=gettext(
                "Break it down by part in the chain, or add the share of cases that reach more"
                " than one link."
            ),
        )
