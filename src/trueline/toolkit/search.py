"""Full-text search over everything in the toolkit, with SQLite's FTS5 in memory.

A question such as "do posters work" is read as its words, without the small ones, and each word
also as those that readers type for it (`synonyms` of the packs). An entry that meets more of the
words, or rarer ones, or holds them in title and keywords, comes first.
"""

from __future__ import annotations

import json
import re
import sqlite3
import weakref
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from trueline.toolkit.toolkit import Node, Toolkit

MARK_START, MARK_END = "\x02", "\x03"
"""Stand around each word found in `Hit.excerpt`; no text of a pack can hold them."""

MOST_WORDS = 24
SYNONYM_WORTH = 0.6
"""What a synonym counts for, where the word itself counts 1."""

_KINDS = {
    "indicator": 0.95,
    "section": 0.9,
    "point": 0.85,
    "figure": 0.8,
    "evidence": 0.75,
    "resource": 0.7,
    "vocabulary": 0.6,
    "term": 0.55,
}
"""What a match counts for in each kind: lessons, questions and categories answer most questions."""

_MARKS = (MARK_START, MARK_END)
_WEIGHTS = {"title": 6.0, "keywords": 8.0, "text": 3.0, "rest": 1.0}
_SMALL = frozenset(
    """
    a about again all also always am an and any are as at be because been but by can could did do does each every for from get gets getting go goes going got had has have
    how i if in into is it its itself just keep keeps me my no not of off on only or our said say says should so some than that the
    their them then there they this to up us was we were what when where which who whose why
    will with would you your
    """.split()  # noqa: SIM905
)
_WORD = re.compile(r"\w+")
_TITLES = ("title", "label", "short", "value")
_TEXTS = ("statement", "text", "note", "shows", "definition", "about")
_HIDDEN = frozenset(
    """
    applies comparison direction disaggregation evidence id keywords kind lessons letter level
    measure measures origin questions ref remedy source_gives stance stands_in topics type
    """.split()  # noqa: SIM905
)
"""Fields that hold names and codes, which nobody would search for or want to read."""


@dataclass(frozen=True)
class Hit:
    """One thing found. `excerpt` has the words found between MARK_START and MARK_END."""

    node: Node
    title: str
    excerpt: str
    score: float


def search(
    toolkit: Toolkit,
    words: str,
    *,
    section: str | None = None,
    kind: str | None = None,
    limit: int = 20,
) -> tuple[Hit, ...]:
    """What speaks of `words`, best first, in one section or of one kind where these are named."""
    index = _index(toolkit)
    groups = [_alternatives(index, word) for word in _telling(words)]
    ranked = [
        (score, node)
        for score, node in _ranked(index, groups)
        if section in (None, node.section_id) and kind in (None, node.kind)
    ][:limit]
    shown = _shown(index, groups, [node.id for _, node in ranked])
    return tuple(Hit(node, *shown[node.id], score) for score, node in ranked)


def _telling(words: str) -> list[str]:
    """The words that say what is wanted; all of them where there are only small ones."""
    found = [word for word in _WORD.findall(words.lower()) if len(word) < 40][:MOST_WORDS]
    return list(dict.fromkeys([word for word in found if word not in _SMALL] or found))


def _alternatives(index: _Index, word: str) -> list[str]:
    """The word and what others say for it, the word itself first."""
    rows = index.db.execute("SELECT words FROM synonyms WHERE entered MATCH ?", (_quoted(word),))
    others = [other for (group,) in rows for other in group.split("\n") if other != word]
    return list(dict.fromkeys([word, *others]))


def _ranked(index: _Index, groups: list[list[str]]) -> list[tuple[float, Node]]:
    """Each entry's sum of its best match for every word, more where more of the words are met."""
    sums: dict[int, list[float]] = {}
    for group in groups:
        best: dict[int, float] = {}
        for number, words in enumerate(group):
            worth = SYNONYM_WORTH if number else 1.0
            for row, score in index.matches(words):
                best[row] = max(best.get(row, 0.0), score * worth)
        for row, score in best.items():
            sums.setdefault(row, []).append(score)
    ranked = [
        (
            sum(scores)
            * (0.4 + 0.6 * len(scores) / len(groups))
            * _KINDS.get(index.nodes[row - 1].kind, 1.0),
            row,
        )
        for row, scores in sums.items()
    ]
    ranked.sort(key=lambda pair: (-pair[0], pair[1]))
    return [(score, index.nodes[row - 1]) for score, row in ranked]


def _shown(index: _Index, groups: list[list[str]], ids: list[str]) -> dict[str, tuple[str, str]]:
    """Title and excerpt of the entries named."""
    if not ids:
        return {}
    every = " OR ".join(_quoted(words) for group in groups for words in group)
    rows = index.db.execute(
        "SELECT id, title, snippet(entries, 3, ?, ?, ' … ', 18),"
        " snippet(entries, 4, ?, ?, ' … ', 18) FROM entries"
        " WHERE entries MATCH ? AND id IN (SELECT value FROM json_each(?))",
        (*_MARKS, *_MARKS, every, json.dumps(ids)),
    )
    return {id: (title, _excerpt(text, rest)) for id, title, text, rest in rows}


def _excerpt(text: str, rest: str) -> str:
    """The passage with a word found: of the main text if there is one in it, else of the rest."""
    return rest if MARK_START in rest and MARK_START not in text else text or rest


def _quoted(words: str) -> str:
    return '"' + words.replace('"', " ") + '"'


class _Index:
    """What is searched: the words of every entry, and which words stand for one another."""

    def __init__(self, toolkit: Toolkit) -> None:
        self.nodes = [node for node in toolkit if node.kind != "topic"]
        self.db = sqlite3.connect(":memory:", check_same_thread=False)
        stemmed = "porter " if toolkit.head.language == "en" else ""
        tokens = f"tokenize='{stemmed}unicode61 remove_diacritics 2'"
        self.db.execute(
            f"CREATE VIRTUAL TABLE entries USING fts5(id UNINDEXED, title, keywords, text, rest,"
            f" {tokens})"
        )
        self.db.execute(
            f"CREATE VIRTUAL TABLE synonyms USING fts5(entered, words UNINDEXED, {tokens})"
        )
        self.db.executemany("INSERT INTO entries VALUES (?, ?, ?, ?, ?)", map(_row, self.nodes))
        self.db.executemany(
            "INSERT INTO synonyms VALUES (?, ?)",
            (
                (" ".join(word for word in group if " " not in word), "\n".join(group))
                for group in toolkit.synonyms
            ),
        )

    def matches(self, words: str) -> list[tuple[int, float]]:
        """Row and weight of each entry that holds a word, or words one after the other."""
        weights = ", ".join(str(weight) for weight in _WEIGHTS.values())
        return self.db.execute(
            f"SELECT rowid, -bm25(entries, 0, {weights}) FROM entries WHERE entries MATCH ?",
            (_quoted(words),),
        ).fetchall()


_indexes: weakref.WeakKeyDictionary[Toolkit, _Index] = weakref.WeakKeyDictionary()


def _index(toolkit: Toolkit) -> _Index:
    index = _indexes.get(toolkit)
    if index is None:
        index = _indexes[toolkit] = _Index(toolkit)
    return index


def _row(node: Node) -> tuple[str, ...]:
    item: Any = node.item
    title = next((getattr(item, name) for name in _TITLES if getattr(item, name, None)), None)
    text = " ".join(str(getattr(item, name)) for name in _TEXTS if getattr(item, name, None))
    keywords = " · ".join(getattr(item, "keywords", ()))
    rest = " ".join(_words_in(item, skip=(*_TITLES, *_TEXTS)))
    shown = title or (text if len(text) < 90 else text[:87] + "...")
    if node.kind == "resource":
        shown = item.work.title
    return node.id, shown, keywords, text, rest


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
