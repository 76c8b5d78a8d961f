"""Talking about a document: threads on its elements, and whom they name."""
