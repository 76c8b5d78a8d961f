"""Activities of every kind.

A kind has fields of its own where the toolkit asks something that only this kind can answer. A
new kind is a new class beside the others, joined to `Activity` and `ACTIVITY_KINDS` here.
"""

from typing import Annotated

from pydantic import Field

from trueline.design.activity_base import ActivityBase
from trueline.design.activity_prevention import Awareness, Legal, Livelihoods
from trueline.design.activity_response import Identification, Justice, Other, Plans, Support

__all__ = [
    "ACTIVITY_KINDS", "Activity", "ActivityBase", "Awareness", "Identification", "Justice",
    "Legal", "Livelihoods", "Other", "Plans", "Support",
]  # fmt: skip

Activity = Annotated[
    Awareness | Livelihoods | Legal | Justice | Identification | Support | Plans | Other,
    Field(discriminator="kind"),
]

ACTIVITY_KINDS: dict[str, type[ActivityBase]] = {
    "awareness": Awareness,
    "livelihoods": Livelihoods,
    "legal": Legal,
    "justice": Justice,
    "identification": Identification,
    "support": Support,
    "plans": Plans,
    "other": Other,
}
