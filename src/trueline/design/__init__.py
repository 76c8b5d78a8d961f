"""The programme design: one typed document, from file to file without loss."""
