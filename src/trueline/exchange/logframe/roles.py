"""The roles of columns, as a person chooses them."""

from __future__ import annotations

from trueline.language import gettext, gettext_noop

ROLES = {
    "level": gettext_noop("Level"),
    "code": gettext_noop("Code"),
    "objective": gettext_noop("Objective or activity"),
    "indicator": gettext_noop("Indicator"),
    "definition": gettext_noop("Definition"),
    "numerator": gettext_noop("Numerator"),
    "denominator": gettext_noop("Denominator"),
    "unit": gettext_noop("Unit"),
    "baseline": gettext_noop("Baseline"),
    "baseline_text": gettext_noop("Baseline in words"),
    "baseline_date": gettext_noop("Date of the baseline"),
    "baseline_source": gettext_noop("Source of the baseline"),
    "milestone": gettext_noop("Interim target"),
    "target": gettext_noop("Target"),
    "target_date": gettext_noop("Date of the target"),
    "source": gettext_noop("Means of verification or source"),
    "methods": gettext_noop("Method of collection"),
    "frequency": gettext_noop("Frequency"),
    "responsible": gettext_noop("Responsible"),
    "disaggregation": gettext_noop("Broken down by"),
    "limitations": gettext_noop("Limits"),
    "assumptions": gettext_noop("Assumptions"),
    "risks": gettext_noop("Risks"),
    "mitigation": gettext_noop("What is done about risks"),
    "activity": gettext_noop("List of activities"),
    "target_group": gettext_noop("Target group"),
    "people": gettext_noop("Number of people"),
    "start": gettext_noop("Start"),
    "end": gettext_noop("End"),
    "means": gettext_noop("Means or inputs"),
    "cost": gettext_noop("Cost or budget"),
    "comment": gettext_noop("Kept as a comment"),
}
"""The roles that are offered, in the order in which a logframe has them."""


def role_label(role: str) -> str:
    """The label of a role; what is offered to nobody is kept as a comment."""
    return gettext(ROLES.get(role, ROLES["comment"]))
