"""Appraisal rounds: proposals come in, are read by several people apart, discussed, and decided on.

`standing` says what somebody may see of a proposal; every page, list, count and file goes by it.
"""
