"""What is done to documents; each writes its audit event."""
