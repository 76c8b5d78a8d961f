"""Rules that hold for every kind of document."""

GROUPS = ("logic", "answers")
