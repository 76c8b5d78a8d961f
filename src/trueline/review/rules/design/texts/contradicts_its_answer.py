"""A text contradicts the yes or no beside it.

Why: Whether people may leave (8 Q1.5), whether help hangs on a case (8 Q1.6) or on going back (8 L5),
whether a child needs a status (8 L8.2): these are questions of rights, and the house does what its
rules say, not what a box says. Where people’s rights hang on it, this is an error
instead of a warning.

Example: “Free to leave: yes”, and below it “the gate is locked, clients go out with permission”.

Resolve: Find out which is true. If it is the text, change the practice; if it is the box, the text.
"""

from collections.abc import Iterator

from trueline.design import ActivityBase, Design
from trueline.language import gettext, quoted
from trueline.lexicon import Occurrence, WordsRead
from trueline.review.finding import Observation
from trueline.review.reading import FieldText
from trueline.review.reading.phrases import first_asserted, is_denied, named_in_sentence
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.texts._contradictions import CONTRADICTIONS, Contradiction

SPOKEN_OF = tuple(dict.fromkeys(entry.concept for entry in CONTRADICTIONS))
"""What has to be named in a text before it can contradict anything."""


@rule(
    sort="said-badly",
    severity="warning",
    remedy="modify",
    refs=("8 Q1.5", "8 Q1.6", "8 L1.1", "8 L5", "8 L8.2", "7 L5"),
)
def contradicts_its_answer(context: RuleContext[Design]) -> Iterator[Observation]:
    reading = context.reading
    for activity in reading.written.activities:
        read = ((text, reading.words(text.text)) for text in reading.texts_of(activity))
        texts = [(text, words) for text, words in read if words.may_name(*SPOKEN_OF)]
        reported: set[str] = set()
        for entry in CONTRADICTIONS:
            if entry.kind != activity.kind or getattr(activity, entry.field) not in entry.values:
                continue
            if entry.field not in reported and (
                contradiction := _spoken_against(entry, activity, texts)
            ):
                reported.add(entry.field)
                yield contradiction


def _spoken_against(
    entry: Contradiction, activity: ActivityBase, texts: list[tuple[FieldText, WordsRead]]
) -> Observation | None:
    for text, words in texts:
        if entry.only_in and text.field not in entry.only_in:
            continue
        if first_asserted(words, entry.unless):
            continue
        if place := _place(entry, words):
            return _observation(entry, activity, text, quoted(words.sentence(place)))
    return None


def _place(entry: Contradiction, words: WordsRead) -> Occurrence | None:
    """Where the words say otherwise: with the other concepts in the sentence, and not denied."""
    for place in words.of(entry.concept):
        others_named = all(named_in_sentence(words, place, concept) for concept in entry.also)
        excluded = any(named_in_sentence(words, place, concept) for concept in entry.without)
        if others_named and not excluded and (entry.even_denied or not is_denied(words, place)):
            return place
    return None


def _observation(
    entry: Contradiction, activity: ActivityBase, text: FieldText, quote: str
) -> Observation:
    field = activity.field_title(entry.field)
    reads_as = gettext(entry.reads_as)
    if getattr(activity, entry.field) is None:
        message = gettext(
            "{activity} does not answer “{field}”, but the text reads as if {reads_as}: {quote}.",
            activity=quoted(activity.name),
            field=field,
            reads_as=reads_as,
            quote=quote,
        )
    else:
        message = gettext(
            "{activity} answers “{field}” one way, and the text reads as if {reads_as}: {quote}."
            " Which is true?",
            activity=quoted(activity.name),
            field=field,
            reads_as=reads_as,
            quote=quote,
        )
    return Observation(
        path=f"activities[{activity.id}].{entry.field}",
        also_at=(text.address,),
        severity="error" if entry.rights else None,
        message=message,
        next_step=gettext(
            "Ask the people who do the work which is true; put the text right, or the practice."
        ),
    )
