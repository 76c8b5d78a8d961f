"""Rules on programme designs."""

GROUPS = (
    "safety",
    "foundations",
    "mapping",
    "awareness",
    "livelihoods",
    "legal",
    "justice",
    "identification",
    "support",
    "plans",
    "texts",
    "logic",
    "dates",
    "budget",
    "indicators",
    "answers",
)
"""In the order in which a review is read."""
