"""Forms of rounds, proposals, readings and decisions."""
