"""Rules on national plans of action."""

GROUPS = (
    "safety",
    "actors",
    "grounds",
    "activities",
    "money",
    "progress",
    "texts",
    "logic",
    "answers",
)
"""In the order in which a review is read."""
