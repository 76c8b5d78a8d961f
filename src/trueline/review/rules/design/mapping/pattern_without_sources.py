"""A pattern that rests on no source.

Why: Mapping asks for the specific pattern (2 Q1), and the toolkit was written because designs did
not use what is known. A pattern told from memory may be that of ten years ago.

Example: Recruitment and routes are told in detail, and no study, file or interview is named.

Resolve: Name what it rests on, be it a study, case files or interviews.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="not-said", severity="note", remedy="generate", refs=("2 Q1",))
def pattern_without_sources(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    for pattern in design.patterns:
        if pattern.recruitment and not pattern.sources and not pattern.comparison:
            yield Observation(
                path=f"patterns[{pattern.id}].sources",
                message=gettext(
                    "Nothing says what {pattern} rests on.", pattern=quoted(pattern.name)
                ),
                next_step=gettext(
                    "Add the studies, case files or interviews behind it to the sources, and"
                    " name them here."
                ),
            )
