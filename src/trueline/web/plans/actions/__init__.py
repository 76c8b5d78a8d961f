"""Actions in rounds of progress: each writes its event."""
