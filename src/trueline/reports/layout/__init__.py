"""Layout: blocks of a printed document, and how they become PDF, Word files and drawings."""
