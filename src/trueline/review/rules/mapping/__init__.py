"""Rules on mapping."""
