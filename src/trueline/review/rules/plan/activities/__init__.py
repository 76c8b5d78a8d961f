"""Rules on the lines of a plan: who does what, when, and what for."""
