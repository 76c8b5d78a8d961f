"""Displacement judged likely, with nothing done about it.

Why: Where trafficking may move, the design has to say what that does to its effect (1 Q3.4). That
less trafficking here means less overall is not routinely supported (1 A2). Where a move is judged
possible and not likely, this is a note instead of a warning.

Example: “Recruiters will go to the hill villages: likely”, and no activity or agreement follows.

Resolve: Say what is done about it: a partner there, a wider area, another activity.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext
from trueline.language.terms import LIKELIHOOD
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="not-said", severity="warning", remedy="add", refs=("1 Q3", "1 A2"))
def displacement_likely_without_mitigation(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    toolkit = context.toolkit
    for entry in design.displacement:
        if entry.likelihood in ("likely", "possible") and not entry.mitigation:
            label = toolkit[f"displacement-kind.{entry.kind}"].label.lower()  # type: ignore[union-attr]
            yield Observation(
                path=f"displacement[{entry.kind}].mitigation",
                message=gettext(
                    "A move to {label} is judged {likelihood}. What is done about it is not said.",
                    label=label,
                    likelihood=LIKELIHOOD.within(entry.likelihood),
                ),
                next_step=gettext(
                    "Agree with a partner where it may move to, widen the activity, or add one"
                    " that works on the networks."
                ),
                severity="warning" if entry.likelihood == "likely" else "note",
            )
