"""Rules on who takes part, who oversees and who reports."""
