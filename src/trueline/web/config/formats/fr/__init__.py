"""Formats of dates and numbers in French."""
