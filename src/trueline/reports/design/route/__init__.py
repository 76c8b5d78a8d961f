"""A trafficking pattern as a picture: the route, and the people along it."""

from trueline.reports.design.route.drawing import COLUMN, route_svg

__all__ = ["COLUMN", "route_svg"]
