"""Work that takes longer than a visitor waits, done by workers and told of in the database."""
