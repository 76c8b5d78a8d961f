"""The review of designs as a report: for the terminal, for programs, for print."""

from trueline.reports.review.notes import MarginNote, MarginNotes, MarginTopic, Part
from trueline.reports.review.reviewed import Reviewed, reviewed

__all__ = ["MarginNote", "MarginNotes", "MarginTopic", "Part", "Reviewed", "reviewed"]
