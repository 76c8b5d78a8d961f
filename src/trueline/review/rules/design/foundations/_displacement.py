"""Whether a design takes it for granted that trafficking will not move."""

from trueline.design import Design, Result
from trueline.review.missing_fields import answered


def taken_for_granted(design: Design) -> Result | None:
    """The first impact that activities lead to, where no kind of displacement is judged at all."""
    judged = any(entry.likelihood not in (None, "not-known") for entry in design.displacement)
    if judged or answered(design, "foundations.displacement"):
        return None
    reached = design.theory.reached_from(design.theory.activities)
    impacts = (result for result in design.results if result.level == "impact")
    return next((result for result in impacts if result.id in reached), None)
