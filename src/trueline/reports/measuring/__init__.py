"""Figures of indicators, in words and as data."""
