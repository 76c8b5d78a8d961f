"""The ranking of search results."""

from __future__ import annotations

from dataclasses import dataclass

from trueline.toolkit.search.index import Index, index_of
from trueline.toolkit.search.query import QueryTerm, read_query
from trueline.toolkit.toolkit import Node, Toolkit

MET_FLOOR = 0.3
"""The share of its score that an entry keeps where it meets next to nothing of what is wanted."""

NAMED_SHARE = 1.05
"""The weight of an entry whose very title was typed, beside the best of all that was found."""

WHOLE_SHARE = 0.6
"""From which share of a point's score on the entry that holds the point comes before it."""

_KINDS = {
    "indicator": 0.93,
    "section": 0.9,
    "point": 0.85,
    "figure": 0.8,
    "evidence": 0.75,
    "resource": 0.7,
    "vocabulary": 0.6,
    "guide": 0.6,
    "term": 0.55,
}
"""The weight of a match in each kind: lessons, questions and categories answer most questions."""


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
    """Entries that match `words`, best first, optionally of one section or kind."""
    index = index_of(toolkit)
    query = read_query(index, words)
    wanted = query.wanted
    ranked = [
        (score, node)
        for score, node in _ranked(index, wanted, query.understood_as or words)
        if section in (None, node.section_id) and kind in (None, node.kind)
    ][:limit]
    expressions = [expression for each in wanted for expression, _ in each.alternatives]
    excerpts = index.excerpts(expressions, [node.id for _, node in ranked])
    return tuple(Hit(node, *excerpts[node.id], score) for score, node in ranked)


def understood_as(toolkit: Toolkit, words: str) -> str | None:
    """The query with its spelling put right, where it was read otherwise than typed."""
    return read_query(index_of(toolkit), words).understood_as


def _best(index: Index, wanted: QueryTerm) -> dict[int, float]:
    """Each entry's best match for one thing."""
    best: dict[int, float] = {}
    most = float("inf")
    for number, (expression, worth) in enumerate(wanted.alternatives):
        matches = index.matches(expression)
        for row, score in matches:
            best[row] = max(best.get(row, 0.0), min(score, most) * worth)
        if number == 0 and matches and not wanted.in_a_row:
            most = max(score for _, score in matches)
    return best


def _ranked(index: Index, wanted: tuple[QueryTerm, ...], typed: str) -> list[tuple[float, Node]]:
    """Each entry's sum of its best match for all that is wanted, more where more of it is met."""
    sums: dict[int, list[float]] = {}
    for each in wanted:
        for row, score in _best(index, each).items():
            sums.setdefault(row, []).append(score)
    scored = {
        row: sum(scores)
        * (MET_FLOOR + (1 - MET_FLOOR) * len(scores) / len(wanted))
        * _KINDS.get(index.nodes[row - 1].kind, 1.0)
        for row, scores in sums.items()
    }
    _put_wholes_first(index, scored)
    _put_named_first(index, scored, typed)
    ranked = sorted(scored.items(), key=lambda pair: (-pair[1], pair[0]))
    return [(score, index.nodes[row - 1]) for row, score in ranked]


def _put_wholes_first(index: Index, scored: dict[int, float]) -> None:
    """Ranks a lesson, question or category above its own point where their scores are close.

    Changes `scored`, the score of each row.
    """
    for row, score in list(scored.items()):
        node = index.nodes[row - 1]
        whole = index.row_of.get(node.parent or "") if node.kind == "point" else None
        if whole and WHOLE_SHARE * score <= scored.get(whole, 0.0) <= score:
            scored[whole] = score * 1.001


def _put_named_first(index: Index, scored: dict[int, float], typed: str) -> None:
    """Ranks entries whose title is exactly what was typed above all others.

    Changes `scored`, the score of each row.
    """
    most = max(scored.values(), default=0.0)
    for row in index.rows_titled(typed):
        if row in scored:
            scored[row] = most * NAMED_SHARE
