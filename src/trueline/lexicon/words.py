"""A text as words, and which terms of a lexicon each word can be part of.

A word is looked up once: what it may stand for is remembered by its spelling, so that reading a
text costs one look into a table for each of its words, however many terms there are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Mapping
from functools import partial, reduce
from operator import or_
from typing import NamedTuple, TypeVar, cast

from trueline.lexicon.compiled import GAP, CompiledTerms, Numbers, Specs
from trueline.lexicon.concept import Language
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
"""Signs, which are no words."""

WIDEST = 7

_ENDINGS: dict[Language, tuple[str, ...]] = {
    "en": ("s", "es"),
    "fr": ("s", "x", "es"),
    "es": ("s", "es"),
    "ar": (),
}
"""Plural endings that each word of a term may take."""

_PARTICIPIO = re.compile(r"(\w{2,}[ai]d)[oa]s?")
_PARTICIPE = re.compile(r"(\w{5,})ee?s?")
"""Participles, folded: “formado” and “formadas”, “orienté” and “orientées”."""

SHORTEST_PLURAL = 3
"""A word of fewer letters takes no ending: “nos” is no plural of “no”, and denies nothing."""

MOST_REMEMBERED = 50_000
"""Words whose meaning a lexicon keeps; beyond these it begins anew."""

MOST_WORDS = (1 << 32) - 1

K = TypeVar("K", bound=Hashable)
R = TypeVar("R")


class Term(NamedTuple):
    """One way to say a concept, as specs of its words: `None` is a gap. `bit` is its concept's.

    `number` counts the concepts as they were given, of which two may have the same id.
    """

    number: int
    concept: str
    language: Language
    specs: Specs
    bit: int


class Known(NamedTuple):
    """The possible readings of a word.

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

    def __init__(self, compiled: CompiledTerms) -> None:
        self._compiled = compiled
        self._bits = {id: 1 << number for number, id in enumerate(dict.fromkeys(compiled.concepts))}
        self._all = (1 << len(self._bits)) - 1
        self._terms = Remembered(self._terms_of)
        self._hints = Remembered(self._hints_of_spec)
        self._parts = Remembered(self._parts_of_spec)
        self._specs = Remembered(self._specs_of)
        self._known = Remembered(self._look_up)
        self._glimpsed = Remembered(self._hints_of)
        self.masks = Remembered(self._mask_of)
        self._named = Remembered(self._concepts_of)
        self._weights: dict[int, Remembered[str, int]] = {}

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
        return reduce(or_, (self._hints[spec] for spec in specs), 0)

    def _mask(self, numbers: Numbers) -> int:
        """A bit for each of these concepts."""
        ids = self._compiled.concepts
        return reduce(or_, (self._bits[ids[int(number)]] for number in numbers.split()), 0)

    def _parts_of_spec(self, spec: int) -> int:
        """A bit for each concept of whose terms it is a word."""
        return self._mask(self._compiled.parts[spec])

    def _hints_of_spec(self, spec: int) -> int:
        """A bit for each concept that it names alone, and behind them of whose terms it is the rarest word."""
        longer = self._mask(self._compiled.rarest[spec]) << len(self._bits)
        return self._mask(self._compiled.alone[spec]) | longer

    def _terms_of(self, spec: int) -> tuple[Term, ...]:
        """The terms that it begins, in the order in which they were given."""
        return tuple(map(self._term, filter(None, self._compiled.terms[spec].split(";"))))

    def _term(self, line: str) -> Term:
        number, language, *specs = line.split()
        concept = self._compiled.concepts[int(number)]
        return Term(
            int(number),
            concept,
            cast("Language", language),
            tuple(None if spec == GAP else int(spec) for spec in specs),
            self._bits[concept],
        )

    def _specs_of(self, word: str) -> frozenset[int]:
        """The specs that a folded word fits. Plurals are recognised here, so that adding terms is fast."""
        specs: set[int] = set()
        for language, table in self._compiled.exact.items():
            for form in _forms(language, word) if table else ():
                if form in table:
                    specs.update(map(int, table[form].split()))
        beginnings = self._compiled.beginnings
        for length in range(1, len(word) + 1):
            if (beginning := word[:length]) in beginnings:
                specs.update(map(int, beginnings[beginning].split()))
        return frozenset(specs)

    def _look_up(self, word: str) -> Known:
        specs = self._specs[folded_word(word)]
        if not specs:
            return UNKNOWN
        terms = [term for spec in sorted(specs) for term in self._terms[spec]]
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
    """The forms of a text's word in a term: in the singular, and a participle of any gender."""
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


@remembered(16_384)
def folded_word(word: str) -> str:
    """A word without case and accents."""
    return folded(word).replace(" ", "")
