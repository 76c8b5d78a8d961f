"""Rules on agreements with other countries."""
