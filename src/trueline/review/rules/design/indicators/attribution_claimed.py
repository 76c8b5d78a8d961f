"""The programme claims to be the cause.

Why: The toolkit does not focus on attribution: how far changes can be ascribed to one programme (0
I). Its indicators don’t show it.

Example: “Thanks to the project trafficking fell by 20 per cent.”

Resolve: Say contribution, and what else was going on.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.lexicon import Occurrence, WordsRead
from trueline.review.finding import Observation
from trueline.review.reading.phrases import concepts_before, named_in_sentence
from trueline.review.rule import RuleContext, rule

CLAIMS = frozenset(
    """
    summary statement definition numerator rationale learning limitations reasoning
    note comparison after_the_end evidence check
    """.split()  # noqa: SIM905
)
"""Fields in which a design says what will have changed, and why."""


@rule(sort="said-badly", severity="warning", remedy="modify", refs=("0 I", "3 E6"))
def attribution_claimed(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    if design.evaluation.claims_attribution:
        yield Observation(
            path="evaluation.claims_attribution",
            message=gettext(
                "The design claims that changes will be due to this programme. The indicators"
                " here can’t show that."
            ),
            next_step=gettext(
                "Speak of contribution, name what else may bring the change about, or plan a"
                " study designed for attribution."
            ),
        )
    reading = context.reading
    for text in reading.texts:
        if text.field not in CLAIMS:
            continue
        words = reading.words(text.text)
        if place := _claim(words):
            yield Observation(
                path=text.address,
                message=gettext(
                    "“{field}” reads as a claim to be the cause: {quote}. The indicators here can’t"
                    " show that.",
                    field=type(text.part).field_title(text.field),
                    quote=quoted(words.sentence(place)),
                ),
                next_step=gettext(
                    "Speak of contribution, name what else may bring the change about, or plan a"
                    " study designed for attribution."
                ),
            )


def _claim(words: WordsRead) -> Occurrence | None:
    """Where a change is put down to the programme, and no denial stands before it."""
    claims = (*words.of("attribution"), *_in_other_words(words))
    return next((p for p in claims if not concepts_before(words, p, "denial")), None)


def _in_other_words(words: WordsRead) -> Iterator[Occurrence]:
    for place in words.of("owing"):
        claims_our_change = named_in_sentence(words, place, "a-change") and named_in_sentence(
            words, place, "of-ours"
        )
        if claims_our_change and not named_in_sentence(words, place, "denial"):
            yield place
    for concept, about in (("ours-alone", "a-change"), ("ours-did", "what-it-is-about")):
        for place in words.of(concept):
            if named_in_sentence(words, place, about):
                yield place
    for place in words.of("nothing-else"):
        ours = named_in_sentence(words, place, "of-ours") or named_in_sentence(
            words, place, "says-us"
        )
        if ours and named_in_sentence(words, place, "a-change"):
            yield place
