"""Turns typed words into a query."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from trueline.lexicon import Concept, Match, fold
from trueline.toolkit.search.index import Index, quoted
from trueline.toolkit.search.small_words import FOREIGN_SMALL, SMALL
from trueline.toolkit.search.spelling import corrected

LONGEST = 400
MOST_WORDS = 24
SYNONYM_WORTH = 0.6
"""The weight of another term of the field, where the word that was typed counts 1."""

SCATTERED_WORTH = 0.7
"""The weight of a term's words where they stand apart from one another."""

_WORD = re.compile(r"\w+(?:[-.'’]\w+)*")


@dataclass(frozen=True)
class QueryTerm:
    """One term of a query: FTS5 expressions that match it, each with its weight.

    The first is the plainest. Where it is a single word, none of the others counts for more than the
    best that it finds, so that a rare synonym makes no rare word of a common one.
    """

    alternatives: tuple[tuple[str, float], ...]

    @property
    def in_a_row(self) -> bool:
        """Whether the plainest way to meet it is several words."""
        return " " in self.alternatives[0][0]


@dataclass(frozen=True)
class Query:
    """The query's terms, and the corrected words if they differ from those typed."""

    wanted: tuple[QueryTerm, ...]
    understood_as: str | None


def read_query(index: Index, words: str) -> Query:
    """Reads a query in English, or by its terms of the field in another language."""
    typed = words[:LONGEST]
    foreign = _in_another_language(index, typed)
    text = typed if foreign else corrected(index, typed)
    matches = index.lexicon.find(text)
    spans = _by_span(matches)
    wanted = [_concepts(index, text[start:end], each) for (start, end), each in spans.items()]
    wanted += [_word(index, word, foreign=foreign) for word in _others(index, text, spans, foreign)]
    return Query(tuple(wanted[:MOST_WORDS]), None if text == typed else text)


def _by_span(matches: Iterable[Match]) -> dict[tuple[int, int], list[Concept]]:
    spans: dict[tuple[int, int], list[Concept]] = {}
    for match in matches:
        concepts = spans.setdefault((match.start, match.end), [])
        if match.concept not in concepts:
            concepts.append(match.concept)
    return spans


def _in_another_language(index: Index, text: str) -> bool:
    """Whether terms of another language stand in it that no English speaker would have typed.

    A word that English has too (“personal”, “plan”) tells nothing by itself.
    """
    words = {fold(word).text for word in _WORD.findall(text)}
    evidence = len(words & FOREIGN_SMALL)
    by_span: dict[tuple[int, int], set[str]] = {}
    for match in index.lexicon.find(text):
        by_span.setdefault((match.start, match.end), set()).add(match.language)
    for (start, end), languages in by_span.items():
        if "en" not in languages and not index.knows(text[start:end]):
            evidence += 2
    return evidence >= 2


def _others(
    index: Index, text: str, spans: Iterable[tuple[int, int]], foreign: bool
) -> Iterable[str]:
    """The words outside all terms that say something; all of them where there are only small ones."""
    covered = list(spans)
    words = [
        match.group()
        for match in _WORD.finditer(text)
        if len(match.group()) < 40
        and not any(start < match.end() and match.start() < end for start, end in covered)
    ]
    if foreign:
        words = [
            word
            for word in words
            if len(word) > 3 and fold(word).text not in FOREIGN_SMALL and index.knows(word)
        ]
    meaningful = [word for word in words if not set(fold(word).text.split()) <= SMALL]
    return dict.fromkeys(meaningful or (() if covered else words))


def _concepts(index: Index, typed: str, concepts: list[Concept]) -> QueryTerm:
    """A term that was typed, and the others of its concepts."""
    alternatives = dict(_as_typed(typed)) if index.knows(typed) or " " in typed else {}
    for concept in concepts:
        for term in concept.finds or concept.terms.get("en", ()):
            if "*" not in term:
                alternatives.setdefault(quoted(term), SYNONYM_WORTH if alternatives else 1.0)
    return QueryTerm(tuple(alternatives.items()))


def _word(index: Index, word: str, *, foreign: bool) -> QueryTerm:
    """A word of the query that is no term: one or two words where it has a hyphen."""
    alternatives = dict(_as_typed(word))
    joined = re.sub(r"[-.'’]", "", word)
    if joined != word and index.knows(joined):
        alternatives[quoted(joined)] = 1.0
    return QueryTerm(
        tuple(
            (expression, worth * (0.5 if foreign else 1.0))
            for expression, worth in alternatives.items()
        )
    )


def _as_typed(words: str) -> list[tuple[str, float]]:
    """The words in a row and, counting less, wherever they stand in one entry."""
    parts = fold(words).text.split()
    if len(parts) < 2:
        return [(quoted(words), 1.0)]
    meaningful = [part for part in parts if part not in SMALL] or parts
    scattered = " AND ".join(quoted(part) for part in meaningful)
    return [(quoted(words), 1.0), (scattered, SCATTERED_WORTH)]
