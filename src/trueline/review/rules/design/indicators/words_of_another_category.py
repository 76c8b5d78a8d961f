"""An indicator’s words measure something else than its category.

Why: What an indicator can show follows from what it counts: attendance shows no learning, satisfaction
neither, and learning no change in what people do (3 E2, 3 E3, 3 E5, 6 E2). Under a higher name it would
seem to show more than it does.

Example: “Share of trainees who were satisfied with the course”, entered as learning.

Resolve: Enter it as what its words say, and add an indicator of what you want to know.
"""

from collections.abc import Iterator

from trueline.design import Design, Indicator
from trueline.language import gettext, quoted
from trueline.language.terms import MEASURES
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.category_guess import LOWEST, Guess, guess_category

OUTCOME = 2
"""The rung from which something is an outcome."""


@rule(
    sort="said-badly",
    severity="warning",
    remedy="modify",
    refs=("3 E2", "3 E3", "3 E5", "4 E3", "6 E2"),
)
def words_of_another_category(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    levels = {result.id: result.level for result in design.results}
    for indicator in design.indicators:
        guess = guess_category(context.reading, indicator)
        if guess is None:
            continue
        if indicator.measures is None:
            if guess.rung < OUTCOME and levels.get(indicator.result or "") in ("outcome", "impact"):
                yield _observation(indicator, guess, "")
        elif indicator.measures in LOWEST and guess.rung < LOWEST[indicator.measures]:
            yield _observation(indicator, guess, MEASURES.within(indicator.measures))


def _observation(indicator: Indicator, guess: Guess, entered: str) -> Observation:
    values = {
        "indicator": quoted(indicator.name),
        "words": quoted(guess.words),
        "measures": MEASURES.within(guess.measures),
    }
    return Observation(
        path=f"indicators[{indicator.id}].measures",
        message=gettext(
            "{indicator} is entered as {entered}; by the words {words} it reads as {measures}.",
            entered=entered,
            **values,
        )
        if entered
        else gettext(
            "{indicator} measures an outcome and has no category; by the words {words} it reads as"
            " {measures}, which shows no outcome.",
            **values,
        ),
        next_step=gettext(
            "Enter it as {measures} if the words are right; if the category is, say in the"
            " statement what people would know or do.",
            measures=values["measures"],
        ),
    )
