"""Imports other people's files, and exports into other systems' formats."""
