"""Measurements of an approved design. Totals only: there is no row about a person.

An approved version makes monitored indicators, each with the meaning that it had then. A
measurement is due for an indicator in a period; its cells hold the figures, one for all people and
one for each group. Whatever is corrected stays in the history.
"""

from trueline.web.monitoring.models.contacts import ContactTable
from trueline.web.monitoring.models.corrections import ProposedCorrection
from trueline.web.monitoring.models.feedback import ServiceChange
from trueline.web.monitoring.models.feeds import CalendarFeed
from trueline.web.monitoring.models.imports import ColumnMapping, TestResult
from trueline.web.monitoring.models.indicators import MonitoredIndicator, PlannedValue
from trueline.web.monitoring.models.measurements import (
    Answer,
    Correction,
    EvidenceFile,
    MeasuredCell,
    Measurement,
    MeasurementState,
    Occasion,
)
from trueline.web.monitoring.models.narratives import Narrative
from trueline.web.monitoring.models.periods import FigureAssignment, ReportingPeriod, ReportingSite
from trueline.web.monitoring.models.summaries import ProgrammeSummary

__all__ = [
    "Answer",
    "CalendarFeed",
    "ColumnMapping",
    "ContactTable",
    "Correction",
    "EvidenceFile",
    "FigureAssignment",
    "MeasuredCell",
    "Measurement",
    "MeasurementState",
    "MonitoredIndicator",
    "Narrative",
    "Occasion",
    "PlannedValue",
    "ProgrammeSummary",
    "ProposedCorrection",
    "ReportingPeriod",
    "ReportingSite",
    "ServiceChange",
    "TestResult",
]
