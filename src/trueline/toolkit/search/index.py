"""The index that is searched: the words of every entry, in an SQLite database in memory."""

from __future__ import annotations

import json
import sqlite3
import weakref
from collections import Counter
from functools import cached_property
from typing import Any

from pydantic import BaseModel

from trueline.lexicon import Lexicon, fold
from trueline.toolkit.toolkit import Node, Toolkit

MARK_START, MARK_END = "\x02", "\x03"
"""Stand around each word found in an excerpt; no text of a pack can hold them."""

_MARKS = (MARK_START, MARK_END)
_WEIGHTS = {"title": 6.0, "keywords": 8.0, "text": 3.0, "rest": 1.0}
_TITLES = ("title", "label", "short", "value")
_TEXTS = ("statement", "text", "note", "shows", "definition", "about")
_HIDDEN = frozenset(
    """
    address anchor applies comparison direction disaggregation evidence guides id keywords kind lessons
    letter level
    measure measures origin questions ref remedy source_gives stance stands_in topics type
    """.split()  # noqa: SIM905
)
"""Fields that hold names and codes, which nobody would search for or want to read."""


class Index:
    """The index of entries, and the words by which they can be found."""

    def __init__(self, toolkit: Toolkit) -> None:
        self.nodes = [node for node in toolkit if node.kind != "topic"]
        self.row_of = {node.id: row for row, node in enumerate(self.nodes, start=1)}
        self.lexicon = Lexicon(toolkit.lexicon)
        self.db = sqlite3.connect(":memory:", check_same_thread=False)
        weakref.finalize(self, self.db.close)
        stemmed = "porter " if toolkit.head.language == "en" else ""
        self.db.execute(
            "CREATE VIRTUAL TABLE entries USING fts5(id UNINDEXED, title, keywords, text, rest,"
            f" tokenize='{stemmed}unicode61 remove_diacritics 2')"
        )
        self._rows = [_row(node) for node in self.nodes]
        self.db.executemany("INSERT INTO entries VALUES (?, ?, ?, ?, ?)", self._rows)

    @cached_property
    def vocabulary(self) -> Counter[str]:
        """Every word of four letters or more, and how often it stands in the toolkit."""
        counted: Counter[str] = Counter()
        for row in self._rows:
            counted.update(word for word in fold(" ".join(row[1:])).text.split() if len(word) > 3)
        for concept in self.lexicon.concepts:
            for term in concept.terms.get("en", ()):
                words = fold(term).text.split()
                counted.update({word: 1 for word in words if len(word) > 3 and "*" not in term})
        return counted

    def rows_titled(self, words: str) -> list[int]:
        """Rows of the entries whose title is these words and nothing else."""
        return self._titles.get(fold(words).text.strip(), [])

    @cached_property
    def _titles(self) -> dict[str, list[int]]:
        rows: dict[str, list[int]] = {}
        for number, (_, title, *_) in enumerate(self._rows, start=1):
            rows.setdefault(fold(title).text.strip(), []).append(number)
        return rows

    def knows(self, word: str) -> bool:
        """Whether some entry holds the word, in one form or another."""
        row = self.db.execute(
            "SELECT 1 FROM entries WHERE entries MATCH ? LIMIT 1", (quoted(word),)
        ).fetchone()
        return row is not None

    def matches(self, expression: str) -> list[tuple[int, float]]:
        """Row and weight of each entry that meets an FTS5 expression."""
        weights = ", ".join(str(weight) for weight in _WEIGHTS.values())
        return self.db.execute(
            f"SELECT rowid, -bm25(entries, 0, {weights}) FROM entries WHERE entries MATCH ?",
            (expression,),
        ).fetchall()

    def excerpts(self, expressions: list[str], ids: list[str]) -> dict[str, tuple[str, str]]:
        """Title and excerpt of the entries named."""
        if not ids:
            return {}
        rows = self.db.execute(
            "SELECT id, title, snippet(entries, 3, ?, ?, ' … ', 18),"
            " snippet(entries, 4, ?, ?, ' … ', 18) FROM entries"
            " WHERE entries MATCH ? AND id IN (SELECT value FROM json_each(?))",
            (*_MARKS, *_MARKS, " OR ".join(f"({each})" for each in expressions), json.dumps(ids)),
        )
        return {id: (title, _excerpt(text, rest)) for id, title, text, rest in rows}


def quoted(words: str) -> str:
    """Words in a row, as FTS5 asks for them."""
    return '"' + words.replace('"', " ").replace("\0", " ") + '"'


_indexes: weakref.WeakKeyDictionary[Toolkit, Index] = weakref.WeakKeyDictionary()


def index_of(toolkit: Toolkit) -> Index:
    """The index of a toolkit, built when it is first searched."""
    index = _indexes.get(toolkit)
    if index is None:
        index = _indexes[toolkit] = Index(toolkit)
    return index


def _excerpt(text: str, rest: str) -> str:
    """The passage with a word found: of the main text if there is one in it, else of the rest."""
    return rest if MARK_START in rest and MARK_START not in text else text or rest


def _row(node: Node) -> tuple[str, ...]:
    item: Any = node.item
    title = next((getattr(item, name) for name in _TITLES if getattr(item, name, None)), None)
    text = " ".join(str(getattr(item, name)) for name in _TEXTS if getattr(item, name, None))
    keywords = " · ".join(getattr(item, "keywords", ()))
    rest = " ".join(_words_in(item, skip=(*_TITLES, *_TEXTS)))
    heading = title or (text if len(text) < 90 else text[:87] + "...")
    if node.kind == "resource":
        heading = item.work.title
    return node.id, heading, keywords, text, rest


def _words_in(value: Any, skip: tuple[str, ...] = ()) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [words for inner in value for words in _words_in(inner)]
    if isinstance(value, BaseModel):
        return [
            words
            for name in type(value).model_fields
            if name not in _HIDDEN and name not in skip
            for words in _words_in(getattr(value, name))
        ]
    return []
