"""Activities of every kind.

A kind has fields of its own where the toolkit asks something that only this kind can answer. A
new kind is a new class beside the others, joined to `Activity` here.
"""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from trueline.design.activity_base import ActivityBase
from trueline.design.activity_prevention import Awareness, Legal, Livelihoods
from trueline.design.activity_response import Identification, Justice, Other, Plans, Support
from trueline.document.field_spec import models_by_kind

__all__ = [
    "ACTIVITY_KINDS",
    "Activity",
    "ActivityBase",
    "Awareness",
    "Identification",
    "Justice",
    "Legal",
    "Livelihoods",
    "Other",
    "Plans",
    "Support",
]

Activity = Annotated[
    Awareness | Livelihoods | Legal | Justice | Identification | Support | Plans | Other,
    Field(discriminator="kind"),
]

ACTIVITY_KINDS: Mapping[str, type[ActivityBase]] = models_by_kind(Activity, ActivityBase)
"""The class of each kind, by its word."""
