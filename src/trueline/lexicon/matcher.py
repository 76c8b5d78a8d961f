"""Where the terms of a lexicon stand in a text.

A text is read word by word from left to right, and only where a word can begin a term are the next
few looked at: time grows with the text alone, whatever it holds and however many terms there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

from trueline.lexicon.concept import Concept, Language
from trueline.lexicon.words import ENDS, SIGNS, WIDEST, WORD, Known, Term, WordTable, folded_word


@dataclass(frozen=True)
class Match:
    """A term found. `start` and `end` count characters of the text as it was given."""

    concept: Concept
    language: Language
    start: int
    end: int


_CONCEPTS = attrgetter("concepts")


class Place(NamedTuple):
    """A concept named, by the numbers of its first word and of the word after its last."""

    start: int
    end: int
    concept: str


@dataclass(frozen=True)
class WordsRead:
    """A text as words and signs that end sentences, and the concepts that they name."""

    text: str
    words: tuple[str, ...]
    known: tuple[Known, ...]
    longer: tuple[Place, ...]

    @cached_property
    def concepts(self) -> frozenset[str]:
        """Ids of the concepts that the text names."""
        alone = frozenset[str]().union(*set(map(_CONCEPTS, self.known)))
        return alone.union(place.concept for place in self.longer)

    def of(self, *concepts: str) -> list[Place]:
        """Where any of these concepts is named, from left to right."""
        if self.concepts.isdisjoint(concepts):
            return []
        wanted = frozenset(concepts)
        apart = wanted.isdisjoint
        places = [place for place in self.longer if place.concept in wanted]
        for number, named in enumerate(map(_CONCEPTS, self.known)):
            if not apart(named):
                places += [Place(number, number + 1, name) for name in named & wanted]
        return sorted(places)

    def outside(self, concepts: frozenset[str]) -> list[int]:
        """Numbers of the words that no term of these concepts covers, signs left out."""
        covered = {
            number
            for place in self.longer
            if place.concept in concepts
            for number in range(place.start, place.end)
        }
        pairs = zip(self.words, map(_CONCEPTS, self.known), strict=True)
        return [
            number
            for number, (word, named) in enumerate(pairs)
            if number not in covered and concepts.isdisjoint(named) and word not in SIGNS
        ]

    @cached_property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Where each word stands, in characters."""
        return tuple(match.span() for match in WORD.finditer(self.text))

    @cached_property
    def sentence_of(self) -> tuple[int, ...]:
        """For each word the number of its sentence."""
        numbers, number = [], 0
        for word in self.words:
            numbers.append(number)
            number += word in ENDS
        return tuple(numbers)

    def quote(self, start: int, end: int) -> str:
        """The text from one word up to another."""
        return self.text[self.spans[start][0] : self.spans[end - 1][1]]

    def sentence(self, place: Place) -> str:
        """The sentence that a place stands in."""
        return self.quote(*self.sentence_span(place.start))

    def sentence_span(self, word: int) -> tuple[int, int]:
        """The first word of the sentence of a word, and the one after its last."""
        number = self.sentence_of[word]
        first = self.sentence_of.index(number)
        return first, first + self.sentence_of.count(number)

    def folded(self) -> list[str]:
        """The words without case and accents; no signs."""
        return [folded_word(word) for word in self.words if word not in SIGNS]


class Lexicon:
    """Concepts compiled to be found together."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self.concepts = tuple(concepts)
        self._table = WordTable(self.concepts)

    def read(self, text: str) -> WordsRead:
        """The text as words, with all terms found in it, within one another too."""
        words = tuple(WORD.findall(text))
        known = self._table.known(words)
        longer = [Place(start, end, term.concept.id) for term, start, end in _longer(words, known)]
        return WordsRead(text, words, known, tuple(longer))

    def find(self, text: str) -> tuple[Match, ...]:
        """Every term in the text, in its order; of terms that overlap, the longest."""
        read = self.read(text)
        terms = [
            (term, start, start + 1)
            for start, known in enumerate(read.known)
            for term in known.alone
        ]
        terms += _longer(read.words, read.known)
        spans = read.spans if terms else ()
        return tuple(
            Match(term.concept, term.language, spans[start][0], spans[end - 1][1])
            for term, start, end in _longest(terms)
        )


Found = tuple[Term, int, int]
"""A term, the number of its first word, and of the word after its last."""


def _longer(words: tuple[str, ...], known: tuple[Known, ...]) -> Iterator[Found]:
    """Terms of several words, wherever they stand."""
    last = len(known) - 1
    for start, here in enumerate(known):
        if not here.leads or start == last:
            continue
        if here.by_second:
            for spec in known[start + 1].specs:
                for term in here.by_second.get(spec, ()):
                    if (end := _end(term, words, known, start)) > 0:
                        yield term, start, end
        for term in here.gapped:
            if (end := _end(term, words, known, start)) > 0:
                yield term, start, end


def _end(term: Term, words: tuple[str, ...], known: tuple[Known, ...], start: int) -> int:
    """The word after a term that begins at `start`, or -1 where it does not stand there."""
    at, gap = start, False
    for spec in term.specs:
        if spec is None:
            gap = True
            continue
        at = _next(spec, words, known, at, WIDEST if gap else 0)
        gap = False
        if at < 0:
            break
    return at


def _next(spec: int, words: tuple[str, ...], known: tuple[Known, ...], at: int, gap: int) -> int:
    """The word after the nearest that fits, with a gap before it at most; -1 where none does."""
    for place in range(at, min(at + gap + 1, len(words))):
        if spec in known[place].specs:
            return place + 1
        if words[place] in ENDS:
            break
    return -1


def _longest(terms: Iterable[Found]) -> list[Found]:
    """Those that no longer match covers. Terms of one span stay beside one another."""
    kept: list[Found] = []
    reach = -1
    for found in sorted(terms, key=lambda found: (found[1], -found[2])):
        _, start, end = found
        if end <= reach and (start, end) != kept[-1][1:]:
            continue
        kept.append(found)
        reach = max(reach, end)
    once = {
        (term.concept.id, term.language, start): (term, start, end) for term, start, end in kept
    }
    return list(once.values())
