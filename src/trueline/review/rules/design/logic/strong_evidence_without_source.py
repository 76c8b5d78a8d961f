"""Strong evidence that names no source.

Why: The toolkit asks which evidence is available (3 Q4). Evidence that can’t be looked up can’t
be weighed.

Example: “Strong evidence” beside an assumption, and nothing to read.

Resolve: Name the source.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.language.terms import STRENGTH
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="not-said", severity="note", remedy="generate", refs=("3 Q4",))
def strong_evidence_without_source(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    for link in design.links:
        for assumption in link.assumptions:
            claimed = assumption.strength in ("moderate", "strong")
            if claimed and not assumption.sources and not assumption.verified:
                yield Observation(
                    path=f"links[{link.id}].assumptions[{assumption.id}].sources",
                    message=gettext(
                        "The evidence for {assumption} is called {strength}, and no source is"
                        " named.",
                        assumption=quoted(assumption.name),
                        strength=STRENGTH.within(str(assumption.strength)),
                    ),
                    next_step=gettext(
                        "Add the study, evaluation or data to the sources, and name it here."
                    ),
                )
