"""The review of designs as a report: for the terminal, for programs, for print."""

from trueline.reports.review.notes import MarginNotes, Note, Part, Topic
from trueline.reports.review.reviewed import Reviewed, reviewed

__all__ = ["MarginNotes", "Note", "Part", "Reviewed", "Topic", "reviewed"]
