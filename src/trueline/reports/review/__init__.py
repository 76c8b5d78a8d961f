"""The review of designs as a report: for the terminal, for programs, for print."""

from trueline.reports.review.notes import Group, MarginNotes, Note
from trueline.reports.review.reviewed import Reviewed, reviewed

__all__ = ["Group", "MarginNotes", "Note", "Reviewed", "reviewed"]
