"""The theory of change as a picture, and as sentences for those who can't see it."""

from trueline.reports.design.diagram.described import described
from trueline.reports.design.diagram.drawing import Drawing, diagram_png, diagram_svg, drawn
from trueline.reports.design.diagram.live import Live, link_name
from trueline.reports.design.diagram.parts import around, folded, is_large, levels
from trueline.reports.design.diagram.placing import Placed, placed

__all__ = [
    "Drawing",
    "Live",
    "Placed",
    "around",
    "described",
    "diagram_png",
    "diagram_svg",
    "drawn",
    "folded",
    "is_large",
    "levels",
    "link_name",
    "placed",
]
