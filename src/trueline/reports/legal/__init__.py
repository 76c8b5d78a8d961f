"""What leaves of a legal framework review."""
