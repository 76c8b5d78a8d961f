"""Rules on which law was read, and when."""
