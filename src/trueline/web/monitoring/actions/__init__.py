"""What is done to the figures of a programme."""
