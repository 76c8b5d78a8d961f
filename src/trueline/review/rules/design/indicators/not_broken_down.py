"""Not broken down where rights turn on it.

Why: What people get still often depends on age, sex and how they were identified (7 L6); rights
differ for children (8 L8) and non-nationals (5 E5.7). Totals hide it.

Example: “Victims assisted: 340.”

Resolve: Break it down by sex and age band, and by residence status where rights differ.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, gettext_noop, joined, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.people import counts_no_people
from trueline.toolkit import Indicator as ToolkitIndicator

BY = {"age-band": gettext_noop("age"), "sex": gettext_noop("sex")}


@rule(sort="not-said", severity="warning", remedy="modify", refs=("7 L6", "8 L8", "5 E5.7"))
def not_broken_down(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    toolkit = context.toolkit
    for indicator in design.indicators:
        about_people = indicator.measures in (
            "identification",
            "services",
            "reintegration",
            "feedback",
        )
        missing = BY.keys() - set(indicator.disaggregation)
        small = indicator.measure in ("yes-no", "checklist", "qualitative")
        model = toolkit.get(indicator.toolkit_id or "")
        no_people = isinstance(model, ToolkitIndicator) and "sex" not in model.disaggregation
        no_people = no_people or counts_no_people(indicator)
        if about_people and missing and not small and not no_people:
            yield Observation(
                path=f"indicators[{indicator.id}].disaggregation",
                message=gettext(
                    "{indicator} is not broken down by {lists}.",
                    indicator=quoted(indicator.name),
                    lists=joined([gettext(BY[name]) for name in BY if name in missing]),
                ),
                next_step=gettext(
                    "Break it down by sex and age band, and by residence status where rights"
                    " differ by it. Publish no small numbers."
                ),
            )
