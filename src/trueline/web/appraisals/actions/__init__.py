"""Actions on rounds, proposals, readings and decisions. Each writes its line of the log."""
