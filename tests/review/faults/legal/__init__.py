"""Faults of legal framework reviews."""
