"""Pages that only national plans have."""
