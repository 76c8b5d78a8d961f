"""Facts of the ratification register, in words and as data."""
