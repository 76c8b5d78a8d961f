"""A study outside the time of the programme.

Why: Measurement and learning are to be built into the programme (1 Q6). A midline before it begins
shows nothing of it, and after its end there is nobody to carry out a study unless somebody is named.

Example: An endline in 2030, of a programme that ends in 2028.

Resolve: Move the study, or say who carries it out after the end, and with what money.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import day, gettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.schedule import foreseen_after_the_end, years_of

BEFOREHAND = (None, "baseline", "formative", "research")


@rule(sort="cannot-be", severity="warning", remedy="modify", refs=("1 Q6", "1 Q6.1"))
def study_outside_the_programme(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    begins, ends = years_of(design)
    for study in design.evaluation.studies:
        due = study.due
        path = f"evaluation.studies[{study.id}].due"
        if due and begins and due < begins and study.kind not in BEFOREHAND:
            yield Observation(
                path=path,
                also_at=("start",),
                message=gettext(
                    "{study} is due on {due}, and the programme begins only on {start}.",
                    study=quoted(study.name),
                    due=day(due),
                    start=day(begins),
                ),
                next_step=gettext("Correct the date of the study, or that of the programme."),
            )
        elif due and ends and due > ends and not foreseen_after_the_end(design, due):
            yield Observation(
                path=path,
                also_at=("end",),
                message=gettext(
                    "{study} is due on {due}, when the programme has ended ({end}).",
                    study=quoted(study.name),
                    due=day(due),
                    end=day(ends),
                ),
                next_step=gettext(
                    "Bring it forward, or say who carries it out after the end and who pays."
                ),
            )
