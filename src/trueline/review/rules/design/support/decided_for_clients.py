"""Others decide what help a client gets.

Why: The toolkit asks how victims take part in the assessment, in the plan and in decisions (8 Q4). Services
that don’t suit people are a reason to turn them down (8 L1.4). To be informed of a decision is no part
in it.

Example: “The case committee decides what is best for each family and informs them.”

Resolve: Start from the client’s own goals; say what the client can refuse and change.
"""

from collections.abc import Iterator

from trueline.design import Design, Support
from trueline.language import gettext, quoted
from trueline.lexicon import Occurrence, WordsRead
from trueline.review.finding import Observation
from trueline.review.reading.phrases import is_denied
from trueline.review.rule import RuleContext, rule


@rule(sort="said-badly", severity="warning", remedy="modify", refs=("8 Q4", "8 L1.4", "8 E1"))
def decided_for_clients(context: RuleContext[Design]) -> Iterator[Observation]:
    for activity in context.document.of_kind(Support):
        words = context.reading.words(activity.client_say)
        if place := _decided(words):
            yield Observation(
                path=f"activities[{activity.id}].client_say",
                message=gettext(
                    "In {activity} others seem to decide for clients: {quote}.",
                    activity=quoted(activity.name),
                    quote=quoted(words.sentence(place)),
                ),
                next_step=gettext(
                    "Start the plan with the client’s own goals, and say what the client can"
                    " refuse, change and keep."
                ),
            )


def _decided(words: WordsRead) -> Occurrence | None:
    """Where it is said that others decide, and nowhere that clients do."""
    if words.names("they-decide"):
        return None
    return next((p for p in words.of("decided-for-them") if not is_denied(words, p)), None)
