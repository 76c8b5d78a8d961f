"""Activities of every kind.

A kind has fields of its own where the toolkit asks something that only this kind can answer. A
new kind is a new class beside the others, joined to `Activity` here.
"""

from typing import Annotated, get_args

from pydantic import Field

from trueline.design.activity_base import ActivityBase
from trueline.design.activity_prevention import Awareness, Legal, Livelihoods
from trueline.design.activity_response import Identification, Justice, Other, Plans, Support

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

ACTIVITY_KINDS: dict[str, type[ActivityBase]] = {
    word: model
    for model in get_args(get_args(Activity)[0])
    for word in get_args(model.__annotations__["kind"])
}
"""The class of each kind, by its word."""
