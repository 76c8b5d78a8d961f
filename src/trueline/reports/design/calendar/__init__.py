"""The dates on which measuring falls due, and the time line that shows them."""

from trueline.reports.design.calendar.drawing import timelines
from trueline.reports.design.calendar.moments import Calendar, Lane, Moment, measurement_calendar

__all__ = ["Calendar", "Lane", "Moment", "measurement_calendar", "timelines"]
