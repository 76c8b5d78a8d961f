"""Pages of the library, a file for each sort."""
