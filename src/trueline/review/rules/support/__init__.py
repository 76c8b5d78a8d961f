"""Rules on support."""
