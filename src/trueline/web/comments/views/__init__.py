"""Pages of comments and mentions."""
