"""The logframe and the reference sheets of its indicators."""

from trueline.reports.design.logframe.content import COLUMNS, LogframeRow, logframe
from trueline.reports.design.logframe.sheets import ReferenceSheet, reference_sheets

__all__ = ["COLUMNS", "LogframeRow", "ReferenceSheet", "logframe", "reference_sheets"]
