"""An indicator said to be from the toolkit that is not there.

Why: The toolkit’s list is not exclusive, and own indicators are welcome (0 I). One that carries a
name from the toolkit is read with all that the toolkit says of it, so the name has to be right.

Example: “awareness.participants”.

Resolve: Correct the name, or remove it where the indicator is your own.
"""

import difflib
from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="cannot-be", severity="error", remedy="modify", refs=("0 I",))
def not_in_the_toolkit(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    toolkit = context.toolkit
    toolkit_ids = [indicator.id for indicator in toolkit.indicators()]
    for indicator in design.indicators:
        name = indicator.toolkit_id
        if name and name not in toolkit_ids:
            near = difflib.get_close_matches(name, toolkit_ids)
            yield Observation(
                path=f"indicators[{indicator.id}].toolkit_id",
                message=gettext(
                    "{indicator} is said to be {name} of the toolkit, which has no such indicator.",
                    indicator=quoted(indicator.name),
                    name=quoted(name),
                ),
                next_step=(
                    gettext("Did you mean `{name}`?", name=near[0])
                    if near
                    else gettext(
                        "Look it up with `trueline toolkit search`, or leave this empty for an"
                        " indicator of your own."
                    )
                ),
            )
