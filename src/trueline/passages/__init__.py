"""Passages of documents that bear on questions: found, told why, and quoted as they stand.

`reading` takes the text out of a file, `scoring` ranks its sentences for questions by what is known
of them, `learning` by what readers marked, `finding` picks passages, `evaluation` says how well.
"""
