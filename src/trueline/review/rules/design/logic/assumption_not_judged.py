"""An assumption whose evidence nobody has looked at.

Why: The toolkit asks what evidence is available for the way from actions to outcomes (3 Q4), and
finds that assumptions often stay unspoken (3 L2.4). Once spoken, each can be weighed.

Example: “Families talk about it at home”, with no word on how anybody knows.

Resolve: Say how strong the evidence is, or how the assumption will be checked.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.beliefs import contradicted
from trueline.review.rules.design.unbacked_links import links_of_belief


@rule(sort="not-said", severity="note", remedy="generate", refs=("3 Q4", "3 L2.4"))
def assumption_not_judged(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    spoken_of = links_of_belief(design)
    for link in design.links:
        for assumption in link.assumptions:
            judged = assumption.strength or assumption.verified is not None or assumption.check
            if not judged and link.id not in spoken_of and not contradicted(assumption):
                yield Observation(
                    path=f"links[{link.id}].assumptions[{assumption.id}].strength",
                    message=gettext(
                        "Nothing says how strong the evidence is for {assumption}.",
                        assumption=quoted(assumption.name),
                    ),
                    next_step=gettext(
                        "Choose none, weak, moderate or strong, name what it rests on, and say"
                        " how it will be checked."
                    ),
                )
