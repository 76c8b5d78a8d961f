"""What goes on after the end is hoped for, and nobody is said to pay for it.

Why: Help tends to be short-term (8 L5), and the toolkit asks for money for what is to be done and
measured (1 Q6, 9 Q5). Ownership pays no rent: what goes on does so because somebody has the money for
it.

Example: “The community will take ownership, and the activities will carry on by themselves.”

Resolve: Say who goes on with what, and with which money; or say what ends.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.review.finding import Observation
from trueline.review.reading import FieldText
from trueline.review.reading.phrases import first_asserted
from trueline.review.rule import RuleContext, rule

AFTERWARDS = frozenset(["after_the_end", "after_programme"])


@rule(sort="said-badly", severity="note", remedy="modify", refs=("1 Q6", "8 L5", "9 Q5"))
def nobody_pays_afterwards(context: RuleContext[Design]) -> Iterator[Observation]:
    for text in context.reading.texts:
        if text.field in AFTERWARDS and _is_only_hoped_for(context, text):
            yield Observation(
                path=text.address,
                message=gettext(
                    "{quote} says that it goes on, and not with whose money.",
                    quote=quoted(text.text),
                ),
                next_step=gettext(
                    "Name who pays for what and until when, or say what ends with the programme."
                ),
            )


def _is_only_hoped_for(context: RuleContext[Design], text: FieldText) -> bool:
    words = context.reading.words(text.text)
    if any(map(str.isdigit, text.text)):
        return False
    sought = {words.sentence_of[place.start] for place in words.of("still-sought")}
    paid = {words.sentence_of[place.start] for place in words.of("who-pays")}
    hoped_for = bool(sought) or first_asserted(words, "carries-on-by-itself") is not None
    return hoped_for and paid <= sought
