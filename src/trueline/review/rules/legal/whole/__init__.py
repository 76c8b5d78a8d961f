"""Rules on what the toolkit asks of the law as a whole."""
