"""Rules on toys."""

GROUPS = ("safety",)
