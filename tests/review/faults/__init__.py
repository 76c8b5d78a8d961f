"""Known ways of breaking a good design, by the group whose rule should notice."""
