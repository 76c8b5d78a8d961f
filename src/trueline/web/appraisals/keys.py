"""Makes the keys of a round's questions."""

OWN = "own-"
"""The prefix of the keys of a funder's own questions; the others are those of the toolkit."""
