"""Rules on logic."""
