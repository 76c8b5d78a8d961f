"""What the pages of a toy add."""
