"""Rules on the rest of the framework and the rules that apply it."""
