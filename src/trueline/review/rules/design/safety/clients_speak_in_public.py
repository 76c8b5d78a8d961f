"""Clients are to speak in public.

Why: Publicity has consequences that cannot be taken back, and children can hardly weigh them; privacy
and identity of victims are to be protected (5 Q3), and children’s best interests come first (8 L8).
Trueline’s own advice: consent that can be withdrawn, preparation, no names, and never a child. Where
children are to speak, this is an error instead of a warning.

Example: “Survivors tell their stories at schools and on the radio.”

Resolve: Say who decides, how consent is asked and taken back, how people are prepared and paid; use
stories that are told by others. With children, look for another way.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.lexicon import Occurrence, WordsRead
from trueline.review.finding import Observation
from trueline.review.reading.phrases import concepts_before, is_denied, nobody_does
from trueline.review.rule import RuleContext, rule


@rule(sort="said-badly", severity="warning", remedy="modify", refs=("5 Q3", "8 L8"))
def clients_speak_in_public(context: RuleContext[Design]) -> Iterator[Observation]:
    reading = context.reading
    for activity in reading.written.activities:
        texts = [(text, reading.words(text.text)) for text in reading.texts_of(activity)]
        people = any(words.names("client", "out-of-it") for _, words in texts)
        for text, words in texts:
            place = _speaking(words)
            if place is None or not (people or words.names("child")):
                continue
            children = _of_children(words, place)
            if words.names("safeguarded") and not children:
                continue
            yield Observation(
                path=text.address,
                severity="error" if children else None,
                message=gettext(
                    "{activity} seems to have children speak in public of what they went through:"
                    " {quote}. Can that be in their interest?",
                    activity=quoted(activity.name),
                    quote=quoted(words.quote(place.start, place.end)),
                )
                if children
                else gettext(
                    "{activity} seems to have clients speak in public: {quote}. Nothing is said of"
                    " consent that can be taken back, or of what protects them afterwards.",
                    activity=quoted(activity.name),
                    quote=quoted(words.quote(place.start, place.end)),
                ),
                next_step=gettext(
                    "Find another way to tell it: nobody’s face, name or story of one child."
                )
                if children
                else gettext(
                    "Say how consent is asked and taken back, how people are prepared, paid and kept"
                    " safe; or tell it without them."
                ),
            )
            break


def _speaking(words: WordsRead) -> Occurrence | None:
    places = words.of("speaks-in-public")
    return next((p for p in places if not is_denied(words, p) and not nobody_does(words, p)), None)


def _of_children(words: WordsRead, place: Occurrence) -> bool:
    """Whether it is children who speak: those who listen come after."""
    return "child" in concepts_before(words, place, "child")
