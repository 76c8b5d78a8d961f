"""Times at which the toolkit asks for a change to be measured again, by what the indicator measures."""

from __future__ import annotations

from trueline.design import Awareness, Design, Indicator, Justice, Livelihoods
from trueline.toolkit import Category, FollowUp, Toolkit
from trueline.toolkit import Indicator as Sample


def retention_of(design: Design, toolkit: Toolkit, indicator: Indicator) -> Category | None:
    """The category of retention that an indicator falls under, or None where there is none.

    What people know or can do is measured again by the times for awareness work, or by those for
    training where only training leads to it; what they live on by those for livelihoods.
    """
    kinds = kinds_behind(design, indicator)
    if indicator.measures == "livelihoods":
        name = "livelihoods"
    elif indicator.measures in ("learning", "retention"):
        name = next((kind for kind in ("awareness", "justice", "livelihoods") if kind in kinds), "")
    else:
        name = ""
    category = toolkit.get(f"{name}.retention")
    return category if isinstance(category, Category) else None


def follow_up_of(design: Design, toolkit: Toolkit, indicator: Indicator) -> FollowUp | None:
    """The times at which the toolkit asks for an indicator to be measured again, and from when months count.

    As the entry of the toolkit that it was taken from says; else as its category of retention does.
    """
    sample = toolkit.get(indicator.toolkit_id or "")
    if isinstance(sample, Sample) and sample.follow_up:
        return sample.follow_up
    category = retention_of(design, toolkit, indicator)
    return category.follow_up if category else None


def kinds_behind(design: Design, indicator: Indicator) -> frozenset[str]:
    """Kinds of the activities that lead to what an indicator measures.

    Those of the whole design where no path tells; criminal justice counts where people are trained.
    """
    behind = design.theory.activities_leading_to(indicator.result)
    return frozenset(
        activity.kind
        for activity in behind or design.activities
        if isinstance(activity, Awareness | Livelihoods)
        or (isinstance(activity, Justice) and activity.training is not False)
    )
