"""Results that lead back to themselves.

Why: Linkages have to lead from actions to an effect on trafficking (3 L2.4). A circle explains
nothing by itself.

Example: More reports lead to more trust, which leads to more reports.

Resolve: Say where it starts, and cut the link that closes the circle.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, joined, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule


@rule(sort="cannot-be", severity="error", remedy="modify", refs=("3 L2.4",))
def circular_reasoning(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    names = {a.id: a.name for a in design.activities} | {r.id: r.name for r in design.results}
    for circle in design.theory.circles():
        path, *others = sorted(_address(design, node) for node in circle)
        yield Observation(
            path=path,
            also_at=tuple(others),
            message=gettext(
                "These lead back to themselves: {names}.",
                names=joined([quoted(names[node]) for node in circle]),
            ),
            next_step=gettext(
                "Decide where it starts, and remove the link that closes the circle."
            ),
        )


def _address(design: Design, node: str) -> str:
    kind = "activities" if node in design.theory.activities else "results"
    return f"{kind}[{node}]"
