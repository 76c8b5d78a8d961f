"""What is done in rounds of progress: each writes its event."""
