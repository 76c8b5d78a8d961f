"""The audit log: events, their authors and times. Only ever added to."""
