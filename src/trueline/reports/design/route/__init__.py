"""A trafficking pattern as a picture: the route, and the people along it."""

from trueline.reports.design.route.drawing import BESIDE, route_svg

__all__ = ["BESIDE", "route_svg"]
