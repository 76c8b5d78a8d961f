"""A hindering factor with no answer to it.

Why: Factors outside the programme may get in its way, such as countries that don’t cooperate; the
toolkit asks how they will be addressed or mitigated (1 Q5).

Example: “The destination country may not cooperate”, and no more.

Resolve: Say how it is avoided or softened, or what is done if it happens.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.wording import quoted
from trueline.toolkit import Toolkit


@rule(severity="warning", remedy="modify", refs=("1 Q5",))
def external_factor_without_mitigation(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for factor in design.external_factors:
        if factor.effect != "helps" and factor.statement and not factor.mitigation:
            yield Found(
                path=f"external_factors[{factor.id}].mitigation",
                message=f"{quoted(factor.name)} may get in the way, and nothing is planned for it.",
                next_step="Write what you do to avoid or soften it, and the sign by which you will"
                " notice it.",
            )
