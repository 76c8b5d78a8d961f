"""Work that takes longer than a visitor waits, done by workers and recorded in the database."""
