"""Faults of national plans."""
