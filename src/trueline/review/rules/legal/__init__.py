"""Rules on legal framework reviews."""

GROUPS = (
    "safety",
    "law",
    "treaties",
    "provisions",
    "conducts",
    "rights",
    "agreements",
    "framework",
    "whole",
    "proposals",
    "texts",
    "logic",
    "answers",
)
"""In the order in which a review is read."""
