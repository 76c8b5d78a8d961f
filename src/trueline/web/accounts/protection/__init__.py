"""What keeps an account its owner's: limits on guesses, asking again, telling, and undoing."""
