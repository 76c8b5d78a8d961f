"""A text as words, and which terms of a lexicon each word can be part of.

A word is looked up once: what it may stand for is remembered by its spelling, so that reading a
text costs one look into a table for each of its words, however many terms there are.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from functools import partial, reduce
from itertools import chain, product
from operator import or_
from typing import NamedTuple, TypeVar

from trueline.lexicon.concept import LANGUAGES, Concept, Language
from trueline.lexicon.folding import folded
from trueline.memory import remembered

WORD = re.compile(
    r"[\w\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u06d6-\u06ed]+|[.;!?…。؟:\n,()]"
)
"""Words with the marks written over their letters, and the signs between them."""

ENDS = frozenset(".;!?…。؟:\n")
"""Signs that end a sentence."""

EVERYTHING = -1
"""A bit for each concept that there is."""

SIGNS = ENDS | frozenset(",()")
"""What is no word."""

GAP = "…"
"""Stands in a term for up to `WIDEST` words of the same sentence."""

CLASS = re.compile(r"<([a-z0-9-]+)>")
"""Stands in a term for any one word of a concept: of “<staff> decides” for that of “the team decides”."""

WIDEST = 7

_ENDINGS: dict[Language, tuple[str, ...]] = {
    "en": ("s", "es"),
    "fr": ("s", "x", "es"),
    "es": ("s", "es"),
    "ar": (),
}
"""What a plural may add to each word of a term."""

_PARTICIPIO = re.compile(r"(\w{2,}[ai]d)[oa]s?")
_PARTICIPE = re.compile(r"(\w{5,})ee?s?")
"""Participles, folded: “formado” and “formadas”, “orienté” and “orientées”."""

SHORTEST_PLURAL = 3
"""A word of fewer letters takes no ending: “nos” is no plural of “no”, and denies nothing."""

_AND, _BY, _THE = ("", "و", "ف"), ("", "ب", "ك", "ل"), ("", "ال", "لل")
_PARTICLES = tuple({"".join(parts) for parts in product(_AND, _BY, _THE)})
"""“And”, “by”, “to” and “the”, which Arabic writes as part of the word that follows."""

MOST_REMEMBERED = 50_000
"""Words whose meaning a lexicon keeps; beyond these it begins anew."""

MOST_WORDS = (1 << 32) - 1

K = TypeVar("K", bound=Hashable)
R = TypeVar("R")


Specs = tuple[int | None, ...]
"""The words of a term, by number; None is a gap."""

LONGEST = 100
"""More letters than the word of a term has."""


class Term(NamedTuple):
    """One way to say a concept, as specs of its words: `None` is a gap. `bit` is its concept's."""

    concept: Concept
    language: Language
    specs: Specs
    bit: int


class Known(NamedTuple):
    """What a word can be.

    `specs` that it fits, `alone` the terms that it is by itself, `names` a bit for each concept that
    these are terms of; longer terms that it begins `by_second` spec, and those with a gap behind it;
    `leads`: a bit for each concept that these are terms of.
    """

    specs: frozenset[int]
    alone: tuple[Term, ...]
    names: int
    by_second: Mapping[int, tuple[Term, ...]]
    gapped: tuple[Term, ...]
    leads: int


UNKNOWN = Known(frozenset(), (), 0, {}, (), 0)


class Remembered(dict[K, R]):
    """A cache of words, filled when a word is first met."""

    def __init__(self, look_up: Callable[[K], R]) -> None:
        super().__init__()
        self._look_up = look_up

    def __missing__(self, word: K) -> R:
        if len(self) > MOST_REMEMBERED:
            self.clear()
        result = self[word] = self._look_up(word)
        return result


class WordTable:
    """The terms of concepts, by the words that can begin them."""

    def __init__(self, concepts: tuple[Concept, ...]) -> None:
        self._exact: dict[Language, dict[str, list[int]]] = {name: {} for name in LANGUAGES}
        self._beginnings: dict[str, list[int]] = {}
        self._numbers: dict[tuple[Language, str], int] = {}
        self._parts_read: dict[Language, dict[str, Specs]] = {name: {} for name in LANGUAGES}
        self._terms: dict[int, list[Term]] = {}
        self._bits = {concept.id: 1 << number for number, concept in enumerate(concepts)}
        self._all = (1 << len(self._bits)) - 1
        self._lengths: list[int] = []
        self._specs = Remembered(self._specs_of)
        self._known = Remembered(self._look_up)
        self._glimpsed = Remembered(self._hints_of)
        self.masks = Remembered(self._mask_of)
        self._named = Remembered(self._concepts_of)
        self._weights: dict[int, Remembered[str, int]] = {}
        self._concepts = concepts
        added = [
            (self._bits[concept.id], [*self._add_terms(concept, language)])
            for concept in concepts
            for language in concept.terms
        ]
        self._hints, self._parts = self._by_rarest_word(added)

    def _by_rarest_word(
        self, added: list[tuple[int, list[Specs]]]
    ) -> tuple[Mapping[int, int], Mapping[int, int]]:
        """By spec, a bit for each concept of whose terms it is the rarest word, and a word at all.

        Those of terms of several words stand behind those of terms of one.
        """
        often = Counter(chain.from_iterable(chain.from_iterable(terms for _, terms in added)))
        rarity = {spec: often[spec] - length / LONGEST for spec, length in enumerate(self._lengths)}
        rarity[None] = float("inf")  # type: ignore[index]
        hints: dict[int, int] = defaultdict(int)
        parts: dict[int, int] = defaultdict(int)
        rarest = rarity.__getitem__
        for bit, terms in added:
            for spec in {*chain.from_iterable(terms)} - {None}:
                parts[spec] |= bit  # type: ignore[index]
            for spec in {specs[0] for specs in terms if len(specs) == 1}:
                hints[spec] |= bit  # type: ignore[index]
            behind = bit << len(self._bits)
            for spec in {min(specs, key=rarest) for specs in terms if len(specs) > 1}:  # type: ignore[arg-type]
                hints[spec] |= behind  # type: ignore[index]
        return hints, parts

    def concepts_in(self, mask: int) -> frozenset[str]:
        """The concepts whose bits a mask holds."""
        return self._named[mask]

    def known(self, words: Iterable[str]) -> tuple[Known, ...]:
        """The possible readings of each word of a text."""
        return tuple(map(self._known.__getitem__, words))

    def glimpsed(self, pieces: Iterable[str]) -> tuple[int, int]:
        """A bit for each concept that a word names alone; and for those that several may name.

        Of a term of several words only the rarest is looked for: it costs one look for each word.
        """
        hints = reduce(or_, map(self._glimpsed.__getitem__, pieces), 0)
        return hints & self._all, hints >> len(self._bits)

    def weighed(self, pieces: Iterable[str], mask: int) -> tuple[int, int]:
        """How many words and signs there are, and how many words in no term of a mask’s concepts.

        Single letters don’t count among the latter.
        """
        weights = self._weights.setdefault(mask, Remembered(partial(self._weight, mask)))
        total = sum(map(weights.__getitem__, pieces))
        return total & MOST_WORDS, total // (MOST_WORDS + 1)

    def _weight(self, mask: int, piece: str) -> int:
        words = WORD.findall(piece)
        uncovered = [w for w in words if (len(w) > 1 or w.isdigit()) and not self._is_part(w, mask)]
        return len(words) + len(uncovered) * (MOST_WORDS + 1)

    def _is_part(self, word: str, mask: int) -> bool:
        return any(self._parts[spec] & mask for spec in self._specs[folded_word(word)])

    def _mask_of(self, concepts: tuple[str, ...] | frozenset[str]) -> int:
        """A number with a bit for each of these concepts; those of another pack have none."""
        return reduce(or_, (self._bits.get(id, 0) for id in concepts), 0)

    def _concepts_of(self, mask: int) -> frozenset[str]:
        return frozenset(id for id, bit in self._bits.items() if bit & mask)

    def _hints_of(self, piece: str) -> int:
        specs = (spec for word in WORD.findall(piece) for spec in self._specs[folded_word(word)])
        return reduce(or_, (self._hints.get(spec, 0) for spec in specs), 0)

    def _add_terms(self, concept: Concept, language: Language) -> Iterator[Specs]:
        """The terms of a concept in a language, as specs, each filed under its first word."""
        bit, parts_read = self._bits[concept.id], self._parts_read[language]
        for term in concept.terms[language]:
            specs: Specs = ()
            for part in term.split():
                if (part_specs := parts_read.get(part)) is None:
                    part_specs = parts_read[part] = self._specs_of_part(language, part)
                specs += part_specs
            first = specs[0] if specs else None
            if first is not None:
                self._terms.setdefault(first, []).append(Term(concept, language, specs, bit))
                yield specs

    def _specs_of_part(self, language: Language, part: str) -> Specs:
        """Those of what stands between two spaces of a term: a gap, a word, or words with hyphens."""
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

    def _specs_of(self, word: str) -> frozenset[int]:
        """The specs that a folded word fits. Plurals are recognised here, so that adding terms is fast."""
        specs: set[int] = set()
        for language, table in self._exact.items():
            for form in _forms(language, word) if table else ():
                specs.update(table.get(form, ()))
        for length in range(1, len(word) + 1):
            specs.update(self._beginnings.get(word[:length], ()))
        return frozenset(specs)

    def _look_up(self, word: str) -> Known:
        specs = self._specs[folded_word(word)]
        if not specs:
            return UNKNOWN
        terms = [term for spec in sorted(specs) for term in self._terms.get(spec, ())]
        alone = tuple(term for term in terms if len(term.specs) == 1)
        second: dict[int, tuple[Term, ...]] = {}
        for term in terms:
            if len(term.specs) > 1 and (spec := term.specs[1]) is not None:
                second[spec] = (*second.get(spec, ()), term)
        gapped = tuple(term for term in terms if len(term.specs) > 1 and term.specs[1] is None)
        names = reduce(or_, (term.bit for term in alone), 0)
        leads = reduce(or_, (term.bit for term in terms if len(term.specs) > 1), 0)
        return Known(specs, alone, names, second, gapped, leads)


def _forms(language: Language, word: str) -> set[str]:
    """How a term may write a word of a text: in the singular, and a participle of any gender."""
    forms = {word}
    for ending in _ENDINGS[language]:
        singular = word.removesuffix(ending)
        if SHORTEST_PLURAL <= len(singular) < len(word):
            forms.add(singular)
    if language == "es" and (match := _PARTICIPIO.fullmatch(word)):
        forms.update(match[1] + ending for ending in ("o", "a", "os", "as"))
    if language == "fr" and (match := _PARTICIPE.fullmatch(word)):
        forms.update(match[1] + ending for ending in ("e", "ee", "es", "ees"))
    return forms


def _particles_with(word: str, *, exact: bool) -> set[str]:
    """How an Arabic word of a term may be written in a text, once folded."""
    if not exact:
        return {word, *(particle + word for particle in _PARTICLES)}
    bare = word.removeprefix("ال") if len(word) > 3 else word
    return {particle + bare for particle in _PARTICLES}


@remembered(16_384)
def folded_word(word: str) -> str:
    """A word without case and accents."""
    return folded(word).replace(" ", "")
