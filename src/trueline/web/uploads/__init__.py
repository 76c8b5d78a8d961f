"""Files that people bring: read in turn, in another process, while a page says how it stands."""
