"""A country is bound before the treaty was adopted.

Why: Nobody can ratify (5 E1) what is not there yet.

Example: Party to the protocol of 2014 since 1998.

Resolve: Correct the day.
"""

from collections.abc import Iterator

from trueline.language import day, gettext, quoted
from trueline.legal import LegalReview
from trueline.legal.checklist import instrument_of
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.toolkit.ratifications import last_day, load_register, parse_moment


@rule(sort="cannot-be", severity="error", remedy="modify", refs=("5 E1",))
def before_it_was_adopted(context: RuleContext[LegalReview]) -> Iterator[Observation]:
    for treaty in context.document.treaties:
        moment = parse_moment(treaty.day or "")
        adopted = load_register().instrument(instrument_of(treaty.item)).adopted
        if moment is not None and last_day(moment) < adopted:
            yield Observation(
                path=f"treaties[{treaty.item}].day",
                message=gettext(
                    "{treaty} was adopted on {adopted}, and the country is said to have acted in"
                    " {day}.",
                    treaty=quoted(treaty.name),
                    adopted=day(adopted),
                    day=treaty.day or "",
                ),
                next_step=gettext("Correct the day; it may be that of another treaty."),
            )
