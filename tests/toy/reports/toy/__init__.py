"""What leaves of a toy."""
