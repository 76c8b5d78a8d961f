"""A step without any assumption.

Why: Evaluations find the assumptions underlying the links to be a common gap (3 L2.4); many
programmes rest on assumptions that are often not articulated (1 A1, 1 A2, 1 A3).

Example: Outcome leads to impact by an arrow, and nothing else.

Resolve: Write down what must be true for the step to work.
"""

from collections.abc import Iterator

from trueline.design import Design, Link
from trueline.language import gettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.unbacked_links import assumed_links

MOST = 3


@rule(sort="not-said", severity="warning", remedy="generate", refs=("3 L2.4", "3 Q4"))
def link_without_assumption(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    names = {element.id: element.name for element in (*design.activities, *design.results)}
    bare = [link for link in _that_matter(design) if not link.assumptions]
    if len(bare) > MOST:
        yield Observation(
            path="links",
            message=gettext(
                "{bare} of the {all} steps state no assumption.",
                bare=len(bare),
                all=len(design.links),
            ),
            next_step=gettext(
                "Begin with the step to {effect}: write down what must be true for it to work,"
                " and what you know about it.",
                effect=quoted(names[bare[-1].effect]),
            ),
        )
        return
    for link in bare:
        yield Observation(
            path=f"links[{link.id}].assumptions",
            message=gettext(
                "The step to {effect} states no assumption.", effect=quoted(names[link.effect])
            ),
            next_step=gettext(
                "Ask what would have to be true for it to work, and write it down with what you"
                " know about it."
            ),
        )


def _that_matter(design: Design) -> Iterator[Link]:
    """Links to or from an outcome, or to impact, but for those that other rules take apart."""
    levels = design.theory.levels
    spoken_of = assumed_links(design)
    for link in design.theory.links:
        ends = levels.get(link.cause), levels.get(link.effect)
        jumps = ends[1] == "impact" and ends[0] not in ("outcome", "impact")
        if ("outcome" in ends or "impact" in ends) and not jumps and link.id not in spoken_of:
            yield link
