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
from trueline.review.reading.phrases import (
    first_asserted,
    is_denied,
    named_in_clause,
    named_in_sentence,
)
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.texts._answers_of_others import OTHERS
from trueline.review.rules.design.texts._answers_of_support import SUPPORT
from trueline.review.rules.design.texts._contradictions import Answer, Clue

ANSWERS = SUPPORT + OTHERS
SPOKEN_OF = tuple(dict.fromkeys(clue.concept for answer in ANSWERS for clue in answer.clues))
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
        for answer in ANSWERS:
            if answer.kind != activity.kind or answer.field in reported:
                continue
            if getattr(activity, answer.field) not in answer.values:
                continue
            if contradiction := _spoken_against(answer, activity, texts):
                reported.add(answer.field)
                yield contradiction


def _spoken_against(
    answer: Answer, activity: ActivityBase, texts: list[tuple[FieldText, WordsRead]]
) -> Observation | None:
    for clue in answer.clues:
        for text, words in texts:
            if clue.only_in and text.field not in clue.only_in:
                continue
            if first_asserted(words, clue.unless):
                continue
            if place := _place(clue, words):
                return _observation(answer, activity, text, quoted(words.sentence(place)))
    return None


def _place(clue: Clue, words: WordsRead) -> Occurrence | None:
    """Where the words say otherwise: with the other concepts beside them, and not denied."""
    for place in words.of(clue.concept):
        together = all(named_in_sentence(words, place, *_any_of(each)) for each in clue.also)
        in_clause = all(named_in_clause(words, place, *_any_of(each)) for each in clue.beside)
        excluded = bool(clue.without) and named_in_sentence(words, place, *clue.without)
        if (
            together
            and in_clause
            and not excluded
            and (clue.even_denied or not is_denied(words, place))
        ):
            return place
    return None


def _any_of(concepts: str | tuple[str, ...]) -> tuple[str, ...]:
    return (concepts,) if isinstance(concepts, str) else concepts


def _observation(
    answer: Answer, activity: ActivityBase, text: FieldText, quote: str
) -> Observation:
    field = activity.field_title(answer.field)
    reads_as = gettext(answer.reads_as)
    if getattr(activity, answer.field) is None:
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
        path=f"activities[{activity.id}].{answer.field}",
        also_at=(text.address,),
        severity="error" if answer.rights else None,
        message=message,
        next_step=gettext(
            "Ask the people who do the work which is true; put the text right, or the practice."
        ),
    )
