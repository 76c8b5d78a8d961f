"""The file that a document begins with: every field with its help, every question to answer."""

from trueline.reports.starting.beginning import Beginning
from trueline.reports.starting.file import starting_file

__all__ = ["Beginning", "starting_file"]
