"""Whether somebody could be hurt."""
