"""People are taken out of exploitation, and nothing is said of who takes their place.

Why: Trafficking can move to other people (fn 9, 1 Q3): an employer who loses one child or worker may
look for the next. Then those helped are better off, and the number exploited is the same (1 A2).

Example: Children are taken out of domestic work; the households hire other children.

Resolve: Say what keeps employers from taking others, and which figure would show that they did.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.lexicon import Occurrence, WordsRead
from trueline.review.finding import Observation
from trueline.review.reading.phrases import first_asserted
from trueline.review.rule import RuleContext, rule


@rule(sort="not-said", severity="warning", remedy="generate", refs=("fn 9", "1 Q3", "1 A2"))
def replaced_by_another(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    reading = context.reading
    texts = [text for activity in design.activities for text in reading.texts_of(activity)]
    texts += [text for result in design.results for text in reading.texts_of(result)]
    removal = next(
        (
            (text, words, place)
            for text in texts
            if text.field in ("title", "description", "statement")
            and (words := reading.words(text.text))
            and (place := _taken_out(words))
        ),
        None,
    )
    judged = any(entry.kind == "target" and entry.reasoning for entry in design.displacement)
    spoken_of = any(reading.words(text.text).names("replaced") for text in reading.texts)
    if removal and not judged and not spoken_of:
        text, words, place = removal
        yield Observation(
            path="displacement",
            also_at=(text.address,),
            message=gettext(
                "People are to be taken out of exploitation ({quote}). Nothing is said of whether"
                " others are taken in their place.",
                quote=quoted(words.quote(place.start, place.end)),
            ),
            next_step=gettext(
                "Ask what an employer does who loses a child or a worker, and name a figure that"
                " would show it."
            ),
        )


def _taken_out(words: WordsRead) -> Occurrence | None:
    return first_asserted(words, "taken-out")
