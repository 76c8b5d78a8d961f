"""A document to be read from beginning to end."""
