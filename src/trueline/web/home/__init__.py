"""Where people arrive: what needs them, and all that they can reach."""
