"""Nobody asks whether it lasted.

Why: Retention shows how far changes have been retained over time: 6 to 12 months after awareness
work (3 E4), at least 12 after training (6 E4), 12 and 24 after a start in livelihoods (4 E4).

Example: A test on the last day of the course, and none later.

Resolve: Measure again, at the months that the toolkit names.
"""

from collections.abc import Iterator

from trueline.design import Design
from trueline.language import gettext, ngettext
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.retention import retention_of
from trueline.review.wording import names_of
from trueline.toolkit.wording import follow_up


@rule(sort="not-said", severity="warning", remedy="add", refs=("3 E4", "6 E4", "4 E4"))
def retention_not_measured(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    toolkit = context.toolkit
    categories = [(i, retention_of(design, toolkit, i)) for i in design.indicators]
    measured_again = {
        category.id
        for indicator, category in categories
        if category and (indicator.follow_up_months or indicator.measures == "retention")
    }
    for category in {category.id: category for _, category in categories if category}.values():
        if category.id not in measured_again:
            measured_once = [indicator for indicator, of in categories if of == category]
            path, *others = sorted(f"indicators[{i.id}].follow_up_months" for i in measured_once)
            yield Observation(
                path=path,
                also_at=tuple(others),
                message=ngettext(
                    "{names} is not measured a second time. Whether the change lasts is not asked.",
                    "{names} are not measured a second time. Whether the change lasts is not"
                    " asked.",
                    len(measured_once),
                    names=names_of(measured_once),
                ),
                next_step=gettext(
                    "Measure it again {when}, and say who does it.",
                    when=follow_up(category.follow_up),
                ),
            )
