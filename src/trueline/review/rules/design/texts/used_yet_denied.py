"""A way of acting on the pattern is used, and the reason given says that it is not.

Why: The toolkit asks for each way of acting on the pattern what is done (2 Q5 to Q8). A box says that a
way is used; whether it is can only be read from what is to be done.

Example: “Cut rewards: used. What owners earn is left to the financial intelligence unit.”

Resolve: Say what the programme does about it, or enter the way as not used, with the reason.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.lexicon import Occurrence, WordsRead
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.toolkit import Toolkit

NOT_DONE = ("none-of-it", "left-to-others", "not-offered")


@rule(sort="said-badly", severity="warning", remedy="modify", refs=("2 Q5", "2 Q6", "2 Q7", "2 Q8"))
def used_yet_denied(context: RuleContext[Design]) -> Iterator[Observation]:
    for strategy in context.reading.written.strategies:
        words = context.reading.words(strategy.reasoning)
        place = _denied(words)
        if strategy.used and place:
            yield Observation(
                path=f"strategies[{strategy.kind}].used",
                also_at=(f"strategies[{strategy.kind}].reasoning",),
                message=gettext(
                    "{way} is entered as used, and the text reads as if it were not: {quote}. Which"
                    " is true?",
                    way=quoted(_label(context.toolkit, strategy.kind)),
                    quote=quoted(words.sentence(place)),
                ),
                next_step=gettext(
                    "Say what the programme does about it, or enter it as not used, with the reason."
                ),
            )


def _label(toolkit: Toolkit, kind: str) -> str:
    return next((term.label for term in toolkit.terms("strategy") if term.id == kind), kind)


def _denied(words: WordsRead) -> Occurrence | None:
    """Where it is said that nothing is done, after a denial at first, and no “but” follows."""
    if words.names("but"):
        return None
    denied = [each for each in words.of("denial", *NOT_DONE) if not words.sentence_of[each.start]]
    return denied[0] if denied and words.names(*NOT_DONE) else None
