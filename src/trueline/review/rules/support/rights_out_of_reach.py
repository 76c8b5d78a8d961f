"""Rights that people can’t use in practice.

Why: The toolkit asks which options victims have in practice: legal aid, interpreters, and
protection before, during and after proceedings, for their families too (8 Q5). Fear of retribution is a
reason to stay away (8 L1.7).

Example: Clients have a claim to compensation, and no lawyer to file it.

Resolve: Add the service, or say who gives it and how clients get there.
"""

from collections.abc import Iterator

from trueline.design import Design, Support
from trueline.review.finding import Found
from trueline.review.rule import rule
from trueline.review.unsaid import answered
from trueline.review.wording import listed, quoted
from trueline.toolkit import Toolkit

NEEDED = ("legal-aid", "interpreting", "witness-protection")


@rule(severity="note", remedy="add", refs=("8 Q5", "8 Q5.1", "8 Q5.2", "8 Q5.4", "8 L1.7"))
def rights_out_of_reach(design: Design, toolkit: Toolkit) -> Iterator[Found]:
    for activity in design.of_kind(Support):
        missing = [name for name in NEEDED if name not in activity.services]
        settled = answered(design, "support.legal-options", activity.id)
        if activity.services and missing and not settled:
            labels = [term.label.lower() for term in toolkit.terms("service") if term.id in missing]
            yield Found(
                path=f"activities[{activity.id}].services",
                message=f"{quoted(activity.name)} does not offer {listed(labels, 'or')}.",
                next_step="Add it to the services where people need it, or name the partner who gives it.",
            )
