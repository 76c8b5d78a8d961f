"""A value beyond the steps of its scale.

Why: Indicators have to be clear and measurable (9 E5.1). On a scale of five steps nobody can answer
seven.

Example: Unit: mean of five steps. Target: 7.

Resolve: Correct the figure, or the number of steps.
"""

import re
from collections.abc import Iterator

from trueline.design import Design, Indicator
from trueline.language import gettext, number, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.units import figures

STEPS_WORDS = (
    "three 3 trois 3 tres 3 four 4 quatre 4 cuatro 4 five 5 cinq 5 cinco 5 six 6 seis 6 seven 7 sept 7"
    " siete 7 ten 10 dix 10 diez 10"
)
_WORDS = STEPS_WORDS.split()
STEPS = {_WORDS[n]: int(_WORDS[n + 1]) for n in range(0, len(_WORDS), 2)}
_COUNT = rf"(\d{{1,2}}|{'|'.join(STEPS)})"
_SCALE = re.compile(
    rf"\b(?:of|out of|sur|sobre|de|en)\s+{_COUNT}\s*(?:steps?|points?|stars?|degrés|échelons|pasos|puntos|"
    rf"grados|estrellas)?\s*$|\b{_COUNT}[- ](?:steps?|points?|degrés|échelons|pasos|puntos|grados)\b"
    rf"|\b[01]\s*(?:to|–|-|à|a)\s*(\d{{1,2}})\b",
    re.IGNORECASE,
)


@rule(sort="cannot-be", severity="error", remedy="modify", refs=("9 E5.1",))
def value_beyond_its_scale(context: RuleContext[Design]) -> Iterator[Observation]:
    for indicator in context.document.indicators:
        highest = _highest(indicator)
        wrong = {at: value for at, value in figures(indicator) if value < 0 or value > highest}
        if highest and wrong:
            first, *others = wrong
            yield Observation(
                path=first,
                also_at=(*others, f"indicators[{indicator.id}].unit"),
                message=gettext(
                    "{indicator} is a scale that ends at {highest}, and stands at {figure}.",
                    indicator=quoted(indicator.name),
                    highest=number(highest),
                    figure=number(wrong[first]),
                ),
                next_step=gettext("Correct the figure, or say how many steps the scale has."),
            )


def _highest(indicator: Indicator) -> int:
    """The highest step that the unit of a scale names; 0 where it names none."""
    match = _SCALE.search(indicator.unit) if indicator.measure == "scale" else None
    if match is None:
        return 0
    steps = next(filter(None, match.groups()))
    return STEPS.get(steps.lower()) or int(steps)
