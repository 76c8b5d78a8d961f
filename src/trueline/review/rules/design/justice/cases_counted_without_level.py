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
    words = {
        indicator.id: context.reading.words(indicator.statement) for indicator in design.indicators
    }
    case_counts = [
        indicator
        for indicator in design.indicators
        if words[indicator.id].names("cases-counted") and indicator.direction != "down"
    ]
    leveled = [
        indicator
        for indicator in design.indicators
        if indicator.toolkit_id in COVERED
        or "chain-role" in indicator.disaggregation
        or (indicator in case_counts and words[indicator.id].names("chain-level"))
    ]
    if any(words[indicator.id].names("found-guilty") for indicator in leveled):
        return
    if leveled:
        case_counts = [
            indicator
            for indicator in case_counts
            if indicator.measure == "count" and words[indicator.id].names("found-guilty")
        ]
    if design.of_kind(Justice) and case_counts:
        fields = [f"indicators[{indicator.id}].disaggregation" for indicator in case_counts]
        path, also_at = shared_address(fields, "indicators")
        yield Observation(
            path=path,
            also_at=also_at,
            message=gettext(
                "{names} would rise with any case, however minor the role of those caught.",
                names=names_of(case_counts),
            ),
            next_step=gettext(
                "Break it down by part in the chain, or add the share of cases that reach more"
                " than one link."
            ),
        )
