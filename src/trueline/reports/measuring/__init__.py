"""Figures of indicators, and what they show, as data."""
