"""Displacement that no indicator would show.

Why: A programme can succeed where it works and leave the total unchanged (1 A2). Only something
measured elsewhere shows it (1 Q3.4).

Example: The next district is named as likely, but only figures from the project’s own area are
collected.

Resolve: Name an indicator that would show the move, such as totals from the place next door.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext
from trueline.language.terms import LIKELIHOOD
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="not-said", severity="warning", remedy="generate", refs=("1 Q3", "1 A2"))
def displacement_not_watched(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    toolkit = context.toolkit
    indicator_ids = {indicator.id for indicator in design.indicators}
    for entry in design.displacement:
        watched = indicator_ids.intersection(entry.watched_by)
        if entry.likelihood in ("likely", "possible") and entry.mitigation and not watched:
            label = toolkit[f"displacement-kind.{entry.kind}"].label.lower()  # type: ignore[union-attr]
            yield Observation(
                path=f"displacement[{entry.kind}].watched_by",
                message=gettext(
                    "A move to {label} is judged {likelihood}, but no indicator would show it.",
                    label=label,
                    likelihood=LIKELIHOOD.within(entry.likelihood),
                ),
                next_step=gettext(
                    "Add an indicator that would show it, with somebody who has the figures, and"
                    " name it here."
                ),
            )
