"""The theory of change as a picture, and as sentences for those who can't see it."""

from trueline.reports.design.diagram.described import described
from trueline.reports.design.diagram.drawing import diagram_png, diagram_svg
from trueline.reports.design.diagram.live import Live, link_name
from trueline.reports.design.diagram.placing import Placed, placed

__all__ = ["Live", "Placed", "described", "diagram_png", "diagram_svg", "link_name", "placed"]
