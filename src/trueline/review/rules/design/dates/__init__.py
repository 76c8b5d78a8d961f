"""Rules on dates that can't all be true."""
