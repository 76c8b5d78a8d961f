"""What changes rounds, proposals, readings and decisions. Each action writes its line of the log."""
