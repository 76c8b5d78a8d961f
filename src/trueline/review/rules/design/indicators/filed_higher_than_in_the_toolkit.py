"""An indicator filed higher than in the toolkit.

Why: What an indicator can show follows from its category: reach and satisfaction show no
learning, learning and livelihoods no behaviour, and behaviour no impact (3 E2, 3 E3, 3 E5, 4 E3,
6 E2). Filed under a higher one, it would seem to show more than it does.

Example: The toolkit’s number of session participants, entered as a change in behaviour.

Resolve: Choose the toolkit’s category, or write an indicator of your own.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.language.terms import MEASURES
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.toolkit import Indicator as ToolkitIndicator

LADDER = (
    {"baseline", "reach", "satisfaction"},
    {"learning", "livelihoods", "retention"},
    {"behaviour"},
    {"impact"},
)


@rule(
    sort="said-badly",
    severity="error",
    remedy="modify",
    refs=("3 E2", "3 E3", "3 E5", "4 E3", "6 E2"),
)
def filed_higher_than_in_the_toolkit(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    toolkit = context.toolkit
    for indicator in design.indicators:
        if not isinstance(toolkit.get(indicator.toolkit_id or ""), ToolkitIndicator):
            continue
        category = toolkit.category_of(indicator.toolkit_id or "")
        entered, in_the_toolkit = _rung(indicator.measures), _rung(category.measures)
        if entered is not None and in_the_toolkit is not None and entered > in_the_toolkit:
            yield Observation(
                path=f"indicators[{indicator.id}].measures",
                message=gettext(
                    "{indicator} is entered as {measures}. In the toolkit it shows {shows}"
                    " ({ref}).",
                    indicator=quoted(indicator.name),
                    measures=MEASURES.within(str(indicator.measures)),
                    shows=MEASURES.within(category.measures),
                    ref=category.ref,
                ),
                next_step=gettext(
                    "Enter it as {measures}, or take the toolkit’s name off and word it as what"
                    " you measure.",
                    measures=MEASURES.within(category.measures),
                ),
            )


def _rung(change: str | None) -> int | None:
    return next((rung for rung, changes in enumerate(LADDER) if change in changes), None)
