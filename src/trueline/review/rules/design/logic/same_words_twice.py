"""Two results, or a result and its indicator, in the same words.

Why: A plan has clear objectives (9 E4.1) and measurable indicators (9 E5.1). A result says what will
be different, an indicator how one would know; in the same words, one of them is not said.

Example: Result and indicator: “Number of victims assisted”.

Resolve: Say in the result what changes for whom; leave the figure to the indicator.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.same_words import alike, by_key, flat, of_what


@rule(sort="cannot-be", severity="warning", remedy="modify", refs=("9 E4.1", "9 E5.1"))
def same_words_twice(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    for first, *others in alike(design.results):
        for other in others:
            yield Observation(
                path=f"results[{other.key_value}]",
                also_at=(f"results[{first.key_value}]",),
                message=gettext("{result} stands twice as a result.", result=quoted(other.name)),
                next_step=gettext("Keep one, or say what sets the second apart."),
            )
    last_first = sorted(design.results, key=by_key, reverse=True)
    results = {of_what(r.statement): r for r in last_first if flat(r.statement)}
    for indicator in design.indicators:
        if result := results.get(of_what(indicator.statement)):
            yield Observation(
                path=f"indicators[{indicator.id}].statement",
                also_at=(f"results[{result.id}].statement",),
                message=gettext(
                    "{result} is both a result and the indicator of one.",
                    result=quoted(indicator.name),
                ),
                next_step=gettext(
                    "Say in the result what changes for whom; leave what is counted to the"
                    " indicator."
                ),
            )
