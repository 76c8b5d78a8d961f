"""An outcome whose words tell only of what was done or of whom it reached.

Why: How many are reached, trained or informed shows no change in what people know or do (3 E2, 6 E2). As
an outcome it makes the whole theory seem to be fulfilled on the day of the last course.

Example: “26 labour officers have completed the course”, entered as an outcome.

Resolve: Enter it as an output, and say in an outcome what these people then do.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.category_guess import highest_rung

CHANGES = ("learning", "retention", "behaviour", "reintegration", "impact")


@rule(sort="said-badly", severity="warning", remedy="modify", refs=("3 E2", "6 E2", "3 L2.4"))
def output_called_outcome(context: RuleContext[Design]) -> Iterator[Observation]:
    for result in context.document.results:
        if result.level not in ("outcome", "impact") or result.change not in CHANGES:
            continue
        words = context.reading.words(result.statement)
        guess = highest_rung(words) if words.names("was-done") else None
        if guess and guess.measures == "reach":
            yield Observation(
                path=f"results[{result.id}].level",
                also_at=(f"results[{result.id}].statement",),
                message=gettext(
                    "{result} is entered as an outcome; by the words {words} it tells of what was"
                    " done, and of no change.",
                    result=quoted(result.name),
                    words=quoted(guess.words),
                ),
                next_step=gettext(
                    "Enter it as an output, and say in an outcome what these people then know or do."
                ),
            )
