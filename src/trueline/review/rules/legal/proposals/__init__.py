"""Rules on what should follow."""
