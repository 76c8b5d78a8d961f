"""Finds the terms of a lexicon in a text.

A text is read word by word from left to right, and only where a word can begin a term are the next
few looked at: time grows with the text alone, whatever it holds and however many terms there are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

from trueline.lexicon.compiled import CompiledTerms, compile_terms
from trueline.lexicon.concept import Concept, Language
from trueline.lexicon.words import (
    ENDS,
    EVERYTHING,
    SIGNS,
    WIDEST,
    WORD,
    Known,
    Term,
    WordTable,
    folded_word,
)


@dataclass(frozen=True)
class Match:
    """A term found. `start` and `end` count characters of the text as it was given."""

    concept: Concept
    language: Language
    start: int
    end: int


_NAMES = attrgetter("names")


class Occurrence(NamedTuple):
    """A concept named, by the numbers of its first word and of the word after its last."""

    start: int
    end: int
    concept: str


class WordsRead:
    """A text as words and signs that end sentences, and the concepts that they name.

    Which concepts it may name is told first, by a look at each word alone; the words are read one
    after another only where somebody asks for one of those.
    """

    def __init__(self, table: WordTable, text: str) -> None:
        self.text = text
        self.pieces = text.lower().split()
        self._table = table
        self._alone, self._perhaps = table.glimpsed(self.pieces)
        self._hints = self._alone | self._perhaps
        self._longer: dict[int, list[Occurrence]] = {}

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words and signs."""
        return tuple(WORD.findall(self.text))

    @cached_property
    def known(self) -> tuple[Known, ...]:
        """The possible readings of each word."""
        return self._table.known(self.words)

    @property
    def concepts(self) -> frozenset[str]:
        """Ids of the concepts that the text names."""
        return self._concepts_in(self._hints)

    def concepts_among(self, *concepts: str) -> frozenset[str]:
        """Which of some concepts the text names."""
        wanted = self._hints & self._table.masks[concepts]
        return self._concepts_in(wanted) if wanted else frozenset()

    def may_name(self, *concepts: str) -> bool:
        """Whether any of these concepts may be named; False where none is."""
        return bool(self._hints & self._table.masks[concepts])

    def names(self, *concepts: str) -> bool:
        """Whether any of these concepts is named."""
        wanted = self._hints & self._table.masks[concepts]
        return bool(wanted and (self._alone & wanted or self.longer(wanted)))

    def of(self, *concepts: str) -> list[Occurrence]:
        """The places where any of these concepts is named, from left to right."""
        wanted = self._hints & self._table.masks[concepts]
        if not wanted:
            return []
        places = [*self.longer(wanted)]
        if self._alone & wanted:
            for number, names in enumerate(map(_NAMES, self.known)):
                if names & wanted:
                    here = self._table.concepts_in(names & wanted)
                    places += [Occurrence(number, number + 1, name) for name in here]
        return sorted(places)

    def sorts(self, concepts: tuple[str, ...]) -> list[frozenset[str]]:
        """For each word and sign those of some concepts that it names alone."""
        wanted = self._table.masks[concepts]
        return [self._table.concepts_in(names & wanted) for names in map(_NAMES, self.known)]

    def longer(self, wanted: int) -> list[Occurrence]:
        """The places of terms of several words, within one another too: those of a mask's concepts."""
        wanted &= self._perhaps
        if not wanted:
            return []
        if (places := self._longer.get(wanted)) is None:
            terms = _longer(self.words, self.known, wanted)
            places = [Occurrence(start, end, term.concept) for term, start, end in terms]
            self._longer[wanted] = places
        return places

    def _concepts_in(self, wanted: int) -> frozenset[str]:
        longer = [place.concept for place in self.longer(wanted)]
        return self._table.concepts_in(self._alone & wanted).union(longer)

    def at_least_outside(self, concepts: frozenset[str]) -> tuple[int, int]:
        """How many words and signs there are, and how many words that no term can cover.

        Told by a look at each word alone: terms of several words cover no more than they hold.
        """
        return self._table.weighed(self.pieces, self._table.masks[concepts])

    def outside(self, concepts: frozenset[str]) -> list[int]:
        """Numbers of the words that no term of these concepts covers, signs left out."""
        wanted = self._table.masks[concepts]
        covered = {
            number for place in self.longer(wanted) for number in range(place.start, place.end)
        }
        pairs = zip(self.words, map(_NAMES, self.known), strict=True)
        return [
            number
            for number, (word, names) in enumerate(pairs)
            if not names & wanted and number not in covered and word not in SIGNS
        ]

    @cached_property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """The place of each word, in characters."""
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

    def sentence(self, place: Occurrence) -> str:
        """The sentence that a place stands in."""
        return self.quote(*self.sentence_span(place.start))

    def sentence_span(self, word: int) -> tuple[int, int]:
        """The first word of the sentence of a word, and the one after its last."""
        number = self.sentence_of[word]
        first = self.sentence_of.index(number)
        return first, first + self.sentence_of.count(number)

    def language_of(self, concept: str) -> Language | None:
        """The language in which most words of a concept stand; None where none leads."""
        languages = Counter(
            term.language for word in self.known for term in word.alone if term.concept == concept
        )
        most = max(languages.values(), default=0)
        leading = [language for language, number in languages.items() if number == most]
        return leading[0] if len(leading) == 1 else None

    def folded(self) -> list[str]:
        """The words without case and accents; no signs."""
        return [folded_word(word) for word in self.words if word not in SIGNS]


class Lexicon:
    """Concepts compiled to be found together; `terms` are theirs, where they were compiled before."""

    def __init__(self, concepts: Iterable[Concept], terms: CompiledTerms | None = None) -> None:
        self.concepts = tuple(concepts)
        self._table = WordTable(terms or compile_terms(self.concepts))

    def read(self, text: str) -> WordsRead:
        """The text as words, with all terms found in it, within one another too."""
        return WordsRead(self._table, text)

    def find(self, text: str) -> tuple[Match, ...]:
        """Every term in the text, in its order; of terms that overlap, the longest."""
        read = self.read(text)
        terms = [
            (term, start, start + 1) for start, word in enumerate(read.known) for term in word.alone
        ]
        terms += _longer(read.words, read.known, EVERYTHING)
        spans = read.spans if terms else ()
        return tuple(
            Match(self.concepts[term.number], term.language, spans[start][0], spans[end - 1][1])
            for term, start, end in _longest(terms)
        )


Found = tuple[Term, int, int]
"""A term, the number of its first word, and of the word after its last."""


def _longer(words: tuple[str, ...], readings: tuple[Known, ...], wanted: int) -> Iterator[Found]:
    """Terms of several words for the concepts of a mask, wherever they stand."""
    last = len(readings) - 1
    leading = [number for number, here in enumerate(readings) if here.leads & wanted]
    for start in leading:
        if start == last:
            break
        here = readings[start]
        for spec in readings[start + 1].specs & here.by_second.keys():
            for term in here.by_second[spec]:
                if term.bit & wanted and (end := _end(term, words, readings, start)) > 0:
                    yield term, start, end
        for term in here.gapped:
            if term.bit & wanted and (end := _end(term, words, readings, start)) > 0:
                yield term, start, end


def _end(term: Term, words: tuple[str, ...], readings: tuple[Known, ...], start: int) -> int:
    """The word after a term that begins at `start`, or -1 where it does not stand there."""
    at, gap = start, False
    for spec in term.specs:
        if spec is None:
            gap = True
            continue
        at = _next(spec, words, readings, at, WIDEST if gap else 0)
        gap = False
        if at < 0:
            break
    return at


def _next(spec: int, words: tuple[str, ...], readings: tuple[Known, ...], at: int, gap: int) -> int:
    """The word after the nearest that fits, with a gap before it at most; -1 where none does."""
    for place in range(at, min(at + gap + 1, len(words))):
        if spec in readings[place].specs:
            return place + 1
        if words[place] in ENDS:
            break
    return -1


def _longest(terms: Iterable[Found]) -> list[Found]:
    """Drops terms that a longer match covers. Terms of one span stay beside one another."""
    longest: list[Found] = []
    reach = -1
    for occurrence in sorted(terms, key=lambda occurrence: (occurrence[1], -occurrence[2])):
        _, start, end = occurrence
        if end <= reach and (start, end) != longest[-1][1:]:
            continue
        longest.append(occurrence)
        reach = max(reach, end)
    once = {
        (term.concept, term.language, start): (term, start, end) for term, start, end in longest
    }
    return list(once.values())
