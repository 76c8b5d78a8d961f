"""The file that a design begins with: every field with its help, every question to answer."""

from trueline.reports.design.starting.file import starting_file

__all__ = ["starting_file"]
