"""Rules on programme designs."""

GROUPS = (
    "foundations",
    "mapping",
    "awareness",
    "livelihoods",
    "legal",
    "justice",
    "identification",
    "support",
    "plans",
    "logic",
    "indicators",
    "answers",
)
"""In the order in which a review is read."""
