"""Rules on texts that say nothing, or something else than the fields beside them."""
