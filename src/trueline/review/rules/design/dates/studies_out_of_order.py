"""Studies in an order that can't be.

Why: A baseline stands before what is compared with it (3 E1, 1 Q6.2): an endline that is due first
has nothing to be compared with.

Example: Endline in February 2027, baseline in January 2029.

Resolve: Correct the dates, or the kind of one of the studies.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import day, gettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule

ORDER = ("baseline", "midline", "endline")


@rule(sort="cannot-be", severity="error", remedy="modify", refs=("3 E1", "1 Q6.2"))
def studies_out_of_order(context: RuleContext[Design]) -> Iterator[Observation]:
    studies = context.document.evaluation.studies
    dated = [(study, study.due) for study in studies if study.due and study.kind in ORDER]
    for study, day_due in dated:
        later = ORDER[ORDER.index(str(study.kind)) + 1 :]
        later_studies = {other_due: other for other, other_due in dated if other.kind in later}
        if later_studies and day_due > min(later_studies):
            other = later_studies[min(later_studies)]
            yield Observation(
                path=f"evaluation.studies[{study.id}].due",
                also_at=(f"evaluation.studies[{other.id}].due",),
                message=gettext(
                    "{study} is due on {day}, after {other}, which is due on {other_day}.",
                    study=quoted(study.name),
                    day=day(day_due),
                    other=quoted(other.name),
                    other_day=day(min(later_studies)),
                ),
                next_step=gettext("Correct the dates, or the kind of one of the two studies."),
            )
