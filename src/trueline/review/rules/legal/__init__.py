"""Rules on legal."""
