"""Full-text search over everything in the toolkit, with SQLite's FTS5 in memory.

A question such as "do posters work" is read as its words, without the small ones; an entry that
holds more of them, or rarer ones, or holds them in title and keywords, comes first.
"""

from __future__ import annotations

import re
import sqlite3
import weakref
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from trueline.toolkit.toolkit import Node, Toolkit

MARK_START, MARK_END = "\x02", "\x03"
"""Stand around each word found in `Hit.excerpt`; no text of a pack can hold them."""

_MARKS = (MARK_START, MARK_END)
_WEIGHTS = {"title": 6.0, "keywords": 8.0, "text": 3.0, "rest": 1.0}
_SMALL = frozenset(
    """
    a about all am an and any are as at be been but by can could did do does for from had has have
    how i if in into is it its just me my no not of on only or our should so some than that the
    their them then there they this to up us was we were what when where which who whose why
    will with would you your
    """.split()  # noqa: SIM905
)
_WORD = re.compile(r"\w+")
_TITLES = ("title", "label", "short", "value")
_TEXTS = ("statement", "text", "note", "shows", "definition", "about")
_HIDDEN = frozenset(["id", "ref", "keywords", "kind", "letter", "origin", "source_gives"])


@dataclass(frozen=True)
class Hit:
    """One thing found. `excerpt` has the words found between MARK_START and MARK_END."""

    node: Node
    title: str
    excerpt: str
    score: float


def search(
    toolkit: Toolkit, words: str, *, section: str | None = None, kind: str | None = None,
    limit: int = 20,
) -> tuple[Hit, ...]:  # fmt: skip
    """What speaks of `words`, best first, in one section or of one kind where these are named."""
    query = _query(words)
    if not query:
        return ()
    rows = _index(toolkit).execute(
        "SELECT id, title, snippet(entries, 5, ?, ?, ' … ', 18),"
        " snippet(entries, 6, ?, ?, ' … ', 18),"
        f" bm25(entries, 0, 0, 0, {', '.join(str(w) for w in _WEIGHTS.values())}) AS score"
        " FROM entries WHERE entries MATCH ?"
        " AND (? IS NULL OR section = ?) AND (? IS NULL OR kind = ?)"
        " ORDER BY score, rowid LIMIT ?",
        (*_MARKS, *_MARKS, query, section, section, kind, kind, limit),
    )
    return tuple(
        Hit(toolkit.node(id), title, _excerpt(text, rest), -score)
        for id, title, text, rest, score in rows
    )


def _excerpt(text: str, rest: str) -> str:
    """The passage with a word found: of the main text if there is one in it, else of the rest."""
    return rest if MARK_START in rest and MARK_START not in text else text or rest


def _query(words: str) -> str:
    found = [word for word in _WORD.findall(words.lower()) if len(word) < 40][:32]
    telling = [word for word in found if word not in _SMALL] or found
    return " OR ".join(f'"{word}"' for word in dict.fromkeys(telling))


_indexes: weakref.WeakKeyDictionary[Toolkit, sqlite3.Connection] = weakref.WeakKeyDictionary()


def _index(toolkit: Toolkit) -> sqlite3.Connection:
    index = _indexes.get(toolkit)
    if index is None:
        index = _indexes[toolkit] = _built(toolkit)
    return index


def _built(toolkit: Toolkit) -> sqlite3.Connection:
    stemmed = "porter " if toolkit.head.language == "en" else ""
    index = sqlite3.connect(":memory:", check_same_thread=False)
    index.execute(
        "CREATE VIRTUAL TABLE entries USING fts5(id UNINDEXED, section UNINDEXED, kind UNINDEXED,"
        f" title, keywords, text, rest, tokenize='{stemmed}unicode61 remove_diacritics 2')"
    )
    index.executemany(
        "INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?)",
        (_row(toolkit, node) for node in toolkit if node.kind != "topic"),
    )
    return index


def _row(toolkit: Toolkit, node: Node) -> tuple[str | None, ...]:
    item: Any = node.item
    title = next((getattr(item, name) for name in _TITLES if getattr(item, name, None)), None)
    text = " ".join(str(getattr(item, name)) for name in _TEXTS if getattr(item, name, None))
    keywords = " · ".join(getattr(item, "keywords", ()))
    rest = " ".join(_words_in(item, skip=(*_TITLES, *_TEXTS)))
    shown = title or (text if len(text) < 90 else text[:87] + "...")
    if node.kind == "resource":
        shown = item.work.title
    return node.id, node.section_id, node.kind, shown, keywords, text, rest


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
