"""The steps of the workspace, in the toolkit's order."""

from __future__ import annotations

from trueline.design import DESIGN
from trueline.document import Step

STEPS = DESIGN.steps
VIEWS = {"theory": "designs:theory", "review": "designs:review", "share": "designs:export"}
"""By the page that a step names: the addresses of those that are no usual one."""

step_named = DESIGN.step
step_of = DESIGN.step_of

__all__ = ["STEPS", "VIEWS", "Step", "step_named", "step_of"]
