"""Rules on how one would know what is done and what comes of it."""
