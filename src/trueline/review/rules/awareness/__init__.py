"""Rules on awareness."""
