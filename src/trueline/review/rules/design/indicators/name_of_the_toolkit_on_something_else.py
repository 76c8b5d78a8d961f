"""A name of the toolkit on something else.

Why: An indicator that carries a name from the toolkit is read with all that the toolkit says of it
(0 I). Leaflets are no calls, and sessions are no people.

Example: “Number of leaflets handed out”, under the toolkit’s number of valid calls.

Resolve: Take the name off, or count what the toolkit counts.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.category_guess import kinds_counted, thing_counted
from trueline.toolkit import Indicator as ToolkitIndicator


@rule(sort="said-badly", severity="warning", remedy="modify", refs=("0 I",))
def name_of_the_toolkit_on_something_else(context: RuleContext[Design]) -> Iterator[Observation]:
    reading = context.reading
    for indicator in context.document.indicators:
        sample = context.toolkit.get(indicator.toolkit_id or "")
        if not isinstance(sample, ToolkitIndicator):
            continue
        own = reading.words(indicator.statement)
        theirs = kinds_counted(reading.words(sample.statement))
        place = thing_counted(own)
        if place is None or not theirs or kinds_counted(own) & theirs:
            continue
        yield Observation(
            path=f"indicators[{indicator.id}].toolkit_id",
            message=gettext(
                "{indicator} counts {words}. The toolkit’s indicator of that name is {sample}.",
                indicator=quoted(indicator.name),
                words=quoted(own.quote(place.start, place.end)),
                sample=quoted(sample.statement),
            ),
            next_step=gettext(
                "Take the toolkit’s name off, or count what it counts and let this one stand beside"
                " it."
            ),
        )
