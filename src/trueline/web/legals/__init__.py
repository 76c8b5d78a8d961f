"""Pages that only legal reviews have."""
