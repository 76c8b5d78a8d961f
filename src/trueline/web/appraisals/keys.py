"""How the keys of a round's questions are made."""

OWN = "own-"
"""How the keys of a funder's own questions begin; the others are those of the toolkit."""
