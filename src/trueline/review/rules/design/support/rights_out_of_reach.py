"""Rights that people can’t use in practice.

Why: The toolkit asks which options victims have in practice: legal aid, interpreters, and
protection before, during and after proceedings, for their families too (8 Q5). Fear of
retribution is a reason to stay away (8 L1.7).

Example: Clients have a claim to compensation, and no lawyer to file it.

Resolve: Add the service, or say who gives it and how clients get there.
"""

from collections.abc import Iterator

from trueline.design import Design, Support
from trueline.language import gettext, joined, ngettext
from trueline.review.finding import Observation, shared_address
from trueline.review.missing_fields import answered
from trueline.review.rule import RuleContext, rule
from trueline.review.wording import names_of

NEEDED = frozenset(["legal-aid", "interpreting", "witness-protection"])


@rule(
    sort="not-said",
    severity="note",
    remedy="add",
    refs=("8 Q5", "8 Q5.1", "8 Q5.2", "8 Q5.4", "8 L1.7"),
)
def rights_out_of_reach(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    toolkit = context.toolkit
    work = [activity for activity in design.of_kind(Support) if activity.services]
    offered = {service for activity in work for service in activity.services}
    labels = [t.label.lower() for t in toolkit.terms("service") if t.id in NEEDED - offered]
    settled = any(answered(design, "support.legal-options", activity.id) for activity in work)
    if work and labels and not settled:
        path, also_at = shared_address([f"activities[{a.id}].services" for a in work], "activities")
        yield Observation(
            path=path,
            also_at=also_at,
            message=ngettext(
                "Clients of {names} are not offered {services}, here or in another activity.",
                "Clients of {names} are not offered {services}, in any of these activities.",
                len(work),
                names=names_of(work),
                services=joined(labels, "or"),
            ),
            next_step=gettext(
                "Add it to the services where people need it, or name the partner who gives it."
            ),
        )
