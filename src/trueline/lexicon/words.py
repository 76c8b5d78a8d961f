"""A text as words, and which terms of a lexicon each word can be part of.

A word is looked up once: what it may stand for is remembered by its spelling, so that reading a
text costs one look into a table for each of its words, however many terms there are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from trueline.lexicon.concept import Concept, Language
from trueline.lexicon.folding import fold

WORD = re.compile(
    r"[\w\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u06d6-\u06ed]+|[.;!?…。؟:\n,()]"
)
"""Words with the marks written over their letters, and the signs between them."""

ENDS = frozenset(".;!?…。؟:\n")
"""Signs that end a sentence."""

SIGNS = ENDS | frozenset(",()")
"""What is no word."""

GAP = "…"
"""Stands in a term for up to `WIDEST` words of the same sentence."""

WIDEST = 7

_ENDINGS: dict[Language, tuple[str, ...]] = {
    "en": ("", "s", "es"),
    "fr": ("", "s", "x", "es"),
    "es": ("", "s", "es"),
    "ar": ("",),
}
"""What a plural may add to each word of a term."""

_AND, _BY, _THE = ("", "و", "ف"), ("", "ب", "ك", "ل"), ("", "ال", "لل")
_PARTICLES = tuple({"".join(parts) for parts in product(_AND, _BY, _THE)})
"""“And”, “by”, “to” and “the”, which Arabic writes as part of the word that follows."""

MOST_REMEMBERED = 50_000
"""Words whose meaning a lexicon keeps; beyond these it begins anew."""


@dataclass(frozen=True)
class Term:
    """One way to say a concept, as specs of its words: `None` is a gap."""

    concept: Concept
    language: Language
    specs: tuple[int | None, ...]


class Known(NamedTuple):
    """What a word can be.

    `specs` that it fits, `alone` the terms that it is by itself, `concepts` what these are terms of;
    longer terms that it begins `by_second` spec, and those with a gap behind it; `leads`: whether
    there are any.
    """

    specs: frozenset[int]
    alone: tuple[Term, ...]
    concepts: frozenset[str]
    by_second: Mapping[int, tuple[Term, ...]]
    gapped: tuple[Term, ...]
    leads: bool


UNKNOWN = Known(frozenset(), (), frozenset(), {}, (), False)


class _Remembered(dict[str, Known]):
    """What words can be, looked up when they are met first."""

    def __init__(self, look_up: Callable[[str], Known]) -> None:
        super().__init__()
        self._look_up = look_up

    def __missing__(self, word: str) -> Known:
        if len(self) > MOST_REMEMBERED:
            self.clear()
        found = self[word] = self._look_up(folded_word(word))
        return found


class WordTable:
    """The terms of concepts, by the words that can begin them."""

    def __init__(self, concepts: tuple[Concept, ...]) -> None:
        self._exact: dict[str, list[int]] = {}
        self._beginnings: dict[str, list[int]] = {}
        self._numbers: dict[tuple[Language, str], int] = {}
        self._terms: dict[int, list[Term]] = {}
        self._known = _Remembered(self._look_up)
        for concept in concepts:
            for language, terms in concept.terms.items():
                for term in terms:
                    self._add(concept, language, term)

    def known(self, words: Iterable[str]) -> tuple[Known, ...]:
        """What each word of a text can be."""
        return tuple(map(self._known.__getitem__, words))

    def _add(self, concept: Concept, language: Language, term: str) -> None:
        specs: list[int | None] = []
        for part in term.split():
            if part == GAP:
                specs.append(None)
                continue
            words = fold(part.removesuffix("*")).text.split()
            specs += [self._spec(language, word, exact=True) for word in words[:-1]]
            if words:
                specs.append(self._spec(language, words[-1], exact=not part.endswith("*")))
        first = specs[0] if specs else None
        if first is not None:
            self._terms.setdefault(first, []).append(Term(concept, language, tuple(specs)))

    def _spec(self, language: Language, word: str, *, exact: bool) -> int:
        key = (language, word if exact else f"{word}*")
        if key not in self._numbers:
            number = self._numbers[key] = len(self._numbers)
            for way in _ways(language, word) if exact else (word,):
                (self._exact if exact else self._beginnings).setdefault(way, []).append(number)
            if language == "ar" and not exact:
                for particle in _PARTICLES:
                    self._beginnings.setdefault(particle + word, []).append(number)
        return self._numbers[key]

    def _look_up(self, word: str) -> Known:
        specs = {*self._exact.get(word, ())}
        for length in range(1, len(word) + 1):
            specs.update(self._beginnings.get(word[:length], ()))
        if not specs:
            return UNKNOWN
        terms = [term for spec in sorted(specs) for term in self._terms.get(spec, ())]
        alone = tuple(term for term in terms if len(term.specs) == 1)
        second: dict[int, tuple[Term, ...]] = {}
        for term in terms:
            if len(term.specs) > 1 and (spec := term.specs[1]) is not None:
                second[spec] = (*second.get(spec, ()), term)
        gapped = tuple(term for term in terms if len(term.specs) > 1 and term.specs[1] is None)
        concepts = frozenset(term.concept.id for term in alone)
        leads = bool(second or gapped)
        return Known(frozenset(specs), alone, concepts, second, gapped, leads)


def _ways(language: Language, word: str) -> set[str]:
    """How a word of a term may be written in a text, once folded."""
    if language == "ar":
        bare = word.removeprefix("ال") if len(word) > 3 else word
        return {particle + bare for particle in _PARTICLES}
    return {word + ending for ending in _ENDINGS[language]}


@lru_cache(maxsize=16_384)
def folded_word(word: str) -> str:
    """A word without case and accents."""
    return fold(word).text.strip().replace(" ", "")
