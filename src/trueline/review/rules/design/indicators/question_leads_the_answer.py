"""The question of an indicator tells which answer is wanted.

Why: Monitoring is to show what works and what does not, and to be used for changes (1 Q6); clients’
feedback counts where they can speak freely (8 Q4.3). That a question must not lead is Trueline’s own
advice: those who are helped, taught or paid find it hard to disagree.

Example: “Don’t you agree that the house has made your life better?”

Resolve: Ask openly, of facts, and let “no” be as easy to say as “yes”.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.review.finding import Observation
from trueline.review.reading.phrases import first_asserted
from trueline.review.rule import RuleContext, rule

ASKED_IN = ("statement", "definition", "numerator", "source")


@rule(sort="said-badly", severity="warning", remedy="modify", refs=("1 Q6", "8 Q4.3"))
def question_leads_the_answer(context: RuleContext[Design]) -> Iterator[Observation]:
    for indicator in context.document.indicators:
        for field in ASKED_IN:
            words = context.reading.words(getattr(indicator, field))
            if place := first_asserted(words, "leads-the-answer"):
                yield Observation(
                    path=f"indicators[{indicator.id}].{field}",
                    message=gettext(
                        "{indicator} asks in a way that tells which answer is wanted: {quote}.",
                        indicator=quoted(indicator.name),
                        quote=quoted(words.sentence(place)),
                    ),
                    next_step=gettext(
                        "Ask openly, of what people did or what happened, and let somebody else ask."
                    ),
                )
