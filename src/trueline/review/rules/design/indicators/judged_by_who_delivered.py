"""Those who did the work judge what came of it.

Why: Monitoring is to show what works and what does not (1 Q6), and feedback counts where people can give
it freely, anonymously too (8 Q4.3). That somebody else should ask is Trueline’s own advice: whoever
taught or helped people is told what they like to hear.

Example: What trainees do at work is judged by “the trainers who gave the course”.

Resolve: Let somebody ask who had no part in it, or check a sample of what is reported.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.review.finding import Observation
from trueline.review.reading.phrases import concepts_before
from trueline.review.rule import RuleContext, rule

OF_WHAT_CAME = ("satisfaction", "retention", "behaviour", "reintegration", "impact")
"""Tests of learning are given by those who taught, and counts of what was done by those who did it."""


@rule(sort="said-badly", severity="note", remedy="modify", refs=("1 Q6", "8 Q4.3"))
def judged_by_who_delivered(context: RuleContext[Design]) -> Iterator[Observation]:
    for indicator in context.document.indicators:
        words = context.reading.words(indicator.responsible)
        place = next(iter(words.of("who-delivered")), None)
        if indicator.measures not in OF_WHAT_CAME or place is None:
            continue
        if not concepts_before(words, place, "denial"):
            yield Observation(
                path=f"indicators[{indicator.id}].responsible",
                message=gettext(
                    "{indicator} is judged by {who}, who did the work that it is to judge.",
                    indicator=quoted(indicator.name),
                    who=quoted(indicator.responsible),
                ),
                next_step=gettext(
                    "Name somebody who had no part in the work, or say who checks a sample."
                ),
            )
