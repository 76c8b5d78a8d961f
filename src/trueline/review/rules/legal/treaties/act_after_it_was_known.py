"""An act that lies after the day of which it is known.

Why: A status (5 E1) that is known of 2020 can't rest on an act of 2021.

Example: Ratified in 2021, as of 2020.

Resolve: Correct one of the two days.
"""

from collections.abc import Iterator

from trueline.language import gettext, quoted
from trueline.legal import LegalReview
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.toolkit.ratifications import first_day, last_day, parse_moment


@rule(sort="cannot-be", severity="error", remedy="modify", refs=("5 E1",))
def act_after_it_was_known(context: RuleContext[LegalReview]) -> Iterator[Observation]:
    for treaty in context.document.treaties:
        acted, as_of = parse_moment(treaty.day or ""), parse_moment(treaty.as_of or "")
        if acted is None or as_of is None:
            continue
        if first_day(acted) > last_day(as_of):
            yield Observation(
                path=f"treaties[{treaty.item}].as_of",
                also_at=(f"treaties[{treaty.item}].day",),
                message=gettext(
                    "{treaty}: the act is of {day}, and known as of {as_of}.",
                    treaty=quoted(treaty.name),
                    day=treaty.day or "",
                    as_of=treaty.as_of or "",
                ),
                next_step=gettext("Correct one of the two days."),
            )
