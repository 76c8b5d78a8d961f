"""An indicator of a change shares no word with the result that it is to show.

Why: What an indicator can show follows from what it counts (3 E2, 3 E3, 3 E5). Where it speaks of evenings and
its result of checking an offer, a reader can’t tell how one would show the other.

Example: “Men who stayed for the whole evening”, for the result “Leavers check an offer before they pay”.

Resolve: Measure what the result says, or say in the definition how the two hang together.
"""

from collections.abc import Iterator

from trueline.design import Design, Indicator, Result
from trueline.language import gettext, quoted
from trueline.lexicon.words import folded_word
from trueline.review.finding import Observation
from trueline.review.reading import Reading
from trueline.review.reading.says_nothing import content_words
from trueline.review.rule import RuleContext, rule

CHANGES = ("learning", "retention", "behaviour", "reintegration", "impact")
SMALL = frozenset(["small"])
ALIKE = 4
"""Words that begin with so many letters alike are taken for one."""

FEWEST = 2
"""A result of fewer words tells too little to be compared."""


@rule(sort="said-badly", severity="note", remedy="modify", refs=("3 E2", "3 E3", "3 E5"))
def speaks_of_something_else(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    results = {result.id: result for result in design.results}
    for indicator in design.indicators:
        result = results.get(indicator.result or "")
        if result is None or indicator.measures not in CHANGES:
            continue
        if context.reading.words(indicator.statement).names("still-so"):
            continue
        result_stems = _stems(context.reading, _texts_of(design, result))
        indicator_stems = _stems(
            context.reading, [indicator.statement, indicator.numerator, indicator.definition]
        )
        if indicator_stems & result_stems or min(len(result_stems), len(indicator_stems)) < FEWEST:
            continue
        if not _in_two_languages(context.reading, indicator, result):
            yield Observation(
                path=f"indicators[{indicator.id}].statement",
                also_at=(f"results[{result.id}]", f"indicators[{indicator.id}].measures"),
                message=gettext(
                    "{indicator} speaks of other things than {result}, which it is to show."
                    " How does one show the other?",
                    indicator=quoted(indicator.name),
                    result=quoted(result.name),
                ),
                next_step=gettext(
                    "Measure what the result says, or say in the definition how the two hang"
                    " together."
                ),
            )


def _in_two_languages(reading: Reading[Design], indicator: Indicator, result: Result) -> bool:
    """Whether one is written in another language, so that no word could be shared."""
    statements = (indicator.statement, result.statement)
    languages = {reading.words(text).language_of("small") for text in statements}
    return len(languages - {None}) > 1


def _texts_of(design: Design, result: Result) -> list[str]:
    """What a result says, with the behaviour that it names."""
    behaviours = [behaviour for behaviour in design.behaviours if behaviour.id == result.behaviour]
    return [
        result.statement,
        *(text for behaviour in behaviours for text in (behaviour.desired, behaviour.current)),
    ]


def _stems(reading: Reading[Design], texts: list[str]) -> frozenset[str]:
    words = [word for text in texts for word in content_words(reading.words(text), SMALL)]
    return frozenset(folded_word(word)[:ALIKE] for word in words)
