"""Rules that hold for every kind of document."""

GROUPS = ("safety", "texts", "logic", "answers")
