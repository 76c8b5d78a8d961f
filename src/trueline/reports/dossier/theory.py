"""The theory of change: the picture, and the same in words."""

from __future__ import annotations

from trueline.design import Design
from trueline.reports.diagram import described, diagram_svg, placed
from trueline.reports.document.blocks import Heading, Picture, Points, Section, Sheet

_UPRIGHT, _TURNED = (455, 640), (700, 400)
_SMALLEST = 0.6
"""How far the picture may shrink before its text is hard to read."""


def theory(design: Design) -> Section:
    """A page for the picture, then each step in a sentence."""
    place = placed(design)
    picture = Picture(
        diagram_svg(design, legend=False),
        max(place.width, 420),
        place.height,
        "Diagram of the theory of change; the same follows in words.",
    )
    return Section(
        "Theory of change",
        (picture, Heading("The same in words"), Points(tuple(described(design)))),
        sheet=sheet_for(place.width, place.height),
        new_page=True,
    )


def sheet_for(width: float, height: float) -> Sheet:
    """The smallest sheet on which a picture of this size stays readable."""
    if _fits(width, height, _UPRIGHT):
        return "upright"
    return "turned" if _fits(width, height, _TURNED) else "large"


def _fits(width: float, height: float, room: tuple[int, int]) -> bool:
    return min(room[0] / width, room[1] / height) >= _SMALLEST
