"""Rules on answers."""
