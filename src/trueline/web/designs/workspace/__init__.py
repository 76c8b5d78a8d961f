"""The workspace around a design: its steps, cards, notes in the margin, and what is known beside."""
