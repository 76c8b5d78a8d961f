"""Reports on a legal framework review."""
