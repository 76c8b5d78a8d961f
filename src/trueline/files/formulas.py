"""Texts that a spreadsheet takes for a formula when it opens a table of texts."""

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
