"""Pages about the figures of a programme."""
