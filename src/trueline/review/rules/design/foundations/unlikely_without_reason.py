"""A move is called unlikely, and nothing says why.

Why: The toolkit asks of every design whether trafficking could move instead of stopping (1 Q3), and
prevention designs have often taken it for granted that it does not (1 A2). “Unlikely” ends the question
only with what it rests on.

Example: “To another place: unlikely. No displacement is expected.”

Resolve: Say what keeps it from moving, such as a coast, a crop or a law, or judge it as not known.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext
from trueline.language.terms import LIKELIHOOD
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="not-said", severity="note", remedy="generate", refs=("1 Q3", "1 A2"))
def unlikely_without_reason(context: RuleContext[Design]) -> Iterator[Observation]:
    toolkit = context.toolkit
    for entry in context.document.displacement:
        if entry.likelihood == "unlikely" and not entry.reasoning:
            label = toolkit[f"displacement-kind.{entry.kind}"].label.lower()  # type: ignore[union-attr]
            yield Observation(
                path=f"displacement[{entry.kind}].reasoning",
                message=gettext(
                    "A move to {label} is judged {likelihood}, and nothing says why.",
                    label=label,
                    likelihood=LIKELIHOOD.within(entry.likelihood),
                ),
                next_step=gettext(
                    "Write what keeps it from moving, with what you know it from; if nobody"
                    " knows, say so."
                ),
            )
