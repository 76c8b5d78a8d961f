"""The terms of a lexicon by the words they are made of, in a form that JSON can hold.

To compile thousands of terms takes longer than to read a text with them, so what was compiled can be
kept. Lists of numbers are written as texts, and read only for the words that a text holds: a table
of 30,000 terms is there in five milliseconds.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, product

from trueline.lexicon.concept import LANGUAGES, Concept, Language
from trueline.lexicon.folding import folded

GAP = "…"
"""Stands in a term for up to `WIDEST` words of the same sentence."""

CLASS = re.compile(r"<([a-z0-9-]+)>")
"""Stands in a term for any one word of a concept: of “<staff> decides” for that of “the team decides”."""

LONGEST = 100
"""More letters than the word of a term has."""

_AND, _BY, _THE = ("", "و", "ف"), ("", "ب", "ك", "ل"), ("", "ال", "لل")
_PARTICLES = tuple(dict.fromkeys("".join(parts) for parts in product(_AND, _BY, _THE)))
"""“And”, “by”, “to” and “the”, which Arabic writes as part of the word that follows."""

Specs = tuple[int | None, ...]
"""The words of a term, by number; None is a gap."""

Numbers = str
"""Whole numbers between blanks, such as “3 17”, and gaps as they are written in a term."""


@dataclass(frozen=True)
class CompiledTerms:
    """Which words stand for which specs, and which terms each spec begins.

    `concepts` are ids in the order given, and one may come twice; where numbers stand for concepts
    they count these. Of `terms`, `alone`, `rarest` and `parts` there is one for each spec: the terms
    that it begins (concept, language and specs of each, with a semicolon between); the concepts that
    it names by itself; those of whose longer terms it is the rarest word; those of all its terms.
    """

    concepts: list[str]
    exact: dict[Language, dict[str, Numbers]]
    beginnings: dict[str, Numbers]
    terms: list[str]
    alone: list[Numbers]
    rarest: list[Numbers]
    parts: list[Numbers]

    def to_json(self) -> bytes:
        return json.dumps(vars(self), ensure_ascii=False, separators=(",", ":")).encode()

    @classmethod
    def from_json(cls, data: bytes) -> CompiledTerms:
        """Reads what `to_json` wrote. Raises ValueError or TypeError for anything else."""
        return cls(**json.loads(data))


def compile_terms(concepts: Iterable[Concept]) -> CompiledTerms:
    """The terms of concepts, in the order given."""
    return _Compiler(tuple(concepts)).compile()


def _as_text(numbers: Iterable[int | None]) -> Numbers:
    return " ".join(map(str, numbers)).replace("None", GAP)


class _Compiler:
    """Gives each word of a term its number, and files the terms."""

    def __init__(self, concepts: tuple[Concept, ...]) -> None:
        self._concepts = concepts
        self._exact: dict[Language, dict[str, list[int]]] = {name: {} for name in LANGUAGES}
        self._beginnings: dict[str, list[int]] = {}
        self._numbers: dict[tuple[Language, str], int] = {}
        self._parts_read: dict[Language, dict[str, Specs]] = {name: {} for name in LANGUAGES}
        self._terms: dict[int, list[str]] = defaultdict(list)
        self._lengths: list[int] = []

    def compile(self) -> CompiledTerms:
        added = [
            (number, [*self._add_terms(number, concept, language)])
            for number, concept in enumerate(self._concepts)
            for language in concept.terms
        ]
        alone: dict[int, list[int]] = defaultdict(list)
        rarest: dict[int, list[int]] = defaultdict(list)
        parts: dict[int, list[int]] = defaultdict(list)
        rarity = self._rarity(terms for _, terms in added)
        for number, terms in added:
            for spec in {*chain.from_iterable(terms)} - {None}:
                parts[spec].append(number)  # type: ignore[index]
            for spec in {specs[0] for specs in terms if len(specs) == 1}:
                alone[spec].append(number)  # type: ignore[index]
            for spec in {min(specs, key=rarity.__getitem__) for specs in terms if len(specs) > 1}:
                rarest[spec].append(number)  # type: ignore[index]
        every = range(len(self._lengths))
        return CompiledTerms(
            concepts=[concept.id for concept in self._concepts],
            exact={name: _all_as_text(words) for name, words in self._exact.items()},
            beginnings=_all_as_text(self._beginnings),
            terms=[";".join(self._terms.get(spec, ())) for spec in every],
            alone=[_as_text(alone.get(spec, ())) for spec in every],
            rarest=[_as_text(rarest.get(spec, ())) for spec in every],
            parts=[_as_text(parts.get(spec, ())) for spec in every],
        )

    def _rarity(self, terms: Iterable[list[Specs]]) -> dict[int | None, float]:
        """By spec, how often it stands in a term; of two alike the longer word is rarer."""
        often = Counter(chain.from_iterable(chain.from_iterable(terms)))
        rarity: dict[int | None, float] = {None: float("inf")}
        rarity.update((s, often[s] - length / LONGEST) for s, length in enumerate(self._lengths))
        return rarity

    def _add_terms(self, number: int, concept: Concept, language: Language) -> Iterator[Specs]:
        """The terms of a concept in a language, as specs, each filed under its first word."""
        parts_read = self._parts_read[language]
        for term in concept.terms[language]:
            specs: Specs = ()
            for part in term.split():
                if (part_specs := parts_read.get(part)) is None:
                    part_specs = parts_read[part] = self._specs_of_part(language, part)
                specs += part_specs
            first = specs[0] if specs else None
            if first is not None:
                self._terms[first].append(f"{number} {language} {_as_text(specs)}")
                yield specs

    def _specs_of_part(self, language: Language, part: str) -> Specs:
        """The specs of what stands between two spaces of a term: a gap, a word, or words with hyphens."""
        stem = part.removesuffix("*")
        if stem.isascii() and stem.isalnum():
            return (self._spec(language, stem.lower(), exact=not part.endswith("*")),)
        if part == GAP:
            return (None,)
        if named := CLASS.fullmatch(part):
            return (self._class(language, named[1]),)
        words = folded(stem).split()
        last = len(words) - 1
        return tuple(
            self._spec(language, word, exact=number < last or not part.endswith("*"))
            for number, word in enumerate(words)
        )

    def _class(self, language: Language, id: str) -> int:
        """The spec that any word of a concept fits, of those of its terms that are one word."""
        key = (language, f"<{id}>")
        if key not in self._numbers:
            named = [concept for concept in self._concepts if concept.id == id]
            if not named:
                raise ValueError(f"<{id}> stands in a term, and no concept is called that.")
            number = self._numbers[key] = len(self._numbers)
            self._lengths.append(0)
            for term in (term for each in named for term in each.terms.get(language, ())):
                word = folded(term.removesuffix("*")).strip()
                if " " not in word and not CLASS.search(term):
                    self._stands_for(number, language, word, exact=not term.endswith("*"))
        return self._numbers[key]

    def _spec(self, language: Language, word: str, *, exact: bool) -> int:
        key = (language, word if exact else f"{word}*")
        if key not in self._numbers:
            number = self._numbers[key] = len(self._numbers)
            self._lengths.append(len(word))
            self._stands_for(number, language, word, exact=exact)
        return self._numbers[key]

    def _stands_for(self, number: int, language: Language, word: str, *, exact: bool) -> None:
        ways = _particles_with(word, exact=exact) if language == "ar" else (word,)
        table = self._exact[language] if exact else self._beginnings
        for way in ways:
            table.setdefault(way, []).append(number)


def _all_as_text(words: dict[str, list[int]]) -> dict[str, Numbers]:
    return {word: _as_text(numbers) for word, numbers in words.items()}


def _particles_with(word: str, *, exact: bool) -> Iterable[str]:
    """The ways of writing an Arabic word of a term in a text, once folded."""
    if not exact:
        return dict.fromkeys((word, *(particle + word for particle in _PARTICLES)))
    bare = word.removeprefix("ال") if len(word) > 3 else word
    return dict.fromkeys(particle + bare for particle in _PARTICLES)
