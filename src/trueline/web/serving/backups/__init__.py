"""Backups: one file with everything of an instance, that either database can be filled from."""
