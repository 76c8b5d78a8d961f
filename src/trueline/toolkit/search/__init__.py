"""Full-text search over everything in the toolkit, with SQLite's FTS5 in memory.

A query such as “do posters work” is read as what it asks for (`query.py`): the small words go, words
that are spelt wrongly are taken for the nearest that the toolkit knows, and terms of the field bring
along the words that stand for them, whatever language they were typed in. An entry that meets more
of what is asked for, or rarer words of it, or holds them in title and keywords, comes first
(`index.py`).
"""

from trueline.toolkit.search.index import MARK_END, MARK_START
from trueline.toolkit.search.ranking import Hit, search, understood_as

__all__ = ["MARK_END", "MARK_START", "Hit", "search", "understood_as"]
