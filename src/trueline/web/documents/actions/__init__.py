"""Actions on documents; each writes its audit event."""
