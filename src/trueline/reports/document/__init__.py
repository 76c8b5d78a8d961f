"""Printed documents: what they are made of, and how they become PDF and Word files."""
