"""Actions on the figures of a programme."""
