"""A move is called unlikely, and the text tells of one.

Why: Where trafficking may move, the design has to say what that does to its effect (1 Q3): to another
place, or to the next person whom an employer takes (1 A2).

Example: “To other people: unlikely. When a girl leaves, the owner brings another from her village.”

Resolve: Judge again, and say what is done about it; or say why it does not happen here.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.language.terms import LIKELIHOOD
from trueline.lexicon import Occurrence, WordsRead
from trueline.review.finding import Observation
from trueline.review.reading.phrases import first_asserted, named_in_sentence, nobody_does
from trueline.review.rule import RuleContext, rule


@rule(sort="said-badly", severity="warning", remedy="reconsider", refs=("1 Q3", "1 A2"))
def unlikely_yet_told(context: RuleContext[Design]) -> Iterator[Observation]:
    for entry in context.document.displacement:
        words = context.reading.words(entry.reasoning)
        place = first_asserted(words, "replaced", "moves-on") or _taken_or_moved(words)
        if entry.likelihood == "unlikely" and place and not nobody_does(words, place):
            yield Observation(
                path=f"displacement[{entry.kind}].likelihood",
                also_at=(f"displacement[{entry.kind}].reasoning",),
                message=gettext(
                    "A move is judged {likelihood}, and the reason given reads as if it happens:"
                    " {quote}. Which is true?",
                    likelihood=LIKELIHOOD.within(entry.likelihood),
                    quote=quoted(words.sentence(place)),
                ),
                next_step=gettext(
                    "Judge again, and say what is done about it; or say why it does not happen here."
                ),
            )


def _taken_or_moved(words: WordsRead) -> Occurrence | None:
    """Where somebody takes the next one, or goes elsewhere, without an if or a but."""
    for place in words.of("the-next-one"):
        qualifiers = ("denial", "but", "only-meant")
        if named_in_sentence(words, place, "takes-or-moves") and not any(
            named_in_sentence(words, place, concept) for concept in qualifiers
        ):
            return place
    return None
