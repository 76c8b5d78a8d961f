"""Rules on what refers to what."""
