"""Protects accounts: limits on guesses, asking again, telling, and undoing."""
