"""Rules on foundations."""
