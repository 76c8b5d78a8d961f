"""What the library shows, a file for each sort of page."""
