"""Personal data of a client.

Why: Victims’ privacy and identity are to be protected (5 Q3). A design is copied, mailed and shared;
what lets a client be known puts that person, and those around, at risk. Trueline’s own advice: no
single person belongs in a design.

Example: A former client’s name, date of birth and telephone in the description of an activity.

Resolve: Take it out now, in every copy, and in earlier versions of the file; tell whoever answers for
data protection. Say what the work needs to say of groups, in numbers.
"""

from collections.abc import Iterator
from typing import Any

from trueline.language import gettext, gettext_noop, joined
from trueline.review.finding import Observation
from trueline.review.personal_data import personal_texts, place_of
from trueline.review.rule import RuleContext, rule

KINDS = {
    "birth": gettext_noop("a date of birth"),
    "telephone": gettext_noop("a telephone number"),
    "paper": gettext_noop("the number of a paper"),
    "address": gettext_noop("an address"),
    "name": gettext_noop("the name of a client"),
}


@rule(sort="said-badly", severity="error", remedy="modify", refs=("5 Q3",))
def personal_data(context: RuleContext[Any]) -> Iterator[Observation]:
    for personal in personal_texts(context.reading):
        what = joined([gettext(KINDS[kind]) for kind in personal.kinds])
        yield Observation(
            path=personal.source.address,
            message=gettext(
                "{place} reads as if it held {what}, by which a person could be known. It is not"
                " repeated here.",
                place=place_of(personal.source),
                what=what,
            ),
            next_step=gettext(
                "Take it out now, here and in every copy, and tell whoever answers for data"
                " protection; speak of groups in numbers."
            ),
        )
