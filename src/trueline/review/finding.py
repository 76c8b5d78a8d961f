"""What a review says: one piece of advice about one place of a design."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from trueline.document.responses import Waiver
from trueline.document.terms import Remedy

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
REMEDIES: tuple[Remedy, ...] = ("reconsider", "modify", "add", "generate")
"""From the heaviest consequence to the lightest."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule yields: where, what it means for this design, and what to do next.

    `path` is an element address such as `activities[training-1].mentoring`, or "" for the whole
    design. `remedy` and `severity` differ from the rule's own only where the case is another.
    """

    path: str
    message: str
    next_step: str
    remedy: Remedy | None = None
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A `Found`, with what its rule says: why it matters and where the source says so.

    `waiver` is what the team wrote when it set the finding aside; it stays in the review.
    """

    rule: str
    severity: Severity
    remedy: Remedy
    path: str
    message: str
    why: str
    refs: tuple[str, ...]
    next_step: str
    waiver: Waiver | None = None
