"""Rules on identification."""
