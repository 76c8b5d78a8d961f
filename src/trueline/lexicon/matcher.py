"""Where the terms of a lexicon stand in a text.

Patterns are compiled by RE2, whose time grows with the text alone, whatever the text holds; a set
of patterns tells in one pass which of them occur at all, and only those are looked for. RE2 knows
the edges of ASCII words alone. Folded texts make that easy: every word stands between spaces.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import re2

from trueline.lexicon.concept import Concept, Language
from trueline.lexicon.folding import fold

_ENDINGS = {"en": "(?:s|es)?", "fr": "(?:s|x|es)?", "es": "(?:s|es)?", "ar": ""}
"""What a plural may add to each word of a term."""

_ARABIC_PARTICLES = "(?:[وف])?(?:[بكل])?(?:ال|لل)?"
"""“And”, “by”, “to” and “the”, which Arabic writes as part of the word that follows."""


@dataclass(frozen=True)
class Match:
    """A term found. `start` and `end` count characters of the text as it was given."""

    concept: Concept
    language: Language
    start: int
    end: int


@dataclass(frozen=True)
class _Term:
    concept: Concept
    language: Language
    pattern: str

    def spans(self, padded: bytes) -> Iterator[tuple[int, int]]:
        """Where it stands, in bytes. The space after one match may be the space before the next."""
        match = self._compiled.search(padded)
        while match:
            start, end = match.span(1)
            yield start, end
            match = self._compiled.search(padded, end)

    @cached_property
    def _compiled(self) -> Any:
        return re2.compile(self.pattern.encode())


class Lexicon:
    """Concepts compiled to be found together."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self.concepts = tuple(concepts)
        self._terms = [
            _Term(concept, language, _pattern(term, language))
            for concept in self.concepts
            for language, terms in concept.terms.items()
            for term in terms
        ]
        self._set = re2.Set.SearchSet()
        for term in self._terms:
            self._set.Add(term.pattern)
        if self._terms:
            self._set.Compile()

    def find(self, text: str) -> tuple[Match, ...]:
        """Every term in the text, in its order; of terms that overlap, the longest."""
        folded = fold(text)
        padded = f" {folded.text.strip()} "
        shift = 1 - (len(folded.text) - len(folded.text.lstrip()))
        data = padded.encode()
        letters = [place for place, letter in enumerate(padded) for _ in letter.encode()]
        found: list[Match] = []
        for number in sorted(self._set.Match(padded) or ()) if self._terms else ():
            term = self._terms[number]
            for start, end in term.spans(data):
                span = folded.original(letters[start] - shift, letters[end - 1] + 1 - shift)
                found.append(Match(term.concept, term.language, *span))
        return tuple(_longest(found))


def _longest(matches: list[Match]) -> list[Match]:
    """Those that no longer match covers. Terms of one span stay beside one another."""
    kept: list[Match] = []
    reach = -1
    for match in sorted(matches, key=lambda match: (match.start, -match.end)):
        if match.end <= reach and (match.start, match.end) != (kept[-1].start, kept[-1].end):
            continue
        kept.append(match)
        reach = max(reach, match.end)
    return list({(each.concept.id, each.language, each.start): each for each in kept}.values())


def _pattern(term: str, language: Language) -> str:
    """The folded term between spaces, with the endings and particles of its language."""
    words = [_word(word, language) for word in term.split()]
    return f"(?: )({' '.join(words)})(?: |$)"


def _word(word: str, language: Language) -> str:
    open_ended = word.endswith("*")
    folded = fold(word.removesuffix("*")).text.strip()
    ending = r"[\p{L}\p{N}]*" if open_ended else _ENDINGS[language]
    if language == "ar":
        bare = folded.removeprefix("ال") if len(folded) > 3 else folded
        return f"{_ARABIC_PARTICLES}{re2.escape(bare)}{ending}"
    return f"{re2.escape(folded)}{ending}"
